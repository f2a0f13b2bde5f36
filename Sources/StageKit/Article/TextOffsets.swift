/// In which units offsets into a text are counted.
public enum OffsetUnit: String, SettingChoice {
    /// Unicode code points, as Python and SQLite's `substr` count.
    case codePoints = "code_points"
    /// UTF-8 bytes, as copydesk, Rust and Go count.
    case bytes
    /// UTF-16 code units, as JavaScript and Java count.
    case utf16
}

/// Converts UTF-8 byte offsets into other units.
///
/// Holds the count at every 64th byte, so that one offset costs at most 64 steps; a text of ASCII alone costs nothing.
public struct TextOffsets: Sendable {
    private static let stride = 64
    private let utf8: [UInt8]
    private let unit: OffsetUnit
    /// Units before byte `index × 64`; empty when bytes and units are the same.
    private var counts: [Int32] = []

    /// - Complexity: O(n).
    public init(_ text: ArticleText, in unit: OffsetUnit) {
        utf8 = text.utf8
        self.unit = unit
        guard unit != .bytes, utf8.contains(where: { $0 >= 0x80 }) else { return }
        counts.reserveCapacity(utf8.count / TextOffsets.stride + 1)
        var count: Int32 = 0
        var index = 0
        while index < utf8.count {
            counts.append(count)
            let end = min(index + TextOffsets.stride, utf8.count)
            count += units(in: index..<end)
            index = end
        }
    }

    /// How many units start in these bytes. A scalar counts where its first byte stands; one of four bytes is two UTF-16 units.
    private func units(in range: Range<Int>) -> Int32 {
        var count: Int32 = 0
        for byte in utf8[range] {
            if byte & 0xC0 != 0x80 { count += 1 }
            if unit == .utf16, byte >= 0xF0 { count += 1 }
        }
        return count
    }

    /// The offset, in the chosen unit, of a byte offset on a scalar border.
    ///
    /// - Complexity: O(1).
    public func offset(ofByte byte: Int) -> Int {
        guard !counts.isEmpty else { return byte }
        let slot = min(byte / TextOffsets.stride, counts.count - 1)
        return Int(counts[slot] + units(in: slot * TextOffsets.stride..<byte))
    }

    /// The byte offset of an offset in the chosen unit; nil when it lies outside the text or inside a scalar.
    ///
    /// - Complexity: O(log n).
    public func byte(ofOffset offset: Int) -> Int? {
        guard offset >= 0 else { return nil }
        guard !counts.isEmpty else { return offset <= utf8.count ? offset : nil }
        var low = 0
        var high = counts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(counts[middle]) <= offset { low = middle } else { high = middle }
        }
        var count = Int(counts[low])
        var byte = low * TextOffsets.stride
        // A scalar may end in the slot after the one it starts in.
        while byte < utf8.count, utf8[byte] & 0xC0 == 0x80 { byte += 1 }
        while count < offset, byte < utf8.count {
            count += unit == .utf16 && utf8[byte] >= 0xF0 ? 2 : 1
            byte += 1
            while byte < utf8.count, utf8[byte] & 0xC0 == 0x80 { byte += 1 }
        }
        return count == offset ? byte : nil
    }
}
