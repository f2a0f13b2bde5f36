internal import CCLD2

/// Tells the languages of a text with libcld2 (Compact Language Detector 2, D. Sites), which knows 83 of them by the
/// sequences of four letters, or the words and single signs, that each favours.
struct LanguageDetector {
    struct Guess: Equatable {
        /// BCP 47.
        var code: String
        /// How much of the text is in it, 0 to 1.
        var share: Double
    }

    struct Result: Equatable {
        /// The likeliest first.
        var guesses: [Guess]
        /// Whether the first is clearly likelier than others.
        var isReliable: Bool
    }

    /// Bytes that are looked at: what a longer text says beyond them changes nothing.
    private static let mostBytes = 200_000
    /// How many stray control characters are mended in one text, before what follows them is left out.
    private static let mostRepairs = 16

    /// - Complexity: O(n).
    static func detect(_ text: [UInt8]) -> Result {
        var end = min(text.count, mostBytes)
        while end < text.count, end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
        let found = detect(text, length: end)
        guard found.good_bytes < end else { return result(found) }
        // The detector takes what Unicode thinks fit for interchange: no control characters, no noncharacters.
        var mended = Array(text[..<end])
        var bad = Int(found.good_bytes)
        for _ in 0..<mostRepairs {
            repeat {
                mended[bad] = UInt8(ascii: " ")
                bad += 1
            } while bad < end && mended[bad] & 0xC0 == 0x80
            let found = detect(mended, length: end)
            guard found.good_bytes < end else { return result(found) }
            bad = Int(found.good_bytes)
        }
        return result(detect(mended, length: bad))
    }

    private static func detect(_ text: [UInt8], length: Int) -> copydesk_cld2_result {
        text.withUnsafeBufferPointer { copydesk_cld2_detect($0.baseAddress, Int32(length)) }
    }

    private static func result(_ found: copydesk_cld2_result) -> Result {
        let numbers = [found.language.0, found.language.1, found.language.2]
        let percents = [found.percent.0, found.percent.1, found.percent.2]
        let guesses = zip(numbers, percents).compactMap { number, percent in
            LanguageNames.code(number).map { Guess(code: $0, share: Double(percent) / 100) }
        }
        // Where the likeliest has no code, the others are not likelier for it.
        guard numbers[0] >= 0, LanguageNames.code(numbers[0]) != nil else { return Result(guesses: [], isReliable: false) }
        return Result(guesses: guesses, isReliable: found.is_reliable)
    }
}
