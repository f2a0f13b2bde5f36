/// Lines of a page near its headline that read like bylines.
enum BylineLines {
    private static let mostWords = 14
    /// In a line of so few words a single name is one: "By Mira".
    private static let shortWords = 4
    /// Fewer digits make no date.
    private static let leastDigits = 3
    /// A signed line elsewhere has no more words.
    private static let mostSignatureWords = 7
    /// A bare introduction ("By") may have the name in the next block.
    private static let bareIntroductions: Set<String> = ["by", "von", "par", "por", "text", "author", "autor", "written by"]

    /// The names of each line, in page order.
    static func find(_ page: PageBlocks, _ region: HeadRegion, _ site: SiteNames) -> [[String]] {
        var lines: [[String]] = []
        for index in region.blocks {
            let block = page.blocks[index]
            guard block.words <= mostWords, index != region.headline, block.context.isDisjoint(with: [.navigation, .caption, .footer]) else { continue }
            let text = page.text(block)
            let opens = Byline.withoutIntroduction(text) != text
            if opens || block.digits >= leastDigits, let line = TextParagraph(page.bytes[block.text]), let byline = PlainByline(line), !byline.names.isEmpty {
                lines.append(byline.names)
            } else if opens {
                let isShort = block.words <= shortWords
                let names = Byline.names(in: [text], site: site).filter { NameShape.isPerson($0, site: site) || NameShape.isBody($0) || isShort && NameShape.isNameLike($0) }
                if !names.isEmpty { lines.append(names) }
            } else if bareIntroductions.contains(text.lowercased().filter { $0 != ":" }), index + 1 < region.blocks.upperBound {
                let names = Byline.names(in: [page.text(page.blocks[index + 1])], site: site)
                if !names.isEmpty, names.allSatisfy({ NameShape.isPerson($0, site: site) }) { lines.append(names) }
            }
        }
        return lines
    }

    /// The names of the last line of the page that is nothing but a byline: some sign below the text.
    static func signature(_ page: PageBlocks, _ site: SiteNames) -> [String] {
        for block in page.blocks.reversed() where block.words <= mostSignatureWords && block.words >= 2 {
            guard block.context.isDisjoint(with: [.navigation, .caption, .footer, .aside, .form, .list, .link]), block.allHints.isDisjoint(with: [.comment, .related, .caption]),
                Byline.withoutIntroduction(page.text(block)) != page.text(block), let line = TextParagraph(page.bytes[block.text]), let byline = PlainByline(line), !byline.names.isEmpty,
                byline.names.allSatisfy({ NameShape.isPerson($0, site: site) })
            else { continue }
            return byline.names
        }
        return []
    }
}
