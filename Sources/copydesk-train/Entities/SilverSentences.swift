import EntitiesStage
import StageKit

/// Self-training: sentences of raw news on which two taggers that look at different things agree (after Clark, Curran and
/// Osborne, "Bootstrapping POS taggers using unlabelled data", CoNLL 2003).
enum SilverSentences {
    /// How much a silver sentence counts beside a gold one.
    static let weight: Float = 0.5

    /// - Parameters:
    ///   - least: the least raw confidence of every mention in a kept sentence, in both taggers.
    static func agreed(_ text: [TaggedSentence], _ one: EntityModel, _ other: EntityModel, least: Float) -> [TaggedSentence] {
        var taggers = [Tagger(one), Tagger(other)]
        var kept: [TaggedSentence] = []
        var mentions: [[Mention]] = [[], []]
        for start in stride(from: 0, to: text.count, by: Training.documentLength) {
            let part = text[start..<min(start + Training.documentLength, text.count)]
            let document = Document(part)
            for index in taggers.indices {
                document.bytes.withUnsafeBufferPointer {
                    taggers[index].tag($0, tokens: document.tokens, sentences: document.sentences, into: &mentions[index])
                }
            }
            for (range, sentence) in zip(document.sentences, part) {
                let found = mentions.map { $0.filter { range.contains($0.tokens.lowerBound) } }
                guard found[0].map({ [$0.tokens.lowerBound, $0.tokens.upperBound, $0.kind.rawValue] })
                    == found[1].map({ [$0.tokens.lowerBound, $0.tokens.upperBound, $0.kind.rawValue] }),
                    (found[0] + found[1]).allSatisfy({ $0.confidence >= least })
                else { continue }
                var silver = sentence
                silver.labels = Array(repeating: 0, count: sentence.tokens.count)
                for mention in found[0] {
                    let tokens = mention.tokens.lowerBound - range.lowerBound..<mention.tokens.upperBound - range.lowerBound
                    Corpus.spell(mention.kind, tokens, in: &silver.labels)
                }
                silver.weight = weight
                kept.append(silver)
            }
        }
        return kept
    }
}
