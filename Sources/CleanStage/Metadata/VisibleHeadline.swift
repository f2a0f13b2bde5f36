/// The headline as a reader sees it on a page that names it nowhere else: no heading, no metadata, and a `<title>` that is
/// the site's.
struct VisibleHeadline {
    private static let words = 3...30
    /// The first block this long, without many links, is where the story begins.
    private static let proseWords = 25
    private static let mostLinkDensity: Float = 0.3

    /// The block that its name calls a title, or the one right above the byline.
    /// - Complexity: O(blocks before the story).
    static func find(in page: PageBlocks) -> String? {
        guard let story = page.blocks.firstIndex(where: { $0.words >= proseWords && $0.linkDensity < mostLinkDensity }) else { return nil }
        let head = page.blocks[..<story].indices.suffix(12).filter { isCandidate(page.blocks[$0]) }
        if let named = head.last(where: { page.blocks[$0].nearHints.contains(.title) }) { return page.text(page.blocks[named]) }
        for index in head where index + 1 < story {
            guard let next = TextParagraph(page.bytes[page.blocks[index + 1].text]), let line = TextParagraph(page.bytes[page.blocks[index].text]) else { continue }
            if next.words <= 14, PlainByline(next) != nil, !line.endsSentence, PlainByline(line) == nil { return line.string }
        }
        return nil
    }

    private static func isCandidate(_ block: PageBlock) -> Bool {
        words.contains(block.words) && block.linkDensity < mostLinkDensity && block.context.isDisjoint(with: [.navigation, .footer, .form, .list, .caption])
    }
}
