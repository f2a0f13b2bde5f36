/// Dates as a reader sees them in a page's text.
struct VisibleDates {
    struct Found {
        /// `YYYY-MM-DD`.
        var day: String
        /// Minutes since midnight, where the line tells the time.
        var clock: Int?
        /// Whether the line calls it the date of a change.
        var isModified: Bool
        /// Whether it stands behind the headline: before it stands today's date as often.
        var isBehind = false
    }

    /// Near the headline: those behind it first, then those before it; right before it, an element named after dates is as good.
    private(set) var near: [Found] = []
    /// The first one that a label calls the date of publication, anywhere on the page: "Published on 3 May 2024".
    private(set) var labelled: Found?
    /// The first one of a short line elsewhere that is not part of comments, lists or menus.
    private(set) var far: Found?

    /// In an element named after dates so few blocks before the headline, a date is the article's, not today's.
    private static let adjacent = 2
    /// Longer lines are prose and speak of other days, save in their dateline.
    private static let mostLineWords = 15
    /// The same in elements whose names speak of date or author.
    private static let mostMarkedWords = 40
    private static let mostFarWords = 25
    private static let mostLabelWords = 3
    /// A longer caption tells when the picture was taken.
    private static let mostCaptionWords = 4
    /// A date with fewer digits names no day and year.
    private static let leastDigits = 3
    /// How far into the first paragraph its dateline reaches, in bytes.
    private static let dateline = 60

    private static let modifiedWords = ["updated", "modified", "changed", "aktualisiert", "ge\u{e4}ndert", "editiert", "actualizado", "mis \u{e0} jour", "stand:", "bewerkt"].map { Array($0.utf8) }

    private static let publishedWords = ["publi", "posted", "ver\u{f6}ffentlicht"].map { Array($0.utf8) }
    /// Labels that say so without any doubt, for dates far from the headline.
    private static let labels = [
        "published", "posted", "ver\u{f6}ffentlicht", "erschienen am", "erstellt am", "eingestellt am", "gespeichert von", "submitted by", "publicado", "publi\u{e9}", "pubblicato",
    ].map { Array($0.utf8) }

    /// - Parameter monthFirst: whether 3/5/2024 is a day in March.
    /// - Complexity: O(text near the headline); of the whole page where nothing is found there.
    init(_ page: PageBlocks, _ region: HeadRegion, monthFirst: Bool) {
        let headline = region.headline ?? region.blocks.lowerBound
        // The headline itself comes last: the date in it is what the story is about.
        let order = region.blocks.filter { $0 > headline } + region.blocks.filter { $0 < headline }.reversed() + region.blocks.filter { $0 == headline }
        for index in order {
            let block = page.blocks[index]
            guard block.digits >= VisibleDates.leastDigits, !block.context.contains(.caption) || block.words <= VisibleDates.mostCaptionWords else { continue }
            let isLine = block.words <= VisibleDates.mostLineWords || block.words <= VisibleDates.mostMarkedWords && !block.nearHints.isDisjoint(with: [.meta, .author])
            let bytes = isLine ? Array(page.bytes[block.text]) : Array(page.bytes[block.text].prefix(VisibleDates.dateline))
            guard var found = VisibleDates.read(bytes, monthFirst) else { continue }
            found.isBehind = index > headline
            if !found.isBehind, index < headline, index + VisibleDates.adjacent >= headline, block.nearHints.contains(.meta) {
                near.insert(found, at: 0)
            } else {
                near.append(found)
            }
        }
        guard near.isEmpty else { return }
        labelled = VisibleDates.labelled(page, monthFirst)
        var doubtful: Found?
        for block in page.blocks where block.words <= VisibleDates.mostFarWords && block.digits >= VisibleDates.leastDigits {
            guard block.context.isDisjoint(with: [.navigation, .footer]), let found = VisibleDates.read(Array(page.bytes[block.text]), monthFirst) else { continue }
            if block.context.isDisjoint(with: [.aside, .caption]), block.allHints.isDisjoint(with: [.comment]), block.nearHints.isDisjoint(with: [.related, .footer]) {
                far = found
                return
            }
            doubtful = doubtful ?? found
        }
        far = doubtful
    }

    private static func labelled(_ page: PageBlocks, _ monthFirst: Bool) -> Found? {
        /// The block before, where it may be the label of this one.
        var label: [UInt8] = []
        for block in page.blocks where block.words <= mostFarWords {
            defer { label = block.digits == 0 && block.words <= mostLabelWords ? LatinCase.lower(page.bytes[block.text]) + [0x20] : [] }
            guard block.digits >= leastDigits, block.context.isDisjoint(with: [.navigation, .aside]), block.allHints.isDisjoint(with: [.comment, .related]) else { continue }
            if let day = labelledDay(label + page.bytes[block.text], monthFirst) { return Found(day: day, isModified: false) }
        }
        return nil
    }

    /// The day behind the last label before the first date; where that date has none, behind the first label that follows it.
    private static func labelledDay(_ text: [UInt8], _ monthFirst: Bool) -> String? {
        guard let (day, offset) = DateReader.spelled(text, monthFirst: monthFirst) else { return nil }
        let lower = LatinCase.lower(text)
        let before = Array(lower[..<offset])
        if let found = labels.compactMap({ ByteSearch.find($0, in: before) }).max() {
            return modifiedWords.contains { ByteSearch.find($0, in: before, from: found) != nil } ? nil : day
        }
        // "Updated 4 May 2024, published 3 May 2024"
        return labels.compactMap { ByteSearch.find($0, in: lower, from: offset) }.min().flatMap { DateReader.spelled(Array(text[$0...]), monthFirst: monthFirst)?.date }
    }

    private static func read(_ bytes: [UInt8], _ monthFirst: Bool) -> Found? {
        guard let (day, offset) = DateReader.spelled(bytes, monthFirst: monthFirst) else { return nil }
        let lower = LatinCase.lower(bytes)
        let before = Array(lower.prefix(offset))
        let isModified = modifiedWords.contains { ByteSearch.contains(before, $0) }
        // "Updated May 4, 2026 | Published May 3, 2026"
        if isModified, let start = publishedWords.compactMap({ ByteSearch.find($0, in: lower, from: offset) }).min(),
            let (day, _) = DateReader.spelled(Array(bytes[start...]), monthFirst: monthFirst)
        {
            return Found(day: day, clock: ClockTime.minutes(in: Array(bytes[start...])), isModified: false)
        }
        return Found(day: day, clock: ClockTime.minutes(in: bytes), isModified: isModified)
    }
}
