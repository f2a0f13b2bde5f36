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
    func titleMatch(_ print: ArraySlice<UInt8>, words: Int) -> Float {
        guard let title, words <= 40, !print.isEmpty else { return 0 }
        if print.elementsEqual(title.bytes) { return 1 }
        if print.count > 12, print.count < title.bytes.count, title.contains(Fingerprint(letters: print)) { return 0.9 }
        if title.bytes.count > 12, title.bytes.count < print.count, Fingerprint(letters: print).contains(title) { return 0.8 }
        return 0
    }

    func descriptionMatch(_ print: ArraySlice<UInt8>, words: Int) -> Float {
        guard let description, print.count >= 20, words >= 4 else { return 0 }
        if print.elementsEqual(description.bytes) { return 1 }
        if print.count < description.bytes.count, description.contains(Fingerprint(letters: print)) { return 0.7 }
        // Descriptions are often cut: compare their first part.
        if description.bytes.count >= 60, print.starts(with: description.bytes.prefix(60)) { return 0.5 }
        return 0
    }

    /// Share of the block's runs that the body has; 0 where there is no body or too little to compare.
    /// - Complexity: O(length of the block).
    func bodyMatch(_ print: ArraySlice<UInt8>) -> Float {
        guard hasBody, print.count >= TextEvidence.window else { return 0 }
        var key: UInt64 = 0
        var looked = 0
        var found = 0
        for (offset, byte) in print.enumerated() {
            key = key << 8 | UInt64(byte)
            guard offset >= TextEvidence.window - 1, offset % 4 == 3 else { continue }
            looked += 1
            if body.existingNumber(of: key) != nil { found += 1 }
        }
        return looked == 0 ? 0 : 2 * Float(found) / Float(looked) - 1
    }
}
