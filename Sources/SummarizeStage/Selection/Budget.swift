/// How long a summary may be. A limit of words or characters is never exceeded.
package struct Budget: Sendable, Equatable {
    package var sentences: Int
    /// Words: runs of bytes between white space, as `wc -w` counts.
    package var words: Int?
    /// Unicode code points, those between the sentences too.
    package var characters: Int?

    package init(sentences: Int, words: Int? = nil, characters: Int? = nil) {
        self.sentences = sentences
        self.words = words
        self.characters = characters
    }
}

/// What a sentence takes of a budget.
package struct Cost: Sendable {
    var words = 0
    var characters = 0

    /// - Complexity: O(length of the range).
    init(_ text: [UInt8], _ range: Range<Int>) {
        var inWord = false
        for index in range {
            let byte = text[index]
            if byte & 0xC0 != 0x80 { characters += 1 }
            let isSpace = byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
            if !isSpace, !inWord { words += 1 }
            inWord = !isSpace
        }
    }

    init() {}
}
