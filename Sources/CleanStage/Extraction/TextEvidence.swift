import StageKit

/// Compares blocks with what the metadata says of the article: its title, its description, its text.
struct TextEvidence {
    var title: Fingerprint?
    var description: Fingerprint?
    private(set) var hasBody = false
    /// Every run of ``window`` bytes of the body.
    private var body = HashIndex(capacity: 16)

    /// Letters and digits in a run that is looked up: rare enough to occur in one place of an article.
    private static let window = 8

    init(title: Fingerprint?, description: Fingerprint?, body: Fingerprint?) {
        self.title = title
        self.description = description
        guard let body, body.bytes.count >= TextEvidence.window else { return }
        hasBody = true
        self.body = HashIndex(capacity: body.bytes.count)
        var key: UInt64 = 0
        for (index, byte) in body.bytes.enumerated() {
            key = key << 8 | UInt64(byte)
            if index >= TextEvidence.window - 1 { _ = self.body.number(of: key) }
        }
    }

    /// 1 where the block is the title, 0.9 a part of it, 0.8 more than it.
    /// - Parameter print: the block's ``Fingerprint``.
    func titleMatch(_ print: UnsafeBufferPointer<UInt8>, words: Int) -> Float {
        guard let title, words <= 40, !print.isEmpty else { return 0 }
        return title.bytes.withUnsafeBufferPointer { title in
            if print.elementsEqual(title) { return 1 }
            if print.count > 12, print.count < title.count, ByteSearch.find(print, in: title) != nil { return 0.9 }
            if title.count > 12, title.count < print.count, ByteSearch.find(title, in: print) != nil { return 0.8 }
            return 0
        }
    }

    func descriptionMatch(_ print: UnsafeBufferPointer<UInt8>, words: Int) -> Float {
        guard let description, print.count >= 20, words >= 4 else { return 0 }
        return description.bytes.withUnsafeBufferPointer { description in
            if print.elementsEqual(description) { return 1 }
            if print.count < description.count, ByteSearch.find(print, in: description) != nil { return 0.7 }
            // Descriptions are often cut: compare their first part.
            if description.count >= 60, print.starts(with: description.prefix(60)) { return 0.5 }
            return 0
        }
    }

    /// Share of the block's runs that the body has; 0 where there is no body or too little to compare.
    /// - Complexity: O(length of the block).
    func bodyMatch(_ print: UnsafeBufferPointer<UInt8>) -> Float {
        guard hasBody, print.count >= TextEvidence.window else { return 0 }
        var looked = 0
        var found = 0
        // Every fourth run, from the first one on.
        for start in stride(from: 0, through: print.count - TextEvidence.window, by: 4) {
            looked += 1
            if body.existingNumber(of: EightBytes(print, at: start).word.byteSwapped) != nil { found += 1 }
        }
        return looked == 0 ? 0 : 2 * Float(found) / Float(looked) - 1
    }
}
