/// Finds what rules can tell: dates, times, money, percentages, quantities and addresses.
enum Grammar {
    /// Adds the matches in one sentence, in text order, not overlapping. At every place where a rule may start the first
    /// rule that matches wins; addresses come first, since digits and names stand in them too.
    ///
    /// - Parameters:
    ///   - tokens: byte ranges of the sentence's tokens.
    ///   - reference: the article's date, for relative dates.
    /// - Complexity: O(bytes of the sentence); one table lookup a word.
    static func find(
        _ bytes: UnsafeBufferPointer<UInt8>, sentence: Range<Int>, tokens: ArraySlice<TokenRange>, reference: CivilDate?,
        into matches: inout [GrammarMatch]
    ) {
        let text = GrammarText(bytes: bytes, start: sentence.lowerBound, end: sentence.upperBound)
        var behind = sentence.lowerBound
        for token in tokens where token.lowerBound >= behind && !token.isEmpty {
            if let match = match(text, token, reference) {
                matches.append(match)
                behind = match.range.upperBound
            }
        }
    }

    private static func match(_ text: GrammarText, _ token: TokenRange, _ reference: CivilDate?) -> GrammarMatch? {
        let start = token.lowerBound
        let first = text[start]
        if first &- 0x30 < 10 { return number(text, start, reference) }
        if (first | 0x20) &- 0x61 < 26 {
            // Addresses have a dot, an at sign or a colon in them.
            if let match = address(text, token) { return match }
            guard let lexeme = text.word(start).lexeme else {
                // "US$5", "R$20", "GH₵12".
                return prefixedMoney(text, start)
            }
            return word(text, start, lexeme, reference)
        }
        switch first {
        case UInt8(ascii: "$"): return MoneyRule.match(text, at: start)
        case UInt8(ascii: "+"), UInt8(ascii: "("): return PhoneRule.match(text, at: start)
        case 0xC2...0xE2: return MoneyRule.match(text, at: start)
        default: return nil
        }
    }

    private static func prefixedMoney(_ text: GrammarText, _ start: Int) -> GrammarMatch? {
        // A dollar sign, or one of U+20A0–20BF: "GH₵".
        guard text[start + 1] == 0x24 || text[start + 2] == 0x24 || (text[start + 2] == 0xE2 && text[start + 3] == 0x82) else { return nil }
        return MoneyRule.match(text, at: start)
    }

    private static func number(_ text: GrammarText, _ start: Int, _ reference: CivilDate?) -> GrammarMatch? {
        // Digits inside a word ("B52") start no number.
        guard !text.isASCIILetter(start - 1) else { return nil }
        return PhoneRule.match(text, at: start) ?? TimeRule.match(text, at: start) ?? PercentRule.match(text, at: start)
            ?? DateRule.match(text, at: start, reference: reference) ?? RelativeDateRule.inDigits(text, start, reference)
            ?? MoneyRule.match(text, at: start) ?? QuantityRule.match(text, at: start) ?? EmailRule.match(text, at: start)
            ?? bareAddress(text, start)
    }

    private static func bareAddress(_ text: GrammarText, _ start: Int) -> GrammarMatch? {
        URLRule.match(text, at: start)
    }

    private static func address(_ text: GrammarText, _ token: TokenRange) -> GrammarMatch? {
        for index in token.lowerBound..<token.upperBound + 1 {
            let byte = text[index]
            if byte == 0x2E || byte == 0x40 || byte == 0x3A || byte == 0x5F || byte == 0x2D || byte == 0x2B {
                return EmailRule.match(text, at: token.lowerBound) ?? URLRule.match(text, at: token.lowerBound)
            }
        }
        return nil
    }

    /// "minus three degrees".
    private static func belowZero(_ text: GrammarText, _ start: Int) -> GrammarMatch? {
        let next = text.skipBlanks(text.word(start).end)
        guard var match = PercentRule.match(text, at: next) ?? QuantityRule.match(text, at: next) else { return nil }
        match.range = start..<match.range.upperBound
        match.value = match.value.map { "-" + $0 }
        return match
    }

    private static func word(_ text: GrammarText, _ start: Int, _ lexeme: Lexeme, _ reference: CivilDate?) -> GrammarMatch? {
        switch lexeme {
        case .number, .article:
            RelativeDateRule.match(text, start, text.word(start).end, lexeme, reference) ?? TimeRule.match(text, at: start)
                ?? PercentRule.match(text, at: start) ?? MoneyRule.match(text, at: start) ?? QuantityRule.match(text, at: start)
        case .month, .weekday, .day, .last, .next, .this: DateRule.match(text, at: start, reference: reference)
        case .minus: belowZero(text, start)
        case .noon, .midnight: TimeRule.match(text, at: start)
        case .currencyCode: MoneyRule.match(text, at: start)
        default: nil
        }
    }
}
