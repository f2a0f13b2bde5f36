/// A paragraph of plain text or Markdown, before its role is known.
struct TextParagraph {
    /// What the text's own marks say it is.
    enum Form {
        case prose
        /// An item of a list; its bullet is gone, its number is not.
        case item
        case quotation
        case heading
        /// The description of an image.
        case image
    }

    /// One line of squeezed UTF-8.
    let text: [UInt8]
    /// The same in lower case where it is ASCII, for looking up phrases.
    let lowercased: [UInt8]
    let form: Form
    let words: Int

    /// Nil where nothing but white space and marks is there.
    init?(_ bytes: some Collection<UInt8>, form: Form = .prose) {
        self.init(squeezed: TextNormalizer.squeezed(bytes), form: form)
    }

    /// Takes a line as ``TextNormalizer/squeezed(_:)`` gives it; nil for an empty one.
    init?(squeezed line: [UInt8], form: Form = .prose) {
        guard !line.isEmpty else { return nil }
        text = line
        lowercased = TextParagraph.lowercased(text)
        self.form = form
        words = TextCounts(text).words
    }

    private static func lowercased(_ text: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: text.count) { room, count in
            // Without a branch, so that the compiler takes many bytes at once.
            for (index, byte) in text.enumerated() { room.initializeElement(at: index, to: byte | (byte &- 0x41 < 26 ? 0x20 : 0)) }
            count = text.count
        }
    }

    var string: String { String(decoding: text, as: UTF8.self) }

    /// Whether it ends as a sentence does, closing quotation marks and brackets aside.
    var endsSentence: Bool {
        var tail = text[...]
        for mark in ["”", "’", "»", "“"] where tail.reversed().starts(with: mark.utf8.reversed()) { tail = tail.dropLast(mark.utf8.count) }
        while let last = tail.last, [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]")].contains(last) { tail = tail.dropLast() }
        guard let last = tail.last else { return false }
        if last == UInt8(ascii: ".") || last == UInt8(ascii: "!") || last == UInt8(ascii: "?") { return true }
        return ["…", "。", "！", "？", "।", "؟"].contains { tail.reversed().starts(with: $0.utf8.reversed()) }
    }
}
