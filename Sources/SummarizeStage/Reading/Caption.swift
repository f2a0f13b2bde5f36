/// Knows picture captions that stand in the running text, as pages without their mark-up leave them.
enum Caption {
    /// "Fresh start: The crew …" has a label of at most this many words.
    private static let mostLabelWords = 6

    private static let places = Set(["second", "third", "far", "centre", "center", "top", "bottom", "front"].map { WordScanner.hash(of: $0) })
    private static let pictured = WordScanner.hash(of: "pictured")

    /// Whether the sentence tells where to look in a picture, or opens with a caption's label.
    ///
    /// - Complexity: O(words of the sentence).
    static func holds(_ facts: Analysis.SentenceFacts, _ analysis: Analysis, _ text: [UInt8]) -> Bool {
        hasLabel(facts, analysis, text) || facts.words.contains { pointsAtPicture($0, facts, analysis, text) }
    }

    /// "(left)", "pictured right", ", pictured,".
    private static func pointsAtPicture(_ number: Int, _ facts: Analysis.SentenceFacts, _ analysis: Analysis, _ text: [UInt8]) -> Bool {
        let word = analysis.words[number]
        guard word.classes.contains(.inPicture), !word.isQuoted else { return false }
        let start = Int(word.start)
        let end = start + Int(word.length)
        guard start > facts.range.lowerBound, end < facts.range.upperBound else { return false }
        if text[start - 1] == UInt8(ascii: "("), text[end] == UInt8(ascii: ")") || word.form == pictured { return true }
        // ", second left, and": only a row of people is counted so.
        if number > facts.words.lowerBound, places.contains(analysis.words[number - 1].form), word.form != pictured,
            text[end] == UInt8(ascii: ",") || text[end] == UInt8(ascii: ")")
        {
            return true
        }
        guard word.form == pictured else { return false }
        if start > 1, text[start - 2] == UInt8(ascii: ",") { return true }
        return number + 1 < facts.words.upperBound && analysis.words[number + 1].classes.contains(.inPicture)
    }

    /// A few words without a verb, a colon, and a sentence of its own: no speech, which has "said:" and a quotation.
    private static func hasLabel(_ facts: Analysis.SentenceFacts, _ analysis: Analysis, _ text: [UInt8]) -> Bool {
        guard !facts.marks.startsInQuote else { return false }
        for (place, number) in facts.words.prefix(mostLabelWords).enumerated() {
            let word = analysis.words[number]
            if word.classes.contains(.attribution) || word.isQuoted { return false }
            let end = Int(word.start) + Int(word.length)
            guard end + 2 < facts.range.upperBound, text[end] == UInt8(ascii: ":"), text[end + 1] == 0x20 else { continue }
            return place + 1 < facts.words.count && analysis.words[number + 1].isCapitalised
                && !analysis.words[number + 1].isQuoted && Int(analysis.words[number + 1].start) == end + 2
        }
        return false
    }
}
