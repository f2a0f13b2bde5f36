import EntitiesStage
import StageKit

/// Makes the lexicon from running text: word classes and usual casing.
enum LexiconBuilder {
    /// Words seen less often get no class: their neighbours tell too little.
    private static let leastCount = 4
    private static let rounds = 8

    /// Words seen as often as this in the gold data, and never in a name, are taken to be outside of names always.
    private static let leastOutside = 25

    /// - Parameters:
    ///   - gold: the part of `text` that has labels.
    static func build(from text: [TaggedSentence], gold: [TaggedSentence], fine: Int, coarse: Int, withClusters: Bool, wordNet: WordNet?) throws -> [UInt8] {
        var counts: [UInt32: Int] = [:]
        var casing: [UInt32: (capital: Int, small: Int)] = [:]
        var forms: [UInt32] = []
        let border: UInt32 = 0
        var sentence = SentenceTraits()
        for item in text {
            item.bytes.withUnsafeBufferPointer { sentence.fillWithoutModel($0, item.tokens[...]) }
            for index in 0..<sentence.count {
                let traits = sentence.traits[2 + index]
                counts[traits.form, default: 0] += 1
                forms.append(traits.form)
                // A word's casing shows where neither a sentence nor a quotation starts.
                guard index > 0, sentence.sentenceCase == .ordinary, traits.flags.contains(.hasLetter),
                    sentence.traits[1 + index].flags.contains(.hasLetter) || sentence.traits[1 + index].tail == UInt32(UInt8(ascii: ","))
                else { continue }
                var seen = casing[traits.lower] ?? (0, 0)
                if traits.isCapitalized { seen.capital += 1 } else { seen.small += 1 }
                casing[traits.lower] = seen
            }
            forms.append(border)
        }
        var entries: [UInt32: LexiconEntry] = [:]
        if withClusters {
            let words = counts.filter { $0.value >= leastCount }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
            let numbers = Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, Int32($0)) })
            let numbered = forms.map { numbers[$0] ?? -1 }
            let many = ExchangeClusters(text: numbered, vocabulary: words.count, classes: fine, rounds: rounds).classes
            let few = ExchangeClusters(text: numbered, vocabulary: words.count, classes: coarse, rounds: rounds).classes
            for (index, word) in words.enumerated() {
                entries[word] = LexiconEntry(fine: UInt16(many[index]), coarse: UInt8(few[index]))
            }
        }
        for (word, seen) in casing where seen.capital + seen.small >= 2 {
            entries[word, default: LexiconEntry()].capital = bucket(Double(seen.capital) / Double(seen.capital + seen.small))
        }
        for word in outside(gold) { entries[word, default: LexiconEntry()].isOutside = true }
        for word in wordNet?.words ?? [] {
            var traits = TokenTraits()
            word.withUnsafeBufferPointer { TokenScanner.scan($0, 0, word.count, into: &traits) }
            entries[traits.lower, default: LexiconEntry()].sense = wordNet?.senses[word] ?? 0
        }
        let keys = entries.keys.sorted()
        let packed = HashTablePacker.pack(keys: keys, rowSize: LexiconEntry.size) { entries[keys[$0]]?.bytes ?? [] }
        guard let packed else { throw StageFailure("the lexicon cannot be packed") }
        return packed
    }

    /// Forms that start with a small letter or no letter; names can be new, but not made of these.
    private static func outside(_ gold: [TaggedSentence]) -> [UInt32] {
        var seen: [UInt32: (count: Int, isName: Bool)] = [:]
        var sentence = SentenceTraits()
        for item in gold {
            item.bytes.withUnsafeBufferPointer { sentence.fillWithoutModel($0, item.tokens[...]) }
            for index in 0..<sentence.count where !sentence.traits[2 + index].isCapitalized {
                let form = sentence.traits[2 + index].form
                let before = seen[form] ?? (0, false)
                seen[form] = (before.count + 1, before.isName || Int(item.labels[index]) != Label.outside)
            }
        }
        return seen.filter { $0.value.count >= leastOutside && !$0.value.isName }.map(\.key)
    }

    /// Never, seldom, both, mostly, always.
    private static func bucket(_ share: Double) -> UInt8 {
        share < 0.05 ? 1 : share < 0.3 ? 2 : share < 0.7 ? 3 : share < 0.95 ? 4 : 5
    }
}
