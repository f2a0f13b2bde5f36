/// The phrases that say what an article is about: runs of content words, valued by the term model.
enum Keyphrases {
    /// The layer they are noted in.
    static let layer = "keyphrases"
    /// Longer runs are rather sentences' parts than names of things.
    private static let mostWords = 4

    /// At most `most` phrases, the best first, as they are first written in the text.
    ///
    /// - Complexity: O(words × log words).
    static func find(in analysis: Analysis, text: [UInt8], most: Int) -> [String] {
        var phrases: [[Int32]: (weight: Float, range: Range<Int>, order: Int)] = [:]
        for sentence in analysis.sentences where sentence.isEligible {
            var run: [Int] = []
            for number in sentence.words {
                if !run.isEmpty, !continues(number, text, analysis) {
                    note(run, text, analysis, &phrases)
                    run = []
                }
                let word = analysis.words[number]
                let isContent = word.classes.isEmpty && !word.hasDigit && analysis.terms[Int(word.term)].rarity > 5
                if isContent {
                    run.append(number)
                } else if !run.isEmpty {
                    note(run, text, analysis, &phrases)
                    run = []
                }
            }
            note(run, text, analysis, &phrases)
        }
        let ranked = phrases.sorted { ($0.value.weight, $1.value.order) > ($1.value.weight, $0.value.order) }
        var said: Set<Int32> = []
        var found: [String] = []
        for (terms, phrase) in ranked where found.count < most && !terms.allSatisfy(said.contains) {
            said.formUnion(terms)
            found.append(String(decoding: text[phrase.range], as: UTF8.self))
        }
        return found
    }

    /// Whether only one blank stands before the word.
    private static func continues(_ number: Int, _ text: [UInt8], _ analysis: Analysis) -> Bool {
        let start = Int(analysis.words[number].start)
        let before = analysis.words[number - 1]
        return start > 0 && text[start - 1] == 0x20 && end(of: before, text) == start - 1
    }

    private static func end(of word: Analysis.WordUse, _ text: [UInt8]) -> Int {
        Int(word.start) + Int(word.length)
    }

    private static func note(
        _ run: [Int], _ text: [UInt8], _ analysis: Analysis, _ phrases: inout [[Int32]: (weight: Float, range: Range<Int>, order: Int)]
    ) {
        guard !run.isEmpty, run.count <= mostWords else { return }
        let terms = run.map { analysis.words[$0].term }
        var weight: Float = 0
        for term in terms { weight += analysis.terms[Int(term)].probability * logarithm(analysis.terms[Int(term)].uses) }
        // The mean, with a little for length: "sanctuary law" before "law".
        weight /= Float(terms.count).squareRoot()
        if let known = phrases[terms] {
            phrases[terms] = (known.weight + weight / 8, known.range, known.order)
        } else {
            let range = Int(analysis.words[run[0]].start)..<end(of: analysis.words[run[run.count - 1]], text)
            phrases[terms] = (weight, range, phrases.count)
        }
    }
}
