/// Finds names that a sentence uses without having introduced them: "Turner said", where an earlier sentence has "Ada
/// Turner". In a summary the reader must have met the name before.
enum BareNames {
    /// More in one sentence are not counted.
    static let most = 8

    private static let titles = Set(["mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady"].map { WordScanner.hash(of: $0) })

    /// Sets the bare names of every sentence.
    ///
    /// - Complexity: O(words).
    static func read(_ analysis: inout Analysis, _ text: [UInt8]) {
        for index in analysis.sentences.indices {
            let start = analysis.bareNames.count
            for number in analysis.sentences[index].words where isName(analysis.words[number]) {
                let term = Int(analysis.words[number].term)
                if endsLongerName(number, analysis, text) {
                    analysis.terms[term].lastInFull = Int32(index)
                    if analysis.terms[term].firstUse == number { analysis.terms[term].isIntroduced = true }
                } else if isBare(number, analysis, text), analysis.terms[term].isIntroduced, analysis.terms[term].lastInFull != index,
                    analysis.bareNames.count - start < most, !analysis.bareNames[start...].contains(Int32(term))
                {
                    analysis.bareNames.append(Int32(term))
                }
            }
            analysis.sentences[index].bareNames = start..<analysis.bareNames.count
        }
    }

    /// Whether a capitalised word stands alone, or behind a title.
    private static func isBare(_ number: Int, _ analysis: Analysis, _ text: [UInt8]) -> Bool {
        !joins(number + 1, analysis, text)
            && (!joins(number, analysis, text) || titles.contains(analysis.words[number - 1].form))
    }

    private static func endsLongerName(_ number: Int, _ analysis: Analysis, _ text: [UInt8]) -> Bool {
        joins(number, analysis, text) && !titles.contains(analysis.words[number - 1].form)
            && !joins(number + 1, analysis, text)
    }

    /// Whether the word goes on with a name that the word before it begins.
    private static func joins(_ number: Int, _ analysis: Analysis, _ text: [UInt8]) -> Bool {
        guard number > 0, number < analysis.words.count else { return false }
        let before = analysis.words[number - 1]
        let start = Int(analysis.words[number].start)
        return isName(analysis.words[number]) && isName(before) && start == Int(before.start + before.length) + 1 && text[start - 1] == 0x20
    }

    private static func isName(_ word: Analysis.WordUse) -> Bool {
        word.isCapitalised && !word.classes.contains(.function) && !word.classes.contains(.calendar)
    }
}
