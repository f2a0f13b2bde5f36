/// Lines of a page near its headline that read like bylines.
enum BylineLines {
    private static let mostWords = 14
    /// In a line of so few words a single name is one: "By Mira".
    private static let shortWords = 4
    /// "The Associated Press"
    private static let mostAgencyWords = 3
    private static let mostIntroductionWords = 2
    /// Fewer digits make no date.
    private static let leastDigits = 3
    /// A bare introduction ("By") may have the name in the next block.
    private static let bareIntroductions: Set<String> = ["by", "von", "par", "por", "text", "author", "autor", "written by"]

    struct Line {
        var names: [String]
        /// Whether it stands in the text and not in an element made for authors: written by hand, where metadata may name who uploaded the text.
        var isWritten = false
    }

    /// The lines that name anybody, in page order.
    static func find(_ page: PageBlocks, _ region: HeadRegion, _ site: SiteNames) -> [Line] {
        var lines: [Line] = []
        for index in region.blocks {
            let block = page.blocks[index]
            guard block.words <= mostWords, index != region.headline, block.context.isDisjoint(with: [.navigation, .caption, .footer]) else { continue }
            let opens = Byline.opens(page.bytes[block.text])
            guard opens || block.digits >= leastDigits || block.words <= mostAgencyWords || endsInAgency(page.bytes[block.text]) else { continue }
            let text = page.text(block)
            let isWritten = opens && block.digits == 0 && index > region.headline ?? 0 && block.allHints.isDisjoint(with: [.author, .meta, .header])
            if index > region.headline ?? 0, block.words <= mostAgencyWords, BylineWords.agencies.contains(text.lowercased()) {
                lines.append(Line(names: [text]))
            } else if let names = besideAgency(text, site) {
                lines.append(Line(names: names))
            } else if opens || block.digits >= leastDigits, let line = TextParagraph(page.bytes[block.text]), let byline = PlainByline(line), !byline.names.isEmpty {
                lines.append(Line(names: Byline.names(in: byline.names, eachIsOne: true, site: site), isWritten: isWritten))
            } else if opens {
                let isShort = block.words <= shortWords
                let names = Byline.names(in: [text], site: site).filter { NameShape.isPerson($0, site: site) || NameShape.isBody($0) || isShort && NameShape.isNameLike($0) }
                if !names.isEmpty { lines.append(Line(names: names, isWritten: isWritten)) }
            } else if block.words <= mostIntroductionWords, bareIntroductions.contains(text.lowercased().filter { $0 != ":" }), index + 1 < region.blocks.upperBound {
                let names = Byline.names(in: [page.text(page.blocks[index + 1])], site: site)
                if !names.isEmpty, names.allSatisfy({ NameShape.isPerson($0, site: site) }) { lines.append(Line(names: names)) }
            }
        }
        return lines
    }

    /// "Mira Solberg, Associated Press": names in a line that an agency's ends; nil for any other line.
    private static func besideAgency(_ text: String, _ site: SiteNames) -> [String]? {
        guard endsInAgency(Array(text.utf8)[...]) else { return nil }
        let words = text.split { $0 == " " || $0 == "," }
        guard let end = words.indices.dropFirst(2).first(where: { BylineWords.agencies.contains(words[$0...].joined(separator: " ").lowercased()) }) else { return nil }
        let names = Byline.names(in: [String(text[..<words[end].startIndex])], site: site)
        return names.isEmpty || !names.allSatisfy({ NameShape.isPerson($0, site: site) }) ? nil : names
    }

    private static func endsInAgency(_ text: ArraySlice<UInt8>) -> Bool {
        let start = text.lastIndex(of: 0x20).map { $0 + 1 } ?? text.startIndex
        return BylineWords.lastWordsOfAgencies.contains(String(decoding: LatinCase.lower(text[start...]), as: UTF8.self))
    }

    /// The names in lines near the headline that hold a date and, parted from it by a mark or "by", one person: "11.12.2019 - Mira Solberg".
    /// Sections and places look the same, so this is a weak sign.
    static func dated(_ page: PageBlocks, _ region: HeadRegion, _ site: SiteNames) -> [[String]] {
        var lines: [[String]] = []
        for index in region.blocks where index != region.headline {
            let block = page.blocks[index]
            guard block.words <= mostWords, block.digits >= leastDigits, block.context.isDisjoint(with: [.navigation, .caption, .footer]), DateReader.spelled(Array(page.bytes[block.text])) != nil
            else { continue }
            let text = page.text(block)
            let lower = LatinCase.lower(text.utf8)
            if BylineWords.lastIntroductions.contains(where: { ByteSearch.contains(lower, $0) }) {
                let names = Byline.names(in: [text], site: site)
                if !names.isEmpty, names.allSatisfy({ NameShape.isPerson($0, site: site) }) {
                    lines.append(names)
                    continue
                }
            }
            let parts = parts(text)
            let names = parts.compactMap { person(in: $0, site) }
            if parts.count >= 2, names.count == 1, !DateWords.isMonthOrDay(names[0].prefix { $0 != " " }) { lines.append(names) }
        }
        return lines
    }

    /// Between marks and hyphens with spaces around.
    private static func parts(_ text: String) -> [String] {
        marks.reduce([text]) { parts, mark in parts.flatMap { BylineSplitter.cut($0, at: mark) } }.map(TextNormalizer.line).filter { !$0.isEmpty }
    }
    private static let marks = ["|", "·", "•", "–", "—", " - "].map { Array($0.utf8) }

    /// The name that a part of a line is, or that its introduction announces.
    private static func person(in part: String, _ site: SiteNames) -> String? {
        let name = Byline.withoutIntroduction(part)
        let names = Byline.names(in: [name])
        guard names.count == 1, NameShape.isPerson(names[0], site: site) else { return nil }
        return name != part || names[0] == name && !name.utf8.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ",") }) ? names[0] : nil
    }
}
