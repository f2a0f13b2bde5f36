import SeededRandom

extension SplitMix64 {
    /// The generator of one input: seeds and numbers that lie close together give sequences that do not.
    init(seed: UInt64, index: Int) {
        var outer = SplitMix64(seed: seed)
        var inner = SplitMix64(seed: outer.next() ^ UInt64(index))
        self.init(seed: inner.next())
    }
}
