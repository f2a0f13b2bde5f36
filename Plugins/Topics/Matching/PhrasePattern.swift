import StageKit

/// A phrase of a rule as the matcher looks for it.
struct PhrasePattern {
    static let mostWords = 6
    /// A prefix of fewer letters would match anything.
    static let leastPrefix = 3
    /// In UTF-8 bytes; a longer prefix is cut, which lets it match a little more.
    static let longestPrefix = 24

    /// The keys of the phrase's beginnings, and last the key of the whole.
    private(set) var keys: [UInt64] = []
    /// Length of the last word's beginning in bytes, where only that is given ("elect*"); nil for whole words.
    private(set) var prefix: Int?

    /// What a phrase may not be.
    enum Fault: Error {
        case noWord
        case tooManyWords
        /// A `*` elsewhere than at the end, or behind too few letters.
        case misplacedStar
    }

    init(_ phrase: String) throws(Fault) {
        var bytes = Array(phrase.utf8)
        let isPrefix = bytes.last == UInt8(ascii: "*")
        if isPrefix { bytes.removeLast() }
        guard !bytes.contains(UInt8(ascii: "*")) else { throw .misplacedStar }
        let words = bytes.withUnsafeBufferPointer { bytes in
            var words: [Range<Int>] = []
            var at = 0
            while let word = WordReader.next(bytes, at, bytes.count) {
                words.append(word)
                at = word.upperBound
            }
            return words
        }
        guard let last = words.last else { throw isPrefix ? .misplacedStar : .noWord }
        guard words.count <= PhrasePattern.mostWords else { throw .tooManyWords }
        if isPrefix, last.upperBound != bytes.count || last.count < PhrasePattern.leastPrefix { throw .misplacedStar }
        bytes.withUnsafeBufferPointer { bytes in
            var key = PhrasePattern.start
            for word in words {
                if isPrefix, word == last {
                    let length = min(word.count, PhrasePattern.longestPrefix)
                    prefix = length
                    key = PhrasePattern.key(key, prefix: WordHash.folded(bytes, word.lowerBound..<word.lowerBound + length))
                } else {
                    key = PhrasePattern.key(key, WordHash.singular(bytes, word))
                }
                keys.append(key)
            }
        }
    }

    static let start: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// The key of a phrase that goes on with a word.
    @inline(__always)
    static func key(_ key: UInt64, _ word: UInt64) -> UInt64 {
        let mixed = (key ^ word) &* 0xbf58_476d_1ce4_e5b9
        let result = mixed ^ mixed >> 29
        return result == 0 ? 1 : result
    }

    @inline(__always)
    static func key(_ key: UInt64, prefix: UInt64) -> UInt64 { self.key(key, ~prefix) }
}
