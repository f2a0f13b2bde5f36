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

/// What kinds of elements a block lies in.
struct BlockContext: OptionSet, Hashable, Sendable {
    let rawValue: UInt32

    static let article = BlockContext(rawValue: 1 << 0)
    static let main = BlockContext(rawValue: 1 << 1)
    static let articleBody = BlockContext(rawValue: 1 << 2)
    static let aside = BlockContext(rawValue: 1 << 3)
    static let navigation = BlockContext(rawValue: 1 << 4)
    static let header = BlockContext(rawValue: 1 << 5)
    static let footer = BlockContext(rawValue: 1 << 6)
    static let form = BlockContext(rawValue: 1 << 7)
    static let figure = BlockContext(rawValue: 1 << 8)
    static let caption = BlockContext(rawValue: 1 << 9)
    static let table = BlockContext(rawValue: 1 << 10)
    static let list = BlockContext(rawValue: 1 << 11)
    static let quotation = BlockContext(rawValue: 1 << 12)
    static let heading = BlockContext(rawValue: 1 << 13)
    static let button = BlockContext(rawValue: 1 << 14)
    static let nestedArticle = BlockContext(rawValue: 1 << 15)
    static let link = BlockContext(rawValue: 1 << 16)
    static let address = BlockContext(rawValue: 1 << 17)
    static let section = BlockContext(rawValue: 1 << 18)
    static let emphasised = BlockContext(rawValue: 1 << 19)

    static let names = [
        "article", "main", "articleBody", "aside", "navigation", "header", "footer", "form", "figure", "caption", "table", "list", "quotation",
        "heading", "button", "nestedArticle", "link", "address", "section", "emphasised",
    ]
}

/// A page's blocks in document order.
struct PageBlocks {
    var blocks: [PageBlock] = []
    var bytes: [UInt8] = []
    /// What the page's names hint at.
    var hints = HintCache()

    func text(_ block: PageBlock) -> String { String(decoding: bytes[block.text], as: UTF8.self) }
}
