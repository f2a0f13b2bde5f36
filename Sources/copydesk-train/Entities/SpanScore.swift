import EntitiesStage

/// Exact-span precision, recall and F1, micro-averaged, as the CoNLL-2003 shared task scores.
struct SpanScore {
    struct Counts {
        var right = 0
        var found = 0
        var wanted = 0

        mutating func add(_ other: Counts) {
            right += other.right
            found += other.found
            wanted += other.wanted
        }

        var precision: Double { found == 0 ? 0 : Double(right) / Double(found) }
        var recall: Double { wanted == 0 ? 0 : Double(right) / Double(wanted) }
        var f1: Double { right == 0 ? 0 : 2 * precision * recall / (precision + recall) }
    }

    private(set) var kinds: [Counts] = Array(repeating: Counts(), count: Label.Kind.allCases.count)
    /// Raw confidence and whether the mention was right, of every mention found.
    private(set) var confidences: [(raw: Float, isRight: Bool)] = []

    var total: Counts { sum(Label.Kind.allCases) }
    var withoutMisc: Counts { sum([.person, .location, .organization]) }

    private func sum(_ wanted: [Label.Kind]) -> Counts {
        wanted.reduce(into: Counts()) { total, kind in
            total.add(kinds[kind.rawValue])
        }
    }

    mutating func add(found: [Mention], wanted: [(Range<Int>, Label.Kind)]) {
        var open: [Range<Int>: Label.Kind] = [:]
        for (range, kind) in wanted {
            kinds[kind.rawValue].wanted += 1
            open[range] = kind
        }
        for mention in found {
            kinds[mention.kind.rawValue].found += 1
            let isRight = open[mention.tokens] == mention.kind
            if isRight { kinds[mention.kind.rawValue].right += 1 }
            confidences.append((mention.confidence, isRight))
        }
    }

    mutating func add(_ other: SpanScore) {
        for kind in kinds.indices {
            kinds[kind].add(other.kinds[kind])
        }
        confidences += other.confidences
    }

    /// "F1 70.1 (P 72.0 R 68.3) | PER … LOC … ORG … MISC … | without MISC …"
    var summary: String {
        func percent(_ share: Double) -> String {
            let tenths = Int((share * 1000).rounded())
            return "\(tenths / 10).\(tenths % 10)"
        }
        let names = ["PER", "LOC", "ORG", "MISC"]
        let each = zip(names, kinds).map { "\($0) \(percent($1.f1))" }.joined(separator: " ")
        return "F1 \(percent(total.f1)) (P \(percent(total.precision)) R \(percent(total.recall))) | \(each) | without MISC \(percent(withoutMisc.f1))"
    }

    /// Tags the sentences, `documentLength` at a time as one article, and scores them.
    static func of(_ sentences: [TaggedSentence], _ model: EntityModel, documentLength: Int) -> SpanScore {
        var all = SpanScore()
        for score in eachArticle(sentences, model, documentLength: documentLength) { all.add(score) }
        return all
    }

    /// The same, article by article.
    static func eachArticle(_ sentences: [TaggedSentence], _ model: EntityModel, documentLength: Int) -> [SpanScore] {
        var tagger = Tagger(model)
        var scores: [SpanScore] = []
        var mentions: [Mention] = []
        var first = 0
        while first < sentences.count {
            let document = Document(sentences[first..<min(first + documentLength, sentences.count)])
            document.bytes.withUnsafeBufferPointer {
                tagger.tag($0, tokens: document.tokens, sentences: document.sentences, into: &mentions)
            }
            var score = SpanScore()
            score.add(found: mentions, wanted: document.mentions)
            scores.append(score)
            first += documentLength
        }
        return scores
    }
}

/// Sentences put together as one article.
struct Document {
    var bytes: [UInt8] = []
    var tokens: [TokenRange] = []
    var sentences: [Range<Int>] = []
    var mentions: [(Range<Int>, Label.Kind)] = []

    init(_ parts: ArraySlice<TaggedSentence>) {
        for part in parts {
            let (byte, token) = (bytes.count, tokens.count)
            bytes += part.bytes
            bytes.append(0x0A)
            tokens += part.tokens.map { $0.lowerBound + byte..<$0.upperBound + byte }
            sentences.append(token..<tokens.count)
            part.labels.withUnsafeBufferPointer { labels in
                Mention.each(in: labels) { range, kind in
                    mentions.append((range.lowerBound + token..<range.upperBound + token, kind))
                }
            }
        }
    }
}
