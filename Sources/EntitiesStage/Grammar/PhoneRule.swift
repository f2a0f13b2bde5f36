/// Telephone numbers: "+44 20 7946 0958", "(555) 010-0199", "555-010-0199". The value is E.164 where the country is given, else
/// the digits.
enum PhoneRule {
    /// E.164 allows fifteen digits; fewer than nine behind a plus are no subscriber's.
    private static let digitCounts = 9...15

    static func match(_ text: GrammarText, at start: Int) -> GrammarMatch? {
        guard text.isBoundary(start - 1), text[start - 1] != 0x2E, text[start - 1] != 0x2D, text[start - 1] != 0x24 else { return nil }
        return text[start] == UInt8(ascii: "+") ? international(text, start) : american(text, start)
    }

    private static func international(_ text: GrammarText, _ start: Int) -> GrammarMatch? {
        var digits = "+"
        var at = start + 1
        var end = at
        while at - start < 26 {
            if text.isDigit(at) {
                digits.append(Character(Unicode.Scalar(text[at])))
                at += 1
                end = at
            } else if [0x20, 0x2D, 0x2E, 0x28, 0x29].contains(text[at]),
                text.isDigit(at + 1) || text[at + 1] == 0x28 || ((text[at] == 0x29 || text[at] == 0x28) && text[at + 1] == 0x20)
            {
                at += 1
            } else {
                break
            }
        }
        guard digitCounts.contains(digits.utf8.count - 1), text.isBoundary(end) else { return nil }
        return GrammarMatch(range: start..<end, type: .phone, value: digits)
    }

    /// Three, three and four digits, the first three perhaps in brackets, "1-" perhaps before.
    private static func american(_ text: GrammarText, _ start: Int) -> GrammarMatch? {
        var at = start
        var digits = ""
        func take(_ count: Int) -> Bool {
            for _ in 0..<count {
                guard text.isDigit(at) else { return false }
                digits.append(Character(Unicode.Scalar(text[at])))
                at += 1
            }
            return !text.isDigit(at)
        }
        func separator() -> Bool {
            guard text[at] == 0x2D || text[at] == 0x2E || text[at] == 0x20 else { return false }
            at += 1
            return true
        }
        if text[at] == 0x31, text[at + 1] == 0x2D || text[at + 1] == 0x20 {
            digits = "1"
            at += 2
        }
        let isBracketed = text[at] == 0x28
        if isBracketed { at += 1 }
        guard take(3) else { return nil }
        if isBracketed {
            guard text[at] == 0x29 else { return nil }
            at += 1
            if text[at] == 0x20 { at += 1 }
        } else {
            // "555 010 0199" with blanks alone could be any three numbers.
            guard text[at] != 0x20, separator() else { return nil }
        }
        guard take(3), separator(), take(4), text.isBoundary(at) else { return nil }
        return GrammarMatch(range: start..<at, type: .phone, value: digits)
    }
}
