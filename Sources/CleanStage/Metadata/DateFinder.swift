/// Chooses when an article was published among the places that tell it.
///
/// The moment is told at the page's own clock where that can be known: many systems write UTC, and an article of the evening
/// would else bear the next day's date.
struct DateFinder {
    let meta: MetaTags
    let data: LinkedData
    let times: [TimeElements.Found]
    let visible: VisibleDates
    let url: String?
    /// Whether 3/5/2024 is a day in March here.
    let monthFirst: Bool
    /// Whether the page's language is spoken at Central European Time alone, or nearly so.
    let readsInCentralEurope: Bool

    private static let publishedNames = [
        "article:published_time", "og:article:published_time", "article:published", "datepublished", "itemprop:datepublished", "og:published_time", "parsely-pub-date", "sailthru.date", "dc.date.issued",
        "dcterms.issued", "pubdate", "og:pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "publication-date", "publicationdate", "article.published", "cxenseparse:recs:publishtime", "citation_publication_date", "citation_online_date",
        "article_date_original", "rnews:datepublished", "pdate", "itemprop:datecreated", "dcterms.created", "dc.date.created", "cxenseparse:publishtime", "ob:date", "vr:published_time",
    ]
    /// Names under which systems write the date of publication or of the last change, as they like.
    private static let doubtfulNames = ["date", "dcterms.date", "dc.date", "created", "timestamp", "creation_date", "sort_date"]
    /// What names of other systems for the date of publication hold, of letters alone; and what makes them something else.
    private static let publishedShapes = ["publisheddate", "datepublished", "publishdate", "publicationdate", "publishedtime", "publishedat", "pubdate", "postdate", "posteddate", "dateposted", "firstpub", "releasedate", "displaydate"]
    private static let modifiedShapes = ["last", "modif", "updat", "expir"]
    static let modifiedNames = ["article:modified_time", "og:updated_time", "itemprop:datemodified", "itemprop:dateupdate", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "revised"]

    private struct Candidate {
        var date: String
        var origin: String
    }

    func find() -> (date: String, origin: String)? {
        let declared = self.declared()
        guard var first = declared.first ?? shown().first ?? derived().first else { return nil }
        // Where declarations differ, the one that readers see is meant.
        let others = declared + doubtful()
        if !declared.isEmpty, others.count > 1, let seen = visible.near.first(where: { $0.isBehind && !$0.isModified }), !first.date.hasPrefix(seen.day),
            let other = others.first(where: { $0.date.hasPrefix(seen.day) }), !isSameMoment(first.date, other.date)
        {
            first = other
        }
        return local(first, declared)
    }

    /// What metadata and marked elements call the date of publication.
    private func declared() -> [Candidate] {
        var found: [Candidate] = []
        add(data.published, "json-ld", &found)
        for name in DateFinder.publishedNames { add(meta[name], name, &found) }
        for time in times where time.rank == .published { found.append(Candidate(date: time.value, origin: "time")) }
        return found
    }

    private func shown() -> [Candidate] {
        var found: [Candidate] = []
        for time in times where time.rank == .near { found.append(Candidate(date: time.value, origin: "time")) }
        for date in visible.near where !date.isModified { found.append(Candidate(date: date.day, origin: "text")) }
        return found
    }

    private func derived() -> [Candidate] {
        var found: [Candidate] = []
        let changes = Set(meta.names(DateFinder.modifiedShapes, not: []).compactMap { meta[$0].flatMap(DateReader.machine) })
        add(DateFinder.urlDate(url), "url", &found)
        if let labelled = visible.labelled { found.append(Candidate(date: labelled.day, origin: "text")) }
        for name in meta.names(DateFinder.publishedShapes, not: DateFinder.modifiedShapes) where !DateFinder.publishedNames.contains(name) {
            // Systems that write the moment of saving write it twice.
            if let date = meta[name].flatMap(DateReader.machine), !changes.contains(date) { found.append(Candidate(date: date, origin: name)) }
        }
        let doubtful = doubtful()
        // A visible date of a change before that one is nearer to publication.
        if let first = doubtful.first, let seen = visible.near.first, seen.day < first.date { found.append(Candidate(date: seen.day, origin: "text")) }
        found += doubtful
        for time in times where time.rank == .other { found.append(Candidate(date: time.value, origin: "time")) }
        for date in visible.near { found.append(Candidate(date: date.day, origin: "text")) }
        if let far = visible.far { found.append(Candidate(date: far.day, origin: "text")) }
        add(data.modified, "json-ld, modified", &found)
        for name in DateFinder.modifiedNames { add(meta[name], name, &found) }
        for time in times where time.rank >= .modified { found.append(Candidate(date: time.value, origin: "time")) }
        return found
    }

