/// Chooses a page's headline among the places that name it, and takes the site's name off.
struct TitleFinder {
    /// What stands between a headline and a site's name in `<title>`.
    private static let marks = [" | ", " - ", " – ", " — ", " · ", " » ", " « ", " :: ", " / ", " • ", " ❘ ", "|"].map { Array($0.utf8) }

    let tree: PageTree
    let meta: MetaTags
    let data: LinkedData
    let site: String?

    /// A heading must make up this share of what another place calls the title; less is a site's or section's name.
    private static let leastShare = 0.6

    /// A shorter `<title>`, in letters, names the site or says "Home".
    private static let leastTitle = 15

    /// The title and where it came from.
    func find() -> (title: String, origin: String)? {
        let headings = self.headings().filter { !isSite(Fingerprint($0.text)) }
        let named: [(title: String, origin: String)] = [(meta["og:title"], "og:title"), (data.headline, "json-ld"), (meta["twitter:title"], "twitter:title"), (meta.title, "title")]
            .compactMap { text, origin in text.map { (withoutSite($0), origin) } }
            .filter { !isSite(Fingerprint($0.title)) }
        let prints = named.map { Fingerprint($0.title) }
        // "Headline - Site": the visible headline, and a mark behind it.
        if let title = meta.title, let heading = headings.first(where: { startsTitle($0.text, title) }) { return (heading.text, "h\(heading.level)") }
        // The visible headline, confirmed by another place: in full, then in most of it.
        for least in [1, TitleFinder.leastShare] {
            for heading in headings {
                let print = Fingerprint(heading.text)
                guard print.bytes.count >= 4 else { continue }
                for other in prints where !other.bytes.isEmpty && other.contains(print) {
                    if Double(print.bytes.count) >= least * Double(other.bytes.count) { return (heading.text, "h\(heading.level)") }
                }
            }
        }
        // A heading with a kicker in front: the title without it.
        for (index, name) in named.enumerated() where name.origin != "title" && prints[index].bytes.count >= 15 {
            if headings.contains(where: { $0.level == 1 && Fingerprint($0.text).bytes.suffix(prints[index].bytes.count).elementsEqual(prints[index].bytes) }) { return name }
        }
        if let name = named.first(where: { $0.origin != "title" }) { return name }
        // A `<title>` that no heading repeats is still the likelier headline than a heading that nothing confirms.
        if let index = named.indices.first(where: { prints[$0].bytes.count >= TitleFinder.leastTitle }) { return named[index] }
        let firstHeadings = headings.filter { $0.level == 1 }
        if firstHeadings.count == 1, let heading = firstHeadings.first, heading.text.utf8.count >= 10 { return (heading.text, "h1") }
        if let name = named.first { return name }
        return headings.first.map { ($0.text, "h\($0.level)") } ?? meta.title.map { ($0, "title") }
    }

    /// Whether a title is this text with something behind a mark.
    private func startsTitle(_ text: String, _ title: String) -> Bool {
        guard text.utf8.count >= 4, title.hasPrefix(text) else { return false }
        let rest = Array(title.utf8.dropFirst(text.utf8.count))
        return TitleFinder.marks.contains { rest.starts(with: $0) }
    }

    /// Whether a text is the site's name rather than a headline.
    private func isSite(_ print: Fingerprint) -> Bool {
        [site, meta["og:site_name"], meta["application-name"], data.site].contains { name in
            guard let name = name.map({ Fingerprint($0) }), !name.bytes.isEmpty else { return false }
            return name.bytes == print.bytes
        }
    }

    private struct Heading {
        var text: String
        var level: Int
    }

    /// Headings 1 to 3 in order of level, then place; longer ones of a level first where one holds the other.
    private func headings() -> [Heading] {
        var found: [Heading] = []
        for node in 0..<tree.count {
            let level: Int
            switch tree.tag[node] {
            case .h1: level = 1
            case .h2: level = 2
            case .h3: level = 3
            default: continue
            }
            let text = tree.text(of: node, most: 600)
            if !text.isEmpty, text.utf8.count < 400 { found.append(Heading(text: text, level: level)) }
            if found.count > 60 { break }
        }
        return found.enumerated().sorted { ($0.element.level, $0.offset) < ($1.element.level, $1.offset) }.map(\.element)
    }

    /// `Headline | Site` → `Headline`.
    func withoutSite(_ title: String) -> String {
        let siteNames = [site, meta["og:site_name"]].compactMap { $0 }.map { Fingerprint($0) }.filter { !$0.bytes.isEmpty }
        var result = title
        // At most two tails: "Headline - Section | Site".
        for round in 0..<2 {
            guard let (head, tail) = lastCut(result, isFirst: round == 0) else { break }
            let print = Fingerprint(tail)
            let isSite = siteNames.contains { $0.bytes == print.bytes || $0.contains(print) || print.contains($0) }
            let isShort = tail.split(separator: " ").count <= 4 && head.split(separator: " ").count >= 3
            guard isSite || (isShort && round == 0) else { break }
            result = head
        }
        return result
    }

    private func lastCut(_ title: String, isFirst: Bool) -> (head: String, tail: String)? {
        let bytes = Array(title.utf8)
        var best: Range<Int>?
        for mark in TitleFinder.marks {
            var start = (best?.lowerBound ?? 0) + 1
            while let found = ByteSearch.find(mark, in: bytes, from: start) {
                best = found..<found + mark.count
                start = found + 1
            }
        }
        guard let best else { return nil }
        let head = TextNormalizer.line(bytes[..<best.lowerBound])
        let tail = TextNormalizer.line(bytes[best.upperBound...])
        return head.isEmpty || tail.isEmpty ? nil : (head, tail)
    }
}
