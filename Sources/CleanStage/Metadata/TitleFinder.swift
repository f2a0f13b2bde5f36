/// Chooses a page's headline among the places that name it, and takes the site's name off.
struct TitleFinder {
    /// What stands between a headline and a site's name in `<title>`.
    private static let separators = [" | ", " - ", " – ", " — ", " · ", " » ", " « ", " :: ", " / ", " • ", " ❘ ", " • ", "|", ": "]

    let tree: PageTree
    let meta: MetaTags
    let data: LinkedData
    let site: String?

    /// The title and where it came from.
    func find() -> (title: String, origin: String)? {
        let headings = self.headings()
        let others = [data.headline, meta["og:title"], meta["twitter:title"], meta.title].compactMap { $0 }
        // The visible headline, confirmed by another place.
        for heading in headings {
            let print = Fingerprint(heading.text)
            guard print.bytes.count >= 4 else { continue }
            if others.contains(where: { Fingerprint($0).contains(print) }) { return (heading.text, "h\(heading.level)") }
        }
        if let headline = meta["og:title"] ?? meta["twitter:title"] { return (withoutSite(headline), "og:title") }
        if let headline = data.headline { return (withoutSite(headline), "json-ld") }
        let firstHeadings = headings.filter { $0.level == 1 }
        if firstHeadings.count == 1, let heading = firstHeadings.first, heading.text.utf8.count >= 10 { return (heading.text, "h1") }
        if let title = meta.title { return (withoutSite(title), "title") }
        return headings.first.map { ($0.text, "h\($0.level)") }
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
        var best: Range<String.Index>?
        for separator in TitleFinder.separators where separator != ": " {
            var start = title.startIndex
            while start < title.endIndex {
                if title[start...].hasPrefix(separator), start > (best?.lowerBound ?? title.startIndex) {
                    best = start..<title.index(start, offsetBy: separator.count)
                }
                start = title.index(after: start)
            }
        }
        guard let best else { return nil }
        let head = TextNormalizer.line(String(title[..<best.lowerBound]))
        let tail = TextNormalizer.line(String(title[best.upperBound...]))
        return head.isEmpty || tail.isEmpty ? nil : (head, tail)
    }
}
