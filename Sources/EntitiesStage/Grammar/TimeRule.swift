/// Times of day: "3:30 p.m.", "11 am", "15:30", "noon", each with a zone behind. The value is ISO 8601: "15:30".
enum TimeRule {
    static func match(_ text: GrammarText, at start: Int) -> GrammarMatch? {
        if case (let lexeme?, let end) = text.word(start) {
            switch lexeme {
            case .noon: return GrammarMatch(range: start..<end, type: .time, value: "12:00")
            case .midnight: return GrammarMatch(range: start..<end, type: .time, value: "00:00")
            default: return nil
            }
        }
        var at = start
        var hour = 0
        while text.isDigit(at), at < start + 2 {
            hour = hour * 10 + Int(text[at] - 0x30)
            at += 1
        }
        guard at > start, hour < 25, !text.isDigit(start - 1), text[start - 1] != 0x2E, text[start - 1] != 0x3A else { return nil }
        var minute: Int?
        // "15:30", and "3.30pm" as British papers write.
        if text[at] == 0x3A || text[at] == 0x2E, text[at + 1] &- 0x30 < 6, text.isDigit(at + 2), !text.isDigit(at + 3) {
            let isColon = text[at] == 0x3A
            minute = Int(text[at + 1] - 0x30) * 10 + Int(text[at + 2] - 0x30)
            if isColon {
                at += 3
                if text[at] == 0x3A, text.isDigit(at + 1), text.isDigit(at + 2) { at += 3 }
            } else {
                guard halfDay(text, text.skipBlanks(at + 3)) != nil else { return nil }
                at += 3
            }
        }
        let isColon = minute != nil
        if let (isAfternoon, end) = halfDay(text, text.skipBlanks(at)) {
            guard hour <= 12, hour > 0 else { return nil }
            hour = hour % 12 + (isAfternoon ? 12 : 0)
            at = end
        } else if !isColon || hour > 23 {
            return nil
        }
        let next = text.skipBlanks(at)
        if case (.zone?, let end) = text.word(next), text[next] &- 0x41 < 26, text[end - 1] &- 0x41 < 26 { at = end }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return GrammarMatch(range: start..<at, type: .time, value: "\(two(hour)):\(two(minute ?? 0))")
    }

    /// "a.m.", "pm": whether afternoon, and where it ends.
    private static func halfDay(_ text: GrammarText, _ index: Int) -> (isAfternoon: Bool, end: Int)? {
        let letter = text[index] | 0x20
        guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p") else { return nil }
        let dotted = text[index + 1] == 0x2E
        let second = index + (dotted ? 2 : 1)
        guard text[second] | 0x20 == UInt8(ascii: "m"), text.isBoundary(second + 1) else { return nil }
        return (letter == UInt8(ascii: "p"), dotted && text[second + 1] == 0x2E ? second + 2 : second + 1)
    }
}
