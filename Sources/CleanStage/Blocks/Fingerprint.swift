/// Letters and digits of a text, lower case, for telling whether one text holds another whatever their punctuation.
struct Fingerprint {
    let bytes: [UInt8]

    init(_ text: some Sequence<UInt8>) {
        var kept: [UInt8] = []
        for byte in text {
            if byte >= 0x80 {
                kept.append(byte)
            } else if byte &- 0x61 < 26 || byte &- 0x30 < 10 {
                kept.append(byte)
            } else if byte &- 0x41 < 26 {
                kept.append(byte | 0x20)
            }
        }
        bytes = kept
    }

    init(_ text: String) {
        // Typographic marks differ between a page and its metadata; they are bytes E2 80 xx.
        self.init(Fingerprint.withoutPunctuation(text))
    }

    private static func withoutPunctuation(_ text: String) -> [UInt8] {
        var kept: [UInt8] = []
        kept.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars where !(0x2000...0x206F).contains(scalar.value) && scalar.value != 0xAD && scalar.value != 0xA0 {
            kept.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
        return kept
    }

    func contains(_ other: Fingerprint) -> Bool {
        !other.bytes.isEmpty && ByteSearch.contains(bytes, other.bytes)
    }
}
