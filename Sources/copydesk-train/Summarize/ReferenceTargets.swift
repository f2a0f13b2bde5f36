import SummarizeStage

/// What the references of an article use of it, and how well a set of its sentences matches them: ROUGE-1 and ROUGE-2
/// (Lin 2004) over the stage's own terms.
struct ReferenceTargets {
    private struct Reference {
        var terms: [Int: Int] = [:]
        var bigrams: [Int: Int] = [:]
        var length = 0
    }

    private var references: [Reference] = []

    /// Call right after `analyser` has read the article.
    init(_ texts: [String], _ analyser: inout Analyser) {
        for text in texts {
            var reference = Reference()
            // A bigram across two highlights is none.
            for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
                let terms = analyser.terms(of: Array(line))
                reference.length += terms.count
                for case let term? in terms { reference.terms[term, default: 0] += 1 }
                for (left, right) in zip(terms, terms.dropFirst()) {
                    if let left, let right, let bigram = analyser.bigram(left, right) { reference.bigrams[bigram, default: 0] += 1 }
                }
            }
            references.append(reference)
        }
    }

    func share(ofTerm term: Int) -> Float {
        Float(references.count { $0.terms[term] != nil }) / Float(max(1, references.count))
    }

    func share(ofBigram bigram: Int) -> Float {
        Float(references.count { $0.bigrams[bigram] != nil }) / Float(max(1, references.count))
    }

    /// ROUGE-1 and ROUGE-2 F1 in 0...1, the mean over the references.
    func rouge(of set: [Int], in analysis: Analysis) -> (one: Float, two: Float) {
        var terms: [Int: Int] = [:]
        var bigrams: [Int: Int] = [:]
        var length = 0
        for sentence in set {
            analysis.forEachWord(of: sentence) { term, bigram in
                length += 1
                terms[term, default: 0] += 1
                if bigram >= 0 { bigrams[bigram, default: 0] += 1 }
            }
        }
        var one: Float = 0
        var two: Float = 0
        for reference in references {
            var hits = 0
            for (term, uses) in reference.terms { hits += min(uses, terms[term] ?? 0) }
            one += 2 * Float(hits) / Float(max(1, length + reference.length))
            hits = 0
            for (bigram, uses) in reference.bigrams { hits += min(uses, bigrams[bigram] ?? 0) }
            two += 2 * Float(hits) / Float(max(1, length + reference.length - 2))
        }
        let count = Float(max(1, references.count))
        return (one / count, two / count)
    }
}
