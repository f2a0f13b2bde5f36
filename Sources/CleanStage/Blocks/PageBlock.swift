/// A run of text between two block borders of a page, with what is counted about it.
struct PageBlock {
    /// The text's bytes in ``PageBlocks/bytes``, white space squeezed.
    var text: Range<Int>
    /// The innermost block element around it.
    var node: PageTree.Node
    /// The first text node in it.
    var firstText: PageTree.Node
    var tag: Tag
    var words = 0
    /// Bytes that are not white space.
    var characters = 0
    var linkCharacters = 0
    var boldCharacters = 0
    var links = 0
    var commas = 0
    /// Full stops, question and exclamation marks that end a word.
    var sentenceEnds = 0
    var digits = 0
    var capitals = 0
    var context: BlockContext = []
    /// Hints of the element itself and the two around it.
    var nearHints: Hint = []
    /// Hints of all elements around it below `<body>`.
    var allHints: Hint = []
    /// Hash of the text, for finding repetitions.
    var hash: UInt64 = 0

    /// Whether it is several links and hardly anything else.
    var isLinkRow: Bool { links >= 3 && linkDensity > 0.9 }

    var linkDensity: Float { characters > 0 ? Float(linkCharacters) / Float(characters) : 0 }
}

/// A page's blocks in document order.
struct PageBlocks {
    var blocks: [PageBlock] = []
    var bytes: [UInt8] = []
    /// What the page's names hint at.
    var hints = HintCache()
    /// By node: a hash of a block element and its class, which elements that look alike share; 0 for all others.
    var looks: [UInt64] = []

    func text(_ block: PageBlock) -> String { String(decoding: bytes[block.text], as: UTF8.self) }
}
