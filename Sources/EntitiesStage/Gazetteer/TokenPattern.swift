import StageKit

/// A name with wildcards: `#` stands for a number in digits, alone or as a part of a word (`A#`), `*` for one word that starts with a
/// capital. Everything else matches as a name does.
///
/// No regular expression: a pattern is a sequence of words, so that all patterns are looked up at once, and a text costs the same
/// whatever they are.
struct TokenPattern {
    static let mostWords = PhraseIndex.mostWords
    /// At one place a text is followed along at most the ways to put so many stars into ``mostWords`` words, hence in linear time.
    static let mostStars = 4

    /// What a pattern may not be.
    struct Fault: Error {
        var reason: String
        var advice: String
        /// Where, in bytes from the pattern's start.
        var offset = 0
    }

    /// The keys of the pattern's beginnings, word by word; last the key of the whole.
    let keys: [UInt64]
    /// The bytes with which what it matches may begin, either case of a letter.
    let firstBytes: [UInt8]

    /// - Complexity: O(bytes).
    init(_ bytes: [UInt8]) throws(Fault) {
        var keys: [UInt64] = []
        var stars = 0
        var hasOwnWord = false
        var key = TokenPattern.start
        var at = 0
        while let word = bytes.withUnsafeBufferPointer({ PatternScan.next($0, at, $0.count, key, isPattern: true) }) {
            let text = bytes[word.range]
            if keys.isEmpty, text.startIndex > 0 {
                throw Fault(reason: "the pattern starts with a blank or a mark", advice: "begin with its first word, '#' or '*'")
            }
            if let star = text.firstIndex(of: TokenPattern.star) {
                guard text.count == 1 else {
                    throw Fault(reason: "'*' stands for a whole word", advice: "part it from letters and digits by a blank or a mark", offset: star)
                }
                stars += 1
                key = TokenPattern.starred(key)
            } else {
                try TokenPattern.checkNumbers(of: text)
                if text.contains(where: { $0 != TokenPattern.number && !PatternScan.isMark($0) }) { hasOwnWord = true }
                key = word.key
            }
            keys.append(key)
            at = word.range.upperBound
        }
        guard !keys.isEmpty else { throw Fault(reason: "the pattern is empty", advice: "write words with '#' or '*' among them, or remove it") }
        guard hasOwnWord else { throw Fault(reason: "the pattern has only wildcards", advice: "add a word that tells what it is, as in 'Case No. #'") }
        guard stars > 0 || bytes.contains(TokenPattern.number) else {
            throw Fault(reason: "the pattern has no wildcard", advice: "list it as a name; in YAML put a pattern in quotation marks, or ' #' begins a comment")
        }
        guard keys.count <= TokenPattern.mostWords else { throw Fault(reason: "the pattern has more than \(TokenPattern.mostWords) words", advice: "shorten it") }
        guard stars <= TokenPattern.mostStars else { throw Fault(reason: "the pattern has more than \(TokenPattern.mostStars) '*'", advice: "shorten it") }
        self.keys = keys
        firstBytes = TokenPattern.firstBytes(bytes[0])
    }

    /// The same, where a mistake ends the run.
    ///
    /// - Parameter place: what a message begins with: "file:line".
    init(_ bytes: ArraySlice<UInt8>, at place: String) throws(StageFailure) {
        do throws(Fault) {
            self = try TokenPattern(Array(bytes))
        } catch {
            throw StageFailure("\(place): \(error.reason)", advice: error.advice)
        }
    }

    private static func checkNumbers(of word: ArraySlice<UInt8>) throws(Fault) {
        for (left, right) in zip(word.indices, word.indices.dropFirst()) where word[left] == number || word[right] == number {
            guard word[left] == number || word[left] &- 0x30 < 10, word[right] == number || word[right] &- 0x30 < 10 else { continue }
            throw Fault(reason: "'#' stands for all digits of a number", advice: "write one '#', without digits beside it", offset: left)
        }
    }

    private static func firstBytes(_ byte: UInt8) -> [UInt8] {
        switch byte {
        case star: Array(UInt8(ascii: "A")...UInt8(ascii: "Z")) + Array(0x80...0xFF)
        case number: Array(UInt8(ascii: "0")...UInt8(ascii: "9"))
        case 0x80...: Array(0x80...0xFF)
        default: byte &- 0x30 < 10 ? Array(UInt8(ascii: "0")...UInt8(ascii: "9")) : [byte | 0x20, byte & ~0x20]
        }
    }

    static let number = UInt8(ascii: "#")
    static let star = UInt8(ascii: "*")
    static let start: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The key of a beginning that goes on with a star.
    @inline(__always)
    static func starred(_ key: UInt64) -> UInt64 { ~key &* 0x100_0000_01B3 }
}