    private func doubtful() -> [Candidate] {
        var found: [Candidate] = []
        for name in DateFinder.doubtfulNames { add(meta[name], name, &found) }
        return found
    }

    private func isSameMoment(_ first: String, _ second: String) -> Bool {
        guard let first = Instant(first), let second = Instant(second) else { return false }
        return abs(first.minutes - second.minutes) <= 1
    }

    private func add(_ text: String?, _ origin: String, _ found: inout [Candidate]) {
        if let date = text.flatMap({ DateReader.iso($0, monthFirst: monthFirst) }) { found.append(Candidate(date: date, origin: origin)) }
    }

    /// A moment in UTC as the page's own clock shows it.
    private func local(_ chosen: Candidate, _ declared: [Candidate]) -> (String, String) {
        guard let instant = Instant(chosen.date), instant.offset == 0 else { return (chosen.date, chosen.origin) }
        for date in (declared + doubtful()).map(\.date) + times.filter({ $0.rank == .near }).map(\.value) {
            // The same moment with an offset.
            if let other = Instant(date), other.offset != 0, abs(other.minutes - instant.minutes) <= 1 { return (date, chosen.origin) }
        }
        let ownDay = Instant.day(chosen.date)
        let behind = visible.near.filter(\.isBehind)
        let marked = times.filter { $0.rank <= .near && $0.value.utf8.count == 10 }.map { VisibleDates.Found(day: $0.value, isModified: false) }
        for date in (behind.isEmpty ? visible.near : behind) + marked where !date.isModified {
            guard let day = Instant.day(date.day) else { continue }
            if let clock = date.clock, let offset = instant.offset(showing: day, clock: clock) {
                return (instant.text(offset: offset, secondsOf: chosen.date), "\(chosen.origin), at the page's clock")
            }
            // The page shows the day before or after and no time: the day is sure, the offset unknown.
            if day != ownDay, instant.canFall(on: day) { return (date.day, "\(chosen.origin), on the page's day") }
            if day == ownDay { break }
        }
        if readsInCentralEurope, let day = instant.dayBegunInCentralEurope(chosen.date) { return (day, "\(chosen.origin), on the page's day") }
        return (chosen.date, chosen.origin)
    }

    /// `…/2020/01/05/…`, `…/2020-01-05-…`, `…/2020/jan/05/…`, `…/20200105-…`, `…/05-01-2020`.
    private static func urlDate(_ url: String?) -> String? {
        guard let url else { return nil }
        let parts = url.utf8.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") }
        func number(_ index: Int) -> Int? { Int(String(decoding: parts[index], as: UTF8.self)) }
        for index in parts.indices where parts[index].count == 4 && index + 2 < parts.endIndex && (1...3).contains(parts[index + 1].count) && parts[index + 2].count <= 2 {
            guard let year = number(index), let day = number(index + 2) else { continue }
            guard let month = number(index + 1) ?? DateWords.month(Array(parts[index + 1])[...]) else { continue }
            if let date = DateReader.compose(year, month, day) { return date }
        }
        for index in parts.indices.dropFirst(2) where parts[index].count == 4 && parts[index - 1].count <= 2 && parts[index - 2].count <= 2 {
            if let year = number(index), let month = number(index - 1), let day = number(index - 2), let date = DateReader.compose(year, month, day) { return date }
        }
        for index in parts.indices where parts[index].count == 8 {
            if let all = number(index), let date = DateReader.compose(all / 10_000, all / 100 % 100, all % 100) { return date }
        }
        return nil
    }
}
