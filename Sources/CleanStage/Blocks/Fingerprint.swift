/// Letters and digits of a text, lower case, for telling whether one text holds another whatever their punctuation.
struct Fingerprint {
    let bytes: [UInt8]

    init(_ text: String) {
        var text = text
        var kept: [UInt8] = []
        text.withUTF8 { Fingerprint.append($0, to: &kept) }
        bytes = kept
    }

    /// Appends the letters and digits of UTF-8 text; see ``write(_:to:)``.
    static func append(_ text: UnsafeBufferPointer<UInt8>, to kept: inout [UInt8]) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count) { room in
            kept.append(contentsOf: UnsafeBufferPointer(rebasing: UnsafeBufferPointer(room)[..<write(text, to: room)]))
        }
    }

    /// By ASCII byte: the letter in lower case or digit that is kept, 0 for what is not.
    private static let kept: [UInt8] = (0..<0x80).map { (byte: UInt8) in
        byte &- 0x61 < 26 || byte &- 0x30 < 10 ? byte : byte &- 0x41 < 26 ? byte | 0x20 : 0
    }

    /// Writes the letters and digits of UTF-8 text and returns their number. Typographic marks (U+2000…U+206F), no-break
    /// spaces and soft hyphens go: they differ between a page and its metadata.
    /// - Parameter room: as large as the text at least.
    static func write(_ text: UnsafeBufferPointer<UInt8>, to room: UnsafeMutableBufferPointer<UInt8>) -> Int {
        precondition(room.count >= text.count, "room for all of the text")
        var count = 0
        Fingerprint.kept.withUnsafeBufferPointer { kept in
            var index = 0
            while index < text.count {
                let byte = text[index]
                index += 1
                if byte < 0x80 {
                    // Written at any rate and then kept or not: cheaper than to guess which.
                    let letter = kept[Int(byte)]
                    room[count] = letter
                    count &+= letter == 0 ? 0 : 1
                    continue
                }
                let next = index < text.count ? text[index] : 0
                if byte == 0xE2, next == 0x80 || next == 0x81 {
                    index += 2
                } else if byte == 0xC2, next == 0xA0 || next == 0xAD {
                    index += 1
                } else {
                    room[count] = byte
                    count += 1
                }
            }
        }
        return count
    }

    func contains(_ other: Fingerprint) -> Bool {
        !other.bytes.isEmpty && ByteSearch.contains(bytes, other.bytes)
    }
}
