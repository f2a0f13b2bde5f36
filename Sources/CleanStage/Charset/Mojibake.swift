import StageKit

/// UTF-8 that was once read as windows-1252 and encoded again ("Ã¼" for "ü").
enum Mojibake {
    /// How many of the tell-tale pairs a text must have. Fewer may be meant.
    static let leastPairs = 3

    /// The bytes with the second encoding undone where that is certain: every character beyond ASCII has a windows-1252
    /// byte and these bytes are well-formed UTF-8. All others come back as they are.
    /// - Complexity: O(n), and one search for text without tell-tale pairs.
    static func repaired(_ bytes: [UInt8]) -> [UInt8] {
        let (pairs, others) = counts(bytes)
        guard pairs >= leastPairs, others == 0 else { return bytes }
        return undone(bytes) ?? bytes
    }

    /// Whether some of a text was encoded twice, but not all of it: what to mend is then unclear ("SÃ£o" may be quoted).
    static func isSuspected(in bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            var found = 0
            var start = 0
            while found < leastPairs, let place = ByteSearch.first(0xC3, in: bytes, from: start) {
                if isMark(EightBytes(bytes, at: place).word) { found += 1 }
                start = place + 1
            }
            return found >= leastPairs
        }
    }

    /// Whether text begins with "Ã" or "Â" before a sign of U+0080–U+00BF, or with "â€".
    /// - Parameter word: eight bytes, the first one lowest.
    private static func isMark(_ word: UInt64) -> Bool {
        word & 0xFF_FFFF == 0xC2_83C3 || word & 0xFF_FFFF == 0xC2_82C3 || word & 0xFF_FFFF_FFFF == 0xAC_82E2_A2C3
    }

    /// How often "Ã", "Â" or "â€" stands before a character of the continuation range, and how many other characters beyond ASCII there are.
    /// Counting stops as soon as there are more others than pairs.
    private static func counts(_ bytes: [UInt8]) -> (pairs: Int, others: Int) {
        var pairs = 0
        var others = 0
        var index = 0
        while true {
            index = bytes.withUnsafeBufferPointer { EightBytes.endOfASCII($0, from: index) }
            guard index < bytes.count else { break }
            let byte = bytes[index]
            if byte == 0xC3, index + 2 < bytes.count, bytes[index + 1] & 0xE0 == 0x80, bytes[index + 2] >= 0x80 {
                // U+00C0–U+00DF … as a lead byte of two would be, or "â" before "€".
                pairs += 1
                index += bytes[index + 2] >= 0xE0 ? 5 : 4
            } else if byte == 0xC3, index + 3 < bytes.count, bytes[index + 1] == 0xA2, bytes[index + 2] == 0xE2 {
                // "â€" has five bytes; the sign behind it has two ("œ") or three ("™").
                pairs += 1
                index += 5
                if index < bytes.count, bytes[index] >= 0x80 { index += bytes[index] >= 0xE0 ? 3 : 2 }
            } else {
                others += 1
                index += byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
            }
            if others > pairs { break }
        }
        return (pairs, others)
    }

    private static func undone(_ bytes: [UInt8]) -> [UInt8]? {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            guard let byte = Windows1252.byte(for: scalar.value) else { return nil }
            output.append(byte)
        }
        return ArticleText.isWellFormed(output) ? output : nil
    }
}
