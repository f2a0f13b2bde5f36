/// Times of day: "3:30 p.m.", "11 am", "15:30", "0700 GMT", "seven o'clock", "noon", each with a zone behind. The value is
/// ISO 8601, with the offset where the zone is known: "15:30", "07:00Z".
enum TimeRule {
    static func match(_ text: GrammarText, at start: Int) -> GrammarMatch? {
        if case (let lexeme?, let end) = text.word(start) {
            switch lexeme {
            case .noon: return GrammarMatch(range: start..<end, type: .time, value: "12:00")
            case .midnight: return GrammarMatch(range: start..<end, type: .time, value: "00:00")
            case .number(let hour): return oClock(text, start, hour, end)
            default: return nil
            }
        }
        if let match = fourDigits(text, start) { return match }
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
        } else if !isColon, let match = oClock(text, start, hour, at) {
            return match
        } else if !isColon || hour > 23 {
            return nil
        }
        return time(text, start..<at, hour, minute ?? 0)
    }

    /// With the zone that stands behind.
    private static func time(_ text: GrammarText, _ range: Range<Int>, _ hour: Int, _ minute: Int) -> GrammarMatch {
        let zone = zone(text, range.upperBound)
        let value = "\(CivilDate.two(hour)):\(CivilDate.two(minute))\(zone?.offset?.description ?? "")"
        return GrammarMatch(range: range.lowerBound..<(zone?.end ?? range.upperBound), type: .time, value: value)
    }

    private static func zone(_ text: GrammarText, _ index: Int) -> (offset: StaticString?, end: Int)? {
        let next = text.skipBlanks(index)
        guard case (.zone(let offset)?, let end) = text.word(next), text[next] &- 0x41 < 26, text[end - 1] &- 0x41 < 26 else { return nil }
        return (offset, end)
    }

    /// "0700 GMT": four digits are a time before a zone alone.
    private static func fourDigits(_ text: GrammarText, _ start: Int) -> GrammarMatch? {
        guard text.isBoundary(start - 1), (0..<4).allSatisfy({ text.isDigit(start + $0) }), !text.isDigit(start + 4), zone(text, start + 4) != nil
        else { return nil }
        func digit(_ offset: Int) -> Int { Int(text[start + offset] - 0x30) }
        let (hour, minute) = (digit(0) * 10 + digit(1), digit(2) * 10 + digit(3))
        return hour < 24 && minute < 60 ? time(text, start..<start + 4, hour, minute) : nil
    }

    /// "seven o'clock": morning or evening is not said, so that it has no value.
    private static func oClock(_ text: GrammarText, _ start: Int, _ hour: Int, _ end: Int) -> GrammarMatch? {
        let next = text.skipBlanks(end)
        guard next > end, (1...12).contains(hour) else { return nil }
        for words: StaticString in ["o'clock", "o’clock"] where text.has(words, at: next) {
            return GrammarMatch(range: start..<next + words.utf8CodeUnitCount, type: .time, value: nil)
        }
        return nil
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
