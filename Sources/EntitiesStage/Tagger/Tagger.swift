/// Finds the names in an article. One per worker: it keeps its buffers from article to article, and nothing else.
package struct Tagger {
    package let model: EntityModel
    private var sentence = SentenceTraits()
    private var viterbi: Viterbi
    private var probabilities: ForwardBackward
    private var scores: [SIMD16<Int16>] = []
    private var labels: [UInt8] = []
    private var features: [UInt32]
    private var votes = DocumentVotes()
    /// ``Segments/margin`` in the units of the scores.
    private let margin: Int16
    /// The capitalised words of the article.
    package private(set) var words: [DocumentVotes.Word] = []
    /// Whether a second pass looks at what the first one found; training turns it off.
    package var isVoting = true

    package init(_ model: EntityModel) {
        self.model = model
        viterbi = Viterbi(model.transitions)
        probabilities = ForwardBackward(model.transitions, unitsPerNat: model.unitsPerNat)
        features = Array(repeating: 0, count: FeatureTemplates.most)
        margin = Int16(min(max(Segments.margin * model.unitsPerNat, 0), 8000))
    }

    /// The mentions in an article's sentences, in text order.
    ///
    /// - Parameters:
    ///   - bytes: the text.
    ///   - tokens: byte ranges.
    ///   - sentences: ranges of indices into `tokens`, in order.
    /// - Complexity: O(bytes).
    package mutating func tag(
        _ bytes: UnsafeBufferPointer<UInt8>, tokens: [TokenRange], sentences: [Range<Int>], into mentions: inout [Mention]
    ) {
        mentions.removeAll(keepingCapacity: true)
        score(bytes, tokens: tokens, sentences: sentences)
        if isVoting { vote(sentences) }
        for range in sentences where !range.isEmpty { collect(range, into: &mentions) }
        MentionRules.apply(&mentions, bytes, tokens: tokens, words: words)
    }

    /// The first pass: ``tokenScores``, ``tokenLabels`` and ``words``.
    package mutating func score(_ bytes: UnsafeBufferPointer<UInt8>, tokens: [TokenRange], sentences: [Range<Int>]) {
        if scores.count < tokens.count {
            scores = Array(repeating: .zero, count: tokens.count * 2)
            labels = Array(repeating: 0, count: tokens.count * 2)
        }
        words.removeAll(keepingCapacity: true)
        for range in sentences where !range.isEmpty {
            sentence.fill(bytes, tokens[range], model: model)
            sentence.appendWords(from: range.lowerBound, to: &words)
            scores.withUnsafeMutableBufferPointer { scores in
                features.withUnsafeMutableBufferPointer { features in
                    guard let features = features.baseAddress, let scores = scores.baseAddress else { return }
                    TokenScorer.score(sentence, model, features: features, into: scores + range.lowerBound)
                }
            }
            decode(range)
        }
    }

    /// The scores and labels of the last article's tokens.
    package var tokenScores: [SIMD16<Int16>] { scores }
    package var tokenLabels: [UInt8] { labels }

    private mutating func decode(_ range: Range<Int>) {
        scores.withUnsafeBufferPointer { scores in
            labels.withUnsafeMutableBufferPointer { labels in
                guard let labels = labels.baseAddress.map({ $0 + range.lowerBound }) else { return }
                let scores = UnsafeBufferPointer(rebasing: scores[range])
                Segments.each(scores, margin: margin) { index in
                    labels[index] = UInt8(Label.outside)
                } work: { part in
                    viterbi.decode(
                        UnsafeBufferPointer(rebasing: scores[part]), into: labels + part.lowerBound,
                        isInside: (part.lowerBound > 0, part.upperBound < scores.count))
                }
            }
        }
    }

    /// The second pass, over the sentences that have votes.
    private mutating func vote(_ sentences: [Range<Int>]) {
        votes.reset(words.count)
        labels.withUnsafeBufferPointer { labels in
            if let labels = labels.baseAddress { votes.count(words, labels) }
        }
        var changed: [Range<Int>] = []
        labels.withUnsafeBufferPointer { labels in
            features.withUnsafeMutableBufferPointer { features in
                guard let labels = labels.baseAddress, let features = features.baseAddress else { return }
                var sentence = sentences.startIndex
                for word in words {
                    let count = votes.write(word, labels, to: features)
                    guard count > 0 else { continue }
                    var sum = SIMD16<Int16>.zero
                    for feature in 0..<count { sum &+= TokenScorer.weights(features[feature], model) }
                    guard sum != .zero else { continue }
                    scores[Int(word.token)] &+= sum
                    while sentences[sentence].upperBound <= Int(word.token) { sentence += 1 }
                    if changed.last != sentences[sentence] { changed.append(sentences[sentence]) }
                }
            }
        }
        for range in changed { decode(range) }
    }

    private mutating func collect(_ range: Range<Int>, into mentions: inout [Mention]) {
        scores.withUnsafeBufferPointer { scores in
            labels.withUnsafeBufferPointer { labels in
                let scores = UnsafeBufferPointer(rebasing: scores[range])
                let labels = UnsafeBufferPointer(rebasing: labels[range])
                Segments.each(scores, margin: margin, outside: { _ in }) { part in
                    let partLabels = UnsafeBufferPointer(rebasing: labels[part])
                    var isReady = false
                    Mention.each(in: partLabels) { tokens, kind in
                        if !isReady {
                            probabilities.run(
                                UnsafeBufferPointer(rebasing: scores[part]), nats: 1 / model.unitsPerNat,
                                isInside: (part.lowerBound > 0, part.upperBound < scores.count))
                            isReady = true
                        }
                        let start = tokens.lowerBound + part.lowerBound + range.lowerBound
                        mentions.append(Mention(tokens: start..<start + tokens.count, kind: kind, shares: probabilities.shares(tokens)))
                    }
                }
            }
        }
    }
}
