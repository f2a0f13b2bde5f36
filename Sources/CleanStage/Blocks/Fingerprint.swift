/// Letters and digits of a text, lower case, for telling whether one text holds another whatever their punctuation.
struct Fingerprint {
    let bytes: [UInt8]

    /// - Parameter letters: what another fingerprint holds.
    init(letters: ArraySlice<UInt8>) {
        bytes = Array(letters)
    }

    init(_ text: String) {
        var text = text
        var kept: [UInt8] = []
        text.withUTF8 { Fingerprint.append($0, to: &kept) }
        bytes = kept
    }

    /// Appends the letters and digits of UTF-8 text. Typographic marks (U+2000…U+206F), no-break spaces and soft
    /// hyphens go: they differ between a page and its metadata.
    static func append(_ text: UnsafeBufferPointer<UInt8>, to kept: inout [UInt8]) {
        var index = 0
        while index < text.count {
            let byte = text[index]
            index += 1
            if byte &- 0x61 < 26 || byte &- 0x30 < 10 {
                kept.append(byte)
            } else if byte &- 0x41 < 26 {
                kept.append(byte | 0x20)
            } else if byte >= 0x80 {
                let next = index < text.count ? text[index] : 0
                if byte == 0xE2, next == 0x80 || next == 0x81 {
                    index += 2
                } else if byte == 0xC2, next == 0xA0 || next == 0xAD {
                    index += 1
                } else {
                    kept.append(byte)
                }
            }
        }
    }

    func contains(_ other: Fingerprint) -> Bool {
        !other.bytes.isEmpty && ByteSearch.contains(bytes, other.bytes)
    }
}
