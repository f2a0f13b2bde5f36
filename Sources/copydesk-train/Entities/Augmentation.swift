import EntitiesStage
import SeededRandom

/// Further training sentences made from the given ones.
enum Augmentation {
    /// One sentence in `share` each, in capitals, in lower case and capitalised like a headline, so that the model
    /// still finds names where casing tells nothing.
    static func casing(_ sentences: [TaggedSentence], seed: UInt64) -> [TaggedSentence] {
        var random = SplitMix64(seed: seed)
        return sentences.compactMap { sentence in
            let change: ([UInt8]) -> [UInt8]
            switch random.next() % 24 {
            case 0: change = capitals
            case 1: change = titled
            case 2: change = small
            default: return nil
            }
            return TaggedSentence(
                words: sentence.tokens.indices.map { change(sentence.word($0))[...] }, labels: sentence.labels, lacksMisc: sentence.lacksMisc,
                weight: sentence.weight, scheme: sentence.scheme)
        }
    }

    private static func capitals(_ word: [UInt8]) -> [UInt8] {
        Array(String(decoding: word, as: UTF8.self).uppercased().utf8)
    }

    private static func small(_ word: [UInt8]) -> [UInt8] {
        Array(String(decoding: word, as: UTF8.self).lowercased().utf8)
    }

    /// Headlines leave words of three letters and less small.
    private static func titled(_ word: [UInt8]) -> [UInt8] {
        guard word.count > 3, let first = word.first, first &- 0x61 < 26 else { return word }
        return [first & ~0x20] + word.dropFirst()
    }
}
