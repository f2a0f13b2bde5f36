/// Author and date as a reader sees them on the page.
struct VisibleMetadata {
    /// Texts that name authors, most trusted first.
    private(set) var authors: [String] = []
    /// The first `<time datetime>`, those marked as published first.
    private(set) var time: String?
    /// The first spelled date near the headline.
    private(set) var date: String?

    private static let longestByline = 160
    /// How many elements named after authors are read.
    private static let mostByClass = 3
    /// How far behind the headline a visible date is looked for, in blocks.
    private static let dateReach = 14
    /// Farther off, a date counts only in a line this short.
    private static let mostDateWords = 25
    /// A date with fewer digits names no day and year.
    private static let leastDigits = 3

    init(_ tree: PageTree, _ page: PageBlocks) {
        findMarked(tree, page.hints)
        findInText(tree, page)
    }

    private mutating func findMarked(_ tree: PageTree, _ hints: HintCache) {
        var byProperty: [String] = []
        var byLink: [String] = []
        var byClass: [String] = []
        var times: [(rank: Int, value: String)] = []
        var hints = hints
        for node in 0..<tree.count where tree.tag[node] == .time || !tree.attributeRange(of: node).isEmpty {
            if tree.tag[node] == .time {
                let value = tree.string(.datetime, of: node) ?? tree.text(of: node, most: 200)
                let property = tree.string(.itemprop, of: node)?.lowercased() ?? ""
                let name = (tree.string(.class, of: node) ?? "").lowercased()
                let isPublished = property.contains("datepublished") || name.contains("publi") || tree.value(.pubdate, of: node) != nil
                let isModified = property.contains("datemodified") || name.contains("updated") || name.contains("modified")
                let rank = isPublished ? 0 : isModified ? 2 : 1
                if times.allSatisfy({ $0.rank > rank }), DateReader.iso(value) != nil { times.append((rank, value)) }
                continue
            }
            if let property = tree.string(.itemprop, of: node) {
                let names = property.lowercased().split(separator: " ")
                if names.contains("author") { byProperty.append(tree.text(of: node, most: 400)) }
                if names.contains("datepublished"), let value = tree.string(.content, of: node) ?? tree.string(.datetime, of: node) ?? Optional(tree.text(of: node, most: 200)),
                    DateReader.iso(value) != nil
                {
                    times.append((0, value))
                }
            }
            if tree.tag[node] == .a, let rel = tree.string(.rel, of: node), rel.lowercased().split(separator: " ").contains("author") {
                byLink.append(tree.text(of: node, most: 400))
            }
            guard byClass.count < VisibleMetadata.mostByClass else { continue }
            for attribute in tree.attributes[tree.attributeRange(of: node)] where attribute.name == .class || attribute.name == .id || attribute.name == .testID {
                let range = Int(attribute.start)..<Int(attribute.end)
                guard range.count < 300, hints.find(tree.bytes, range).contains(.author) else { continue }
                let name = String(decoding: tree.bytes[range], as: UTF8.self).lowercased()
                guard !name.contains("comment"), !name.contains("related") else { continue }
                let text = tree.text(of: node, most: 400)
                if text.utf8.count >= 3, text.utf8.count <= VisibleMetadata.longestByline { byClass.append(text) }
            }
        }
        authors = Array(byProperty.filter { !$0.isEmpty && $0.utf8.count <= VisibleMetadata.longestByline }.prefix(1)) + byLink.filter { !$0.isEmpty }.prefix(1) + byClass.prefix(VisibleMetadata.mostByClass)
        time = times.enumerated().min { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }?.element.value
    }

    private mutating func findInText(_ tree: PageTree, _ page: PageBlocks) {
        let start = page.blocks.firstIndex { $0.tag == .h1 } ?? 0
        for (index, block) in page.blocks.enumerated() where index >= max(0, start - 6) && index <= start + VisibleMetadata.dateReach {
            guard block.words <= 30 else { continue }
            if authors.isEmpty || index > start {
                let text = page.text(block)
                if block.words <= 12, let line = TextParagraph(page.bytes[block.text]), let byline = PlainByline(line), !byline.names.isEmpty {
                    authors += byline.names
                } else if block.words <= 12, Byline.withoutIntroduction(text) != text {
                    authors.append(text)
                }
            }
            if date == nil, block.digits >= VisibleMetadata.leastDigits, let found = DateReader.spelled(Array(page.bytes[block.text])) { date = found.date }
        }
        guard date == nil else { return }
        for block in page.blocks where block.words <= VisibleMetadata.mostDateWords && block.digits >= VisibleMetadata.leastDigits {
            if let found = DateReader.spelled(Array(page.bytes[block.text])) {
                date = found.date
                return
            }
        }
    }
}
