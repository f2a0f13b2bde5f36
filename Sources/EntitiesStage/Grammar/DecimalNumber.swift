/// A decimal number, exactly: mantissa × 10^exponent.
struct DecimalNumber: CustomStringConvertible {
    var mantissa: Int
    var exponent: Int

    /// The number times a power of ten.
    func scaled(_ power: Int) -> DecimalNumber {
        DecimalNumber(mantissa: mantissa, exponent: exponent + power)
    }

    /// Plain digits: "1500000", "3.25".
    var description: String {
        var digits = String(mantissa)
        guard exponent < 0 else { return mantissa == 0 ? "0" : digits + String(repeating: "0", count: exponent) }
        while digits.utf8.count <= -exponent { digits = "0" + digits }
        var fraction = digits.suffix(-exponent)
        let whole = digits.dropLast(-exponent)
        while fraction.last == "0" { fraction.removeLast() }
        return fraction.isEmpty ? String(whole) : "\(whole).\(fraction)"
    }
}

extension GrammarText {
    /// The longest run of digits that is read as a number; longer ones are none.
    private static let digitLimit = 15

    /// A number in digits at `index`: "1,500", "3.25", "12". Commas only before groups of three (or, as in India, of
    /// two before the last three).
    func digits(_ index: Int) -> (number: DecimalNumber, end: Int)? {
        var at = index
        var mantissa = 0
        var count = 0
        while isDigit(at) || (self[at] == 0x2C && count > 0 && isGroup(at + 1)) {
            if self[at] != 0x2C {
                mantissa = mantissa * 10 + Int(self[at] - 0x30)
                count += 1
            }
            guard count <= GrammarText.digitLimit else { return nil }
            at += 1
        }
        guard count > 0 else { return nil }
        var exponent = 0
        if self[at] == 0x2E, isDigit(at + 1) {
            at += 1
            while isDigit(at) {
                guard count < GrammarText.digitLimit else { return nil }
                mantissa = mantissa * 10 + Int(self[at] - 0x30)
                exponent -= 1
                count += 1
                at += 1
            }
        }
        return (DecimalNumber(mantissa: mantissa, exponent: exponent), at)
    }

    /// Whether three digits, or two and another group, stand at `index`.
    private func isGroup(_ index: Int) -> Bool {
        guard isDigit(index), isDigit(index + 1) else { return false }
        if isDigit(index + 2) { return !isDigit(index + 3) }
        return self[index + 2] == 0x2C && isDigit(index + 3) && isDigit(index + 4)
    }

    /// A number in digits or words with its magnitude: "1.5 million", "two hundred", "$3bn" (behind the sign).
    func amount(_ index: Int) -> (number: DecimalNumber, end: Int)? {
        guard var (number, end) = decimalComma(index) ?? digits(index) ?? spelled(index) else { return nil }
        // "1.5 million", "3bn", "2 lakh crore".
        for _ in 0..<2 {
            let next = skipBlanksOrHyphen(end)
            guard case (.magnitude(let power, let isLetter)?, let behind) = word(next), !isLetter || next == end, isBoundary(behind) else { break }
            number = number.scaled(power)
            // "3,5 Mio. Euro".
            end = self[behind] == 0x2E && self[behind - 1] | 0x20 != 0x6E && behind - next == 3 ? behind + 1 : behind
        }
        return (number, end)
    }

    /// "3,5" where a magnitude or a currency follows: a comma before one or two digits is a decimal one there.
    private func decimalComma(_ index: Int) -> (number: DecimalNumber, end: Int)? {
        var at = index
        while isDigit(at), at < index + 3 { at += 1 }
        guard at > index, self[at] == 0x2C, isDigit(at + 1), let (whole, _) = digits(index) else { return nil }
        let places = isDigit(at + 2) ? 2 : 1
        let end = at + 1 + places
        guard isBoundary(end), self[end] != 0x2C else { return nil }
        switch word(skipBlanks(end)).lexeme {
        case .magnitude(_, isLetter: false)?, .currency?, .sharedCurrency?, .currencyCode?: break
        default: return nil
        }
        var fraction = 0
        for place in at + 1..<end { fraction = fraction * 10 + Int(self[place] - 0x30) }
        return (DecimalNumber(mantissa: whole.mantissa * (places == 1 ? 10 : 100) + fraction, exponent: -places), end)
    }

    /// "seven", "twenty-five", "a hundred"; "a" counts only before a magnitude.
    private func spelled(_ index: Int) -> (number: DecimalNumber, end: Int)? {
        let (lexeme, end) = word(index)
        switch lexeme {
        case .article:
            guard case .magnitude(_, isLetter: false)? = word(skipBlanks(end)).lexeme else { return nil }
            return (DecimalNumber(mantissa: 1, exponent: 0), end)
        case .number(let value):
            if value >= 20, case (.number(let unit)?, let behind) = word(skipBlanksOrHyphen(end)), unit > 0, unit < 10 {
                return (DecimalNumber(mantissa: value + unit, exponent: 0), behind)
            }
            return (DecimalNumber(mantissa: value, exponent: 0), end)
        default: return nil
        }
    }
}
