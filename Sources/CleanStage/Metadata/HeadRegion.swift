/// The part of a page between its headline and the first paragraphs, where author and date stand.
struct HeadRegion {
    /// Index of the block with the headline; nil where none shows it.
    private(set) var headline: Int?
    /// The node that the headline's text begins at.
    private(set) var headlineNode: PageTree.Node?
    /// Blocks from a few before the headline to the first paragraph, that one included.
    let blocks: Range<Int>
    /// The nodes of these blocks.
    let nodes: Range<PageTree.Node>

    /// How many blocks before the headline belong to it: kicker, date, section.
    private static let blocksBefore = 6
    /// How many behind it are looked at for the first paragraph.
    private static let blocksBehind = 20
    /// The first block of so many words and few links is where the story begins.
    private static let proseWords = 25
    private static let mostLinkDensity: Float = 0.3
    /// A headline's block is no longer than this, in words.
    private static let mostHeadlineWords = 60

    /// - Complexity: O(blocks).
    init(_ tree: PageTree, _ page: PageBlocks, title: String?) {
        let print = Fingerprint(title ?? "")
        /// The first block of some tags that says the title, or holds it.
        func first(_ isMeant: (Tag) -> Bool, orHolds: Bool = true) -> Int? {
            guard !print.bytes.isEmpty else { return nil }
            return page.blocks.firstIndex { block in
                guard isMeant(block.tag), block.words <= HeadRegion.mostHeadlineWords, block.characters >= print.bytes.count, block.context.isDisjoint(with: [.navigation, .footer])
                else { return false }
                let text = Fingerprint(page.text(block))
                return orHolds ? text.contains(print) : text.bytes == print.bytes
            }
        }
        // A heading with the site's name behind the title may be an invisible one, far up.
        let saying = first({ $0 == .h1 }, orHolds: false) ?? first({ $0 == .h2 }, orHolds: false)
        headline = saying ?? first { $0 == .h1 } ?? first { $0.isHeading } ?? first { !$0.isHeading } ?? page.blocks.firstIndex { $0.tag == .h1 }
        headlineNode = headline.map { page.blocks[$0].firstText }
        let start = headline ?? 0
        let prose = page.blocks.indices.dropFirst(start + (headline == nil ? 0 : 1)).prefix(HeadRegion.blocksBehind).lazy.filter {
            let block = page.blocks[$0]
            return block.words >= HeadRegion.proseWords && block.linkDensity < HeadRegion.mostLinkDensity && block.context.isDisjoint(with: [.caption, .aside, .navigation])
        }
        var story = prose.first
        if let first = story, HeadRegion.isStandfirst(page.blocks[first]) { story = prose.dropFirst().first ?? first }
        let end = min(page.blocks.count, (story ?? start + HeadRegion.blocksBehind) + 1)
        blocks = max(0, start - HeadRegion.blocksBefore)..<max(end, max(0, start - HeadRegion.blocksBefore))
        let first = blocks.first.map { page.blocks[$0].firstText } ?? 0
        let last = blocks.last.map { page.blocks[$0].firstText } ?? tree.count
        nodes = first..<max(first, last)
    }

    /// A long standfirst stands before author and date as often as a short one.
    private static func isStandfirst(_ block: PageBlock) -> Bool {
        block.tag.isHeading || block.nearHints.contains(.standfirst) || !block.context.isDisjoint(with: [.emphasised, .header]) || block.boldCharacters == block.characters
    }

    /// Whether an element begins within the region, or holds its beginning.
    func holds(_ node: PageTree.Node, _ tree: PageTree) -> Bool {
        nodes.contains(node) || tree.subtree(node).overlaps(nodes) && nodes.contains(Int(tree.end[node]) - 1)
    }
}
