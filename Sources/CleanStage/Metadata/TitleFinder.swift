/// Chooses a page's headline among the places that name it, and takes the site's name off.
///
/// The order: the visible headline that metadata confirms; the visible headline that metadata puts in other words (search
/// engines and social networks get their own versions); metadata; `<title>`.
struct TitleFinder {
    let tree: PageTree
    let meta: MetaTags
    let data: LinkedData
    let site: SiteNames

    /// A heading must make up this share of what another place calls the title; less is a site's or section's name.
    private static let leastShare = 0.6
    /// A main heading with this share of a title's longer words is that title in other words.
    private static let leastShared = 0.5
    /// A shorter title, in letters, names the site or says "Home"; a shorter one is no proof that what stands before it is a kicker.
    private static let leastLetters = 15

    private struct Named {
        var title: String
        var origin: String
        var print: Fingerprint
    }

    /// Names of the title in metadata, most trusted first.
    private static let titleNames = ["og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "citation_title", "cxenseparse:title"]

    /// The title and where it came from.
    func find() -> (title: String, origin: String)? {
        let all = headings(1...1)
        let main = all.filter { !$0.isAside }
        let named = self.named()
        if let found = afterKicker(main, named) ?? confirmed(main, named) ?? reworded(main, named, leastShare: TitleFinder.leastShared) ?? inBreadcrumb(all, named) { return found }
        // Most pages are done; the others have no headline at level 1, or one that says something else.
        let smaller = headings(2...3)
        if let found = confirmed(smaller, named) ?? repeated(smaller, named, least: 1) ?? repeated(smaller, named, least: TitleFinder.leastShare) ?? reworded(main, named, leastShare: 0) {
            return found
        }
        let headings = main + smaller
        if let name = named.first(where: { $0.origin != "title" }) { return (name.title, name.origin) }
        // A `<title>` that no heading repeats is still the likelier headline than a heading that nothing confirms.
        if let name = named.first(where: { $0.print.bytes.count >= TitleFinder.leastLetters }) { return (name.title, name.origin) }
        let firstHeadings = headings.filter { $0.level == 1 }
        if firstHeadings.count == 1, let heading = firstHeadings.first, heading.text.utf8.count >= 10 { return (heading.text, "h1") }
        if let name = named.first { return (name.title, name.origin) }
        return headings.first.map { ($0.text, "h\($0.level)") } ?? meta.title.map { ($0, "title") }
    }

    private func headings(_ levels: ClosedRange<Int>) -> [PageHeading] {
        PageHeading.all(in: tree, levels: levels, spacesColons: meta.language?.hasPrefix("fr") ?? false).filter { !site.isName($0.text) }
    }

    private func named() -> [Named] {
        var texts: [(String?, String)] = [(meta["og:title"], "og:title"), (data.headline, "json-ld")]
        texts += TitleFinder.titleNames.dropFirst().map { (meta[$0], $0) }
        texts.append((meta.title, "title"))
        return texts.compactMap { text, origin in
            guard let text else { return nil }
            let title = TitleText.withoutSite(text, site, dropsShortTail: origin == "title" || meta["og:site_name"] == nil)
            let print = Fingerprint(title)
            return print.bytes.isEmpty || site.isName(print) ? nil : Named(title: title, origin: origin, print: print)
        }
    }

    /// A heading with a kicker in front that no mark parts from it: the headline as metadata has it.
    private func afterKicker(_ headings: [PageHeading], _ named: [Named]) -> (String, String)? {
        for name in named where name.origin != "title" && name.print.bytes.count >= TitleFinder.leastLetters {
            for heading in headings where heading.level == 1 && heading.text == heading.whole && heading.text.hasSuffix(name.title) {
                let kicker = heading.text.utf8.dropLast(name.title.utf8.count).filter { $0 != 0x20 }
                guard let last = kicker.last, kicker.count < name.print.bytes.count else { continue }
                // "Kicker: headline" is how the page writes it, dashes alike.
                let isParted = last == UInt8(ascii: ":") || last == UInt8(ascii: "-") || kicker.suffix(3).starts(with: [0xE2, 0x80])
                if !isParted { return (name.title, name.origin) }
            }
        }
        return nil
    }

    /// The visible headline that another place repeats: in full, then in most of it.
    private func confirmed(_ headings: [PageHeading], _ named: [Named]) -> (String, String)? {
        // "News - Site" on every page: the headline is what the article's own metadata repeats.
        if let heading = headings.first(where: { heading in named.contains { $0.origin != "title" && $0.print.bytes == Fingerprint(heading.text).bytes } }) {
            return (heading.text, "h\(heading.level)")
        }
        // "Site - Section - Headline": of the parts that headings repeat, the longest says the most.
        let parts = meta.title.map { TitleText.segments($0) }?.map { Fingerprint($0).bytes } ?? []
        let whole = headings.filter { heading in heading.level == 1 && parts.count > 1 && parts.contains(Fingerprint(heading.text).bytes) }
        if whole.count > 1, let longest = whole.max(by: { $0.text.utf8.count < $1.text.utf8.count }) { return (longest.text, "h1") }
        // "Headline - Site": the visible headline, and a mark behind it.
        if let title = meta.title, TitleText.afterArchive(title) == nil, let heading = headings.first(where: { TitleText.starts(title, with: $0.text) }) { return (heading.text, "h\(heading.level)") }
        let first = headings.filter { $0.level == 1 }.map { ($0, Fingerprint($0.text)) }
        for least in [1, TitleFinder.leastShare] {
            for (heading, print) in first where confirms(named, print, least: least) { return (heading.text, "h1") }
        }
        return nil
    }

    /// Some pages end their breadcrumb with the headline: there, metadata must say the very same.
    private func inBreadcrumb(_ headings: [PageHeading], _ named: [Named]) -> (String, String)? {
        headings.first { heading in heading.isAside && named.contains { $0.print.bytes == Fingerprint(heading.text).bytes } }.map { ($0.text, "h1") }
    }

    /// A smaller heading that another place repeats, in full or in most.
    private func repeated(_ headings: [PageHeading], _ named: [Named], least: Double) -> (String, String)? {
        headings.first { confirms(named, Fingerprint($0.text), least: least) }.map { ($0.text, "h\($0.level)") }
    }

    private func confirms(_ named: [Named], _ print: Fingerprint, least: Double) -> Bool {
        print.bytes.count >= 4 && named.contains { $0.print.contains(print) && Double(print.bytes.count) >= least * Double($0.print.bytes.count) }
    }

    /// The first main heading, where metadata says the same in other words.
    /// - Parameter leastShare: how much of the words of a title in metadata it must hold; at 0, one word of any description.
    private func reworded(_ headings: [PageHeading], _ named: [Named], leastShare: Double) -> (String, String)? {
        // The title's tail begins the site's own heading: "Site" or "Site, its motto".
        let tail = meta.title.map { TitleText.segments($0) }.flatMap { $0.count > 1 ? $0.last : nil }.map { Fingerprint($0).bytes }
        let isSite = { (heading: PageHeading) in tail.map { !$0.isEmpty && Fingerprint(heading.text).bytes.starts(with: $0) } ?? false }
        let known = TitleFinder.stems(named.map(\.title) + [meta["og:description"] ?? meta["description"] ?? "", meta.canonical ?? meta["og:url"] ?? ""])
        for heading in headings where heading.level == 1 && !isSite(heading) {
            // "Headline 3 March • Section": more than the headline stands in the element.
            if let name = named.first(where: { $0.origin != "title" && $0.print.bytes.count >= TitleFinder.leastLetters && TitleFinder.hasDataBehind($0.title, heading.text) }) { return (name.title, name.origin) }
            let words = heading.text.words.count
            let stems = TitleFinder.stems([heading.text])
            let shared = named.map { name in
                let own = TitleFinder.stems([name.title])
                return own.isEmpty ? 0 : Double(own.intersection(stems).count) / Double(own.count)
            }.max() ?? 0
            guard shared >= leastShare else { continue }
            if words >= 2, !stems.isDisjoint(with: known) { return (TitleText.withoutSite(heading.text, site, dropsShortTail: false), "h1") }
            let print = Fingerprint(heading.text)
            if print.bytes.count >= 4, named.contains(where: { $0.print.contains(print) }) { return (heading.text, "h1") }
        }
        return nil
    }

    private static func hasDataBehind(_ title: String, _ heading: String) -> Bool {
        guard heading.hasPrefix(title) else { return false }
        let rest = TextNormalizer.line(heading.utf8.dropFirst(title.utf8.count))
        return rest.utf8.first.map { $0 &- 0x30 < 10 || $0 == UInt8(ascii: "|") } ?? false
    }

    /// Beginnings of the longer words, to see whether two texts speak of the same.
    private static func stems(_ texts: [String]) -> Set<[UInt8]> {
        var stems: Set<[UInt8]> = []
        for text in texts {
            for word in text.lowercased().utf8.split(whereSeparator: { ($0 | 0x20) &- 0x61 >= 26 && $0 < 0x80 }) where word.count >= stemBytes - 1 {
                stems.insert(Array(word.prefix(stemBytes)))
            }
        }
        return stems
    }

    /// So many bytes of a word tell it, whatever its ending.
    private static let stemBytes = 5
}
