/// Tells a text in windows-1252 with few letters beyond ASCII from a damaged one in UTF-8.
enum Windows1252 {
    /// Whether every byte beyond ASCII makes sense where it stands: punctuation anywhere, a letter only within a word
    /// ("café", "École"), as damage rarely does.
    ///
    /// - Complexity: O(n).
    static func isPlausible(_ bytes: [UInt8]) -> Bool {
        bytes.indices.allSatisfy { index in
            guard bytes[index] >= 0x80 else { return true }
            let before = index > 0 ? bytes[index - 1] : 0x20
            let after = index + 1 < bytes.count ? bytes[index + 1] : 0x20
            if before == 0x20, after == 0x20, wordsOfOneLetter.contains(bytes[index]) { return true }
            switch bytes[index] {
            // Without a meaning in it, or next to never in text: þ and ÿ.
            case 0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xFE, 0xFF: return false
            // Capitals begin a word or stand among capitals.
            case 0x8A, 0x8C, 0x8E, 0x9F, 0xC0...0xD6, 0xD8...0xDE: return !isLower(before) && (isLetter(after) || isCapital(before))
            // Small letters stand beside small letters.
            case 0x9A, 0x9C, 0x9E, 0xDF...0xF6, 0xF8...0xFD: return isLetter(before) && !isCapital(after) || isLower(after)
            default: return true
            }
        }
    }

    /// À, È, É, à, è, é, ó.
    private static let wordsOfOneLetter: [UInt8] = [0xC0, 0xC8, 0xC9, 0xE0, 0xE8, 0xE9, 0xF3]

    private static func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 || byte >= 0xDF }
    private static func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 || (byte >= 0xC0 && byte < 0xDF) }
    private static func isLetter(_ byte: UInt8) -> Bool { isLower(byte) || isCapital(byte) }
}
