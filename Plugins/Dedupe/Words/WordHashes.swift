/// The words of a text as hashes: letters and digits with their case folded. Punctuation and white space part words and are
/// else left out, so that typographic quotes, dashes and line breaks make no difference. In scripts without spaces each
/// character is a word.
struct WordHashes {
    private static let letters = LetterTable()
    /// FNV-1a's offset basis and prime, 64 bits (Fowler, Noll, Vo).
    private static let offsetBasis: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01B3

    /// Takes the place of what `words` holds.
    ///
    /// - Parameter utf8: well-formed UTF-8.
    /// - Complexity: O(n).
    static func read(_ utf8: [UInt8], into words: inout [UInt64]) {
        words.removeAll(keepingCapacity: true)
        let letters = Self.letters
        utf8.withUnsafeBufferPointer { bytes in
            var hash = offsetBasis
            var isInWord = false
            var index = 0
            while index < bytes.count {
                let letter = letters.fold(scalar(in: bytes, at: &index))
                if letter != LetterTable.separator, letter & LetterTable.isWordFlag == 0 {
                    hash = (hash ^ UInt64(letter)) &* prime
                    isInWord = true
                    continue
                }
                if isInWord { words.append(Mixer.mix(hash)) }
                if letter != LetterTable.separator { words.append(Mixer.mix((offsetBasis ^ UInt64(letter)) &* prime)) }
                hash = offsetBasis
                isInWord = false
            }
            if isInWord { words.append(Mixer.mix(hash)) }
        }
    }

    /// The scalar at `index`, which goes behind it.
    @inline(__always)
    private static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at index: inout Int) -> UInt32 {
        let lead = UInt32(bytes[index])
        index += 1
        guard lead >= 0x80 else { return lead }
        let more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1
        var scalar = lead & (0x3F >> UInt32(more))
        for _ in 0..<more where index < bytes.count {
            scalar = scalar << 6 | UInt32(bytes[index] & 0x3F)
            index += 1
        }
        return scalar
    }
}

/// Spreads a number over all 64 bits: the finalizer of SplitMix64 (Steele, Lea, Flood 2014).
enum Mixer {
    @inline(__always)
    static func mix(_ value: UInt64) -> UInt64 {
        var mixed = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// One hash of several in their order.
    static func hash(_ values: some Sequence<UInt64>) -> UInt64 {
        values.reduce(0x9E37_79B9_7F4A_7C15) { mix($0 &* 0x9E37_79B9_7F4A_7C15 ^ $1) }
    }
}
