import EntitiesStage

/// The features of all training sentences, numbered.
struct TrainingSet {
    /// Feature numbers, token after token.
    private(set) var features: [Int32] = []
    /// Where each token's features start; one more at the end.
    private(set) var starts: [Int] = [0]
    private(set) var labels: [UInt8] = []
    /// Token ranges.
    private(set) var sentences: [(tokens: Range<Int>, lacksMisc: Bool, weight: Float)] = []
    /// The hash of each numbered feature.
    private(set) var keys: [UInt32] = []
    /// Hashes of ``CorpusFeatures``.
    private(set) var corpusKeys: Set<UInt32> = []
    /// Scores that the trained weights add to; empty for none.
    private(set) var offsets: [SIMD16<Float>] = []

    /// Features that were gathered elsewhere, one list a token.
    init(features lists: [[UInt32]], labels: [UInt8], sentences: [(tokens: Range<Int>, lacksMisc: Bool, weight: Float)], offsets: [SIMD16<Float>], leastCount: UInt32) {
        self.labels = labels
        self.sentences = sentences
        self.offsets = offsets
        var hashes: [UInt32] = []
        for list in lists {
            hashes += list
            starts.append(hashes.count)
        }
        number(hashes, leastCount: leastCount)
    }

    /// - Parameter leastCount: features seen less often are left out.
    init(_ text: [TaggedSentence], resources: EntityModel, leastCount: UInt32, isTellingCorpora: Bool) {
        var hashes: [UInt32] = []
        var sentence = SentenceTraits()
        var buffer: [UInt32] = Array(repeating: 0, count: FeatureTemplates.most + CorpusFeatures.most)
        for item in text {
            let first = labels.count
            item.bytes.withUnsafeBufferPointer { sentence.fill($0, item.tokens[...], model: resources) }
            sentence.traits.withUnsafeBufferPointer { traits in
                buffer.withUnsafeMutableBufferPointer { buffer in
                    guard let traits = traits.baseAddress, let out = buffer.baseAddress else { return }
                    for index in 0..<sentence.count {
                        var count = FeatureTemplates.write(
                            traits, at: index + 2, sentenceCase: sentence.sentenceCase, to: out)
                        if isTellingCorpora {
                            let own = CorpusFeatures.write(traits, at: index + 2, scheme: item.scheme, to: out + count)
                            corpusKeys.formUnion(UnsafeBufferPointer(start: out + count, count: own))
                            count += own
                        }
                        hashes.append(contentsOf: UnsafeBufferPointer(start: out, count: count))
                        starts.append(hashes.count)
                    }
                }
            }
            labels += item.labels
            sentences.append((first..<labels.count, item.lacksMisc, item.weight))
        }
        number(hashes, leastCount: leastCount)
    }

    /// Counts in an open-addressed table, then numbers what is frequent enough; the rest becomes -1.
    private mutating func number(_ hashes: [UInt32], leastCount: UInt32) {
        let bits = 27
        let mask = (1 << bits) - 1
        var table: [(key: UInt32, count: UInt32)] = Array(repeating: (0, 0), count: 1 << bits)
        func slot(_ hash: UInt32, _ table: UnsafeMutableBufferPointer<(key: UInt32, count: UInt32)>) -> Int {
            var at = Int((UInt64(hash) &* 0x9E37_79B9_7F4A_7C15) >> (64 - UInt64(bits)))
            while table[at].count != 0, table[at].key != hash { at = (at + 1) & mask }
            return at
        }
        features.reserveCapacity(hashes.count)
        table.withUnsafeMutableBufferPointer { table in
            for hash in hashes {
                let at = slot(hash, table)
                table[at] = (hash, table[at].count + 1)
            }
            // From here on, `count` holds a number above the mark once a feature is numbered.
            let mark: UInt32 = 1 << 31
            for hash in hashes {
                let at = slot(hash, table)
                if table[at].count < mark, table[at].count >= leastCount {
                    table[at].count = mark | UInt32(keys.count)
                    keys.append(hash)
                }
                features.append(table[at].count >= mark ? Int32(table[at].count & ~mark) : -1)
            }
        }
    }

    /// Leaves out all features but the chosen ones, which are numbered anew.
    mutating func keep(_ chosen: [Int]) {
        var numbers: [Int32] = Array(repeating: -1, count: keys.count)
        for (new, old) in chosen.enumerated() { numbers[old] = Int32(new) }
        keys = chosen.map { keys[$0] }
        for index in features.indices where features[index] >= 0 {
            features[index] = numbers[Int(features[index])]
        }
    }
}
