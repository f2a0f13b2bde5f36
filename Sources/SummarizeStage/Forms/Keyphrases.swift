internal import StageKit

/// The phrases that say what an article is about: runs of content words, valued by the term model.
enum Keyphrases {
    /// The layer they are noted in.
    static let layer = "keyphrases"
    /// Longer runs are rather sentences' parts than names of things.
    private static let mostWords = 4

    private struct Phrase {
        var weight: Float
        /// Where it stands first; UTF-8 bytes.
        var range: Range<Int>
        var order: Int
        var count = 1
    }

    /// The layer: at most `most` phrases, the best first, each a span with `count` and `score`, as the stage of the layer's name has it.
    ///
    /// - Complexity: O(words × log words).
    static func find(in analysis: Analysis, text: [UInt8], most: Int) -> JSONValue {
        var phrases: [[Int32]: Phrase] = [:]
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
        var found: [JSONValue] = []
        let best = ranked.first?.value.weight ?? 1
        for (terms, phrase) in ranked where found.count < most && !terms.allSatisfy(said.contains) {
            said.formUnion(terms)
            let score = best > 0 ? (Double(phrase.weight / best) * 1000).rounded() / 1000 : 1
            found.append(.span(phrase.range, ["count": .integer(phrase.count), "score": .number(score)]))
        }
        return .array(found)
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

    private static func note(_ run: [Int], _ text: [UInt8], _ analysis: Analysis, _ phrases: inout [[Int32]: Phrase]) {
        guard !run.isEmpty, run.count <= mostWords else { return }
        let terms = run.map { analysis.words[$0].term }
        var weight: Float = 0
        for term in terms { weight += analysis.terms[Int(term)].probability * logarithm(analysis.terms[Int(term)].uses) }
        // The mean, with a little for length: "sanctuary law" before "law".
        weight /= Float(terms.count).squareRoot()
        if let known = phrases[terms] {
            phrases[terms] = Phrase(weight: known.weight + weight / 8, range: known.range, order: known.order, count: known.count + 1)
        } else {
            let range = Int(analysis.words[run[0]].start)..<end(of: analysis.words[run[run.count - 1]], text)
            phrases[terms] = Phrase(weight: weight, range: range, order: phrases.count)
        }
    }
}
