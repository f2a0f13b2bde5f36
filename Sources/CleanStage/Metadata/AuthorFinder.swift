/// Chooses a page's authors among the places that name them.
///
/// Every place has a weight; places that share a person speak for each other. The heaviest group wins, and in it the place
/// that names the most. Bodies and single words count only where nobody names a person.
struct AuthorFinder {
    let meta: MetaTags
    let data: LinkedData
    let site: SiteNames

    struct Found {
        var names: [String]
        var origin: String
        /// Whether they are persons, or a single name that several places agree on.
        var isSure: Bool
        /// Whether they are the site or its newsroom, which a text's own source outdoes.
        var isNewsroom = false
    }

    private struct Candidate {
        var names: [String]
        var origin: String
        var weight: Double
        /// Whether readers see it.
        var isSeen = false
        var persons: [String] = []
    }

    /// `<meta>` names and how far they are trusted beside JSON-LD's 3.
    private static let metaNames: [(name: String, weight: Double)] = [
        ("author", 2), ("article:author", 2), ("og:article:author", 2), ("article:author_name", 2), ("parsely-author", 2), ("sailthru.author", 2), ("byl", 2), ("itemprop:author", 2), ("citation_author", 2),
        ("dc.creator", 1.5), ("dc:creator", 1.5), ("dcterms.creator", 1.5), ("cxenseparse:author", 1.5), ("shareaholic:article_author_name", 1.5), ("rnews:creator", 1.5), ("creator", 1), ("twitter:data1", 0.5),
    ]
    private static let dataWeight = 3.0
    /// Where JSON-LD names the author of the page and not of an article: whoever uploaded it.
    private static let pageWeight = 1.5
    private static let nearWeight = 2.0
    private static let farWeight = 0.5
    /// What a property or relation adds to an element's name.
    private static let declaredBonus = 1.0
    private static let textWeight = 1.5
    /// A byline in the text itself: more than JSON-LD, `<meta>` and an element near the headline that agree.
    private static let writtenWeight = 9.0
    /// Below 1: no answer to what metadata names.
    private static let datedWeight = 0.9

    private static let leastAgreeing = 3

    /// Names of JSON-LD.
    private let declared: [String]

    init(meta: MetaTags, data: LinkedData, site: SiteNames) {
        self.meta = meta
        self.data = data
        self.site = site
        declared = Byline.names(in: data.authors.map { NameShape.spelledOut($0) ?? $0 }, eachIsOne: true, site: site)
    }

    /// Whether JSON-LD names a person: the page's far parts need not be searched then.
    var declaresPerson: Bool { declared.contains { NameShape.isPerson($0, site: site) } }

    /// - Parameters:
    ///   - elements: elements of the page that are named after authors.
    ///   - lines: names in lines near the headline that look like bylines.
    ///   - dated: names in lines near the headline that hold a date.
    func find(elements: [AuthorElements.Found], lines: [BylineLines.Line], dated: [[String]]) -> Found? {
        var candidates = [Candidate(names: declared, origin: "json-ld", weight: data.isArticle ? AuthorFinder.dataWeight : AuthorFinder.pageWeight)]
        for (name, weight) in AuthorFinder.metaNames {
            // Twitter cards label their data: "Written by" (developer.x.com, "Cards markup").
            if name == "twitter:data1", !BylineWords.introductions.contains(Array((meta["twitter:label1"] ?? "").lowercased().utf8)) { continue }
            guard let texts = meta.values[name] else { continue }
            candidates.append(Candidate(names: Byline.names(in: texts, site: site), origin: name, weight: weight))
        }
        for element in elements {
            let weight = element.isNear ? AuthorFinder.nearWeight + (element.isDeclared ? AuthorFinder.declaredBonus : 0) : AuthorFinder.farWeight
            candidates.append(Candidate(names: element.names, origin: element.isDeclared ? "author element" : "byline element", weight: weight, isSeen: true))
        }
        for line in lines { candidates.append(Candidate(names: line.names, origin: "text", weight: line.isWritten ? AuthorFinder.writtenWeight : AuthorFinder.textWeight, isSeen: true)) }
        for line in dated { candidates.append(Candidate(names: line, origin: "text", weight: AuthorFinder.datedWeight, isSeen: true)) }
        candidates.append(Candidate(names: Byline.names(in: data.organizations, eachIsOne: true, site: site), origin: "json-ld", weight: 1))
        candidates = candidates.filter { !$0.names.isEmpty }
        // "Quay Illustrated" as author and publisher is a magazine, unless the page names it near the headline too.
        let seen = (elements.filter(\.isNear).flatMap(\.names) + lines.flatMap(\.names)).map { Fingerprint($0) }
        for index in candidates.indices {
            candidates[index].persons = candidates[index].names.filter { name in
                NameShape.isPerson(name, site: site) && (candidates[index].isSeen || !site.isPublisher(name) || seen.contains { $0.contains(Fingerprint(name)) })
            }
        }
        return persons(candidates) ?? others(candidates)
    }

    private func persons(_ candidates: [Candidate]) -> Found? {
        let named = candidates.filter { !$0.persons.isEmpty }
        var groups: [(prints: Set<[UInt8]>, weight: Double, best: Candidate)] = []
        for candidate in named {
            let prints = Set(candidate.persons.map { Fingerprint($0).bytes })
            guard let index = groups.firstIndex(where: { !$0.prints.isDisjoint(with: prints) }) else {
                groups.append((prints, candidate.weight, candidate))
                continue
            }
            groups[index].prints.formUnion(prints)
            // Teasers repeat who writes here; however many do, they tell nothing of this article.
            if candidate.weight > AuthorFinder.farWeight || groups[index].weight > AuthorFinder.farWeight { groups[index].weight += candidate.weight }
            if candidate.persons.count > groups[index].best.persons.count, candidate.weight > AuthorFinder.farWeight { groups[index].best = candidate }
        }
        var best = groups.first
        for group in groups.dropFirst() where group.weight > best?.weight ?? 0 { best = group }
        // A person far down the page is no answer to a single name that metadata gives.
        if let weight = best?.weight, weight < 1, candidates.contains(where: { $0.weight >= 1 && ($0.isSeen || $0.names.contains { !site.isName($0) }) }) { return nil }
        return best.map { Found(names: $0.best.persons, origin: $0.best.origin, isSure: true) }
    }

    /// Single names and bodies; the site as its own author last.
    private func others(_ candidates: [Candidate]) -> Found? {
        let words = candidates.filter { $0.weight > AuthorFinder.farWeight }
        // A label such as "Media" or "Place: Quayside" is not even a body.
        let isOther = { (name: String) in !site.isName(name) && !name.contains(": ") && !(NameShape.isBody(name) && !name.contains(where: { $0 == " " || $0 == "." })) }
        if let first = words.first(where: { $0.names.contains(where: isOther) }) {
            let names = first.names.filter(isOther)
            let agreeing = words.filter { $0.weight >= 1 && $0.names.contains { names.contains($0) } }
            return Found(names: names, origin: first.origin, isSure: agreeing.count >= AuthorFinder.leastAgreeing && !names.contains(where: NameShape.isBody), isNewsroom: names.allSatisfy(NameShape.isBody))
        }
        return candidates.first.map { Found(names: $0.names, origin: $0.origin, isSure: false, isNewsroom: true) }
    }
}
