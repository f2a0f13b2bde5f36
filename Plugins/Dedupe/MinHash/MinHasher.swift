/// Makes signatures of texts' words. Holds scratch memory: one for each thread.
///
/// One permutation hashing (Li, Owen, Zhang 2012): a hash of a shingle says into which bin it falls, and each bin keeps the
/// least; so a shingle costs a few hashes rather than one for every place. A bin that stays empty takes the value of another,
/// which a hash of its number chooses (optimal densification, Shrivastava 2017). As several hashes fill some bins each
/// rather than one all of them, even short texts leave few empty.
struct MinHasher {
    /// Words in a shingle.
    let shingle: Int
    /// Hashes of a shingle, each of which fills ``bins`` bins.
    private static let fills = 8
    private static let bins = Signature.places / fills
    /// An odd number for each hash: the fractional part of the golden ratio times 2⁶⁴, and what SplitMix64 makes of it.
    private static let multipliers: [UInt64] = (0..<fills).map { Mixer.mix(0x9E37_79B9_7F4A_7C15 &* UInt64($0 + 1)) | 1 }

    private var minima = [UInt64](repeating: .max, count: Signature.places)

    init(shingle: Int) {
        self.shingle = shingle
    }

    /// The signature of a text of at least one word; a text that is shorter than a shingle is one.
    ///
    /// - Complexity: O(n) for n words.
    mutating func signature(of words: [UInt64]) -> Signature {
        for index in minima.indices { minima[index] = .max }
        let length = min(shingle, words.count)
        words.withUnsafeBufferPointer { words in
            minima.withUnsafeMutableBufferPointer { minima in
                Self.multipliers.withUnsafeBufferPointer { multipliers in
                    for start in 0...(words.count - length) {
                        let hash = MinHasher.shingleHash(words, start, length)
                        for fill in 0..<Self.fills {
                            let product = hash.multipliedFullWidth(by: multipliers[fill])
                            let value = product.high ^ product.low
                            let bin = fill &* Self.bins &+ Int(truncatingIfNeeded: value & UInt64(Self.bins - 1))
                            if value < minima[bin] { minima[bin] = value }
                        }
                    }
                }
            }
        }
        return Signature(words: (0..<Signature.wordCount).map { word in
            (0..<Signature.placesPerWord).reduce(0) { $0 | UInt64(place(word * Signature.placesPerWord + $1)) << UInt64(8 * $1) }
        })
    }

    /// One hash of the words of a shingle.
    @inline(__always)
    static func shingleHash(_ words: UnsafeBufferPointer<UInt64>, _ start: Int, _ length: Int) -> UInt64 {
        var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
        for index in start..<(start + length) { hash = (hash ^ words[index]) &* 0xFF51_AFD7_ED55_8CCD; hash ^= hash >> 32 }
        return Mixer.mix(hash)
    }

    /// The byte that stands for a bin. The bin's number is mixed in, so that bins that took the same value still differ.
    private func place(_ bin: Int) -> UInt8 {
        let first = bin / Self.bins * Self.bins
        var chosen = bin
        var attempt: UInt64 = 0
        while minima[chosen] == .max {
            attempt += 1
            chosen = first + Int(Mixer.mix(UInt64(bin) << 32 | attempt) % UInt64(Self.bins))
            // Chance finds a full bin soon; that there is none takes a hash of 2⁶⁴ − 1.
            if attempt == 1024 { break }
        }
        return UInt8(truncatingIfNeeded: Mixer.mix(minima[chosen] ^ UInt64(bin) << 56) >> 32)
    }
}
