import EntitiesStage
import StageKit

/// Packs the open name lists into the model's phrase table.
enum GazetteerBuilder {
    /// - Returns: the packed table. Lists whose licence is not settled are not among ``GazetteerFlags/files``.
    static func build(from directory: String, excluding: Bool, wordNet: WordNet?) throws -> [UInt8] {
        var flags: [UInt32: UInt16] = [:]
        func add(_ phrase: ArraySlice<UInt8>, _ flag: GazetteerFlags) {
            let keys = tokenHashes(phrase)
            guard let first = keys.first, keys.count <= 6 else { return }
            var key = PhraseHash.first(first)
            for next in keys.dropFirst() {
                flags[key, default: 0] |= GazetteerFlags.prefix.rawValue
                key = PhraseHash.next(key, next)
            }
            flags[key, default: 0] |= flag.rawValue
        }
        if !excluding {
            for (name, flag) in GazetteerFlags.files {
                var lines = try Corpus.lines(of: "\(directory)/gazetteers/\(name).txt.gz")
                if flag == .demonym { lines += PeopleWords.all.sorted { $0.lexicographicallyPrecedes($1) }.map { $0[...] } }
                for line in lines { add(line, flag) }
            }
            for (phrase, flag) in wordNet?.names ?? [] { add(phrase[...], flag) }
        }
        let keys = flags.keys.sorted()
        guard let packed = HashTablePacker.pack(keys: keys, rowSize: GazetteerFlags.size, row: { index in
            let word = flags[keys[index]] ?? 0
            return [UInt8(truncatingIfNeeded: word), UInt8(truncatingIfNeeded: word >> 8)]
        }) else { throw StageFailure("the gazetteer cannot be packed") }
        return packed
    }

    /// Splits at blanks, commas and brackets, and before a possessive, as the tokenizer would.
    private static func tokenHashes(_ line: ArraySlice<UInt8>) -> [UInt32] {
        var words: [[UInt8]] = [[]]
        for byte in line {
            switch byte {
            case 0x20: words.append([])
            case UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: ")"): words += [[byte], []]
            default: words[words.count - 1].append(byte)
            }
        }
        return words.filter { !$0.isEmpty }.map { word in
            var traits = TokenTraits()
            word.withUnsafeBufferPointer { TokenScanner.scan($0, 0, word.count, into: &traits) }
            return traits.lower
        }
    }
}
