/// Percentages: "5%", "5.5 percent", "five per cent", "3 percentage points". The value is the number with a sign: "5.5%".
enum PercentRule {
    static func match(_ text: GrammarText, at start: Int) -> GrammarMatch? {
        guard let (number, end) = text.amount(start) else { return nil }
        let next = text.skipBlanksOrHyphen(end)
        var behind: Int?
        if text[next] == UInt8(ascii: "%") {
            behind = next + 1
        } else {
            let (lexeme, wordEnd) = text.word(next)
            let (second, secondEnd) = text.word(text.skipBlanks(wordEnd))
            switch (lexeme, second) {
            case (.percent?, _): behind = wordEnd
            case (.per?, .cents?): behind = secondEnd
            case (.percentagePoint?, _) where text.has("point", at: text.skipBlanks(wordEnd)): behind = secondEnd
            default: break
            }
        }
        return behind.map { GrammarMatch(range: start..<$0, type: .percent, value: "\(number)%") }
    }
}
