/// Who signs below the text, or in a box beside it. A bare name is no signature unless it is set in italics right behind the text: of 40
/// others in the development set one was the author's.
enum Signature {
    /// A signed line has no more words: "By Mira Solberg".
    private static let mostWords = 7
    /// With a label that ends in a colon a role may follow: "Author: Mira Solberg, project lead at the harbour office".
    private static let mostLabelledWords = 16
    private static let mostNameWords = 4
    /// Fewer digits make no date.
    private static let leastDigits = 4
    private static let mostSourceWords = 4
    private static let sourceLabels: Set<String> = ["source", "quelle", "fuente", "fonte"]
    /// A block of so many words and few links is part of the text; short notes stand behind it.
    private static let proseWords = 15
    private static let storyWords = 25
    private static let mostLinkDensity: Float = 0.3
    private static let excluded: BlockContext = [.navigation, .footer, .aside, .form]
    /// Where a label or a date leaves no doubt, the rest may be a link, a list or the credits.
    private static let excludedWithoutLabel: BlockContext = [.caption, .link, .list]

    /// The names of the last line that is nothing but a byline.
    /// - Parameter allowsBare: whether a name in italics counts, as it does where nothing else names anybody.
    /// - Complexity: O(blocks).
    static func names(_ page: PageBlocks, _ site: SiteNames, allowsBare: Bool) -> [String] {
        for index in page.blocks.indices.reversed() {
            let block = page.blocks[index]
            guard block.context.isDisjoint(with: excluded), block.allHints.isDisjoint(with: [.comment, .related]) else { continue }
            if let names = labelled(page, index, site) ?? dated(page, block) { return names }
            guard block.context.isDisjoint(with: excludedWithoutLabel), !block.allHints.contains(.caption) else { continue }
            let names = (block.words <= mostLabelledWords ? signed(page, block, site) ?? (allowsBare ? italic(page, index, site) : nil) : nil) ?? SignatureSentence.names(page, block, site)
            if !names.isEmpty { return names }
        }
        return []
    }

    /// The agency or newsroom that the text's last lines name as its source, where no person is named: "Source: Quay Press", "(qp/dpa)".
    /// - Complexity: O(blocks behind the text).
    static func source(_ page: PageBlocks) -> String? {
        for index in page.blocks.indices.reversed() {
            let block = page.blocks[index]
            guard block.context.isDisjoint(with: [.navigation, .aside, .form, .list, .caption]), block.allHints.isDisjoint(with: [.comment, .related]), !block.nearHints.contains(.caption) else { continue }
            let text = page.bytes[block.text]
            if block.words <= mostSourceWords, let colon = text.firstIndex(of: UInt8(ascii: ":")), sourceLabels.contains(String(decoding: LatinCase.lower(text[..<colon]), as: UTF8.self)) {
                return TextNormalizer.line(text[(colon + 1)...])
            }
            guard block.words >= storyWords, block.linkDensity < mostLinkDensity else { continue }
            return signOff(text)
        }
        return nil
    }

    /// "… it was said. (qp/dpa)" → "qp/dpa"
    private static func signOff(_ text: ArraySlice<UInt8>) -> String? {
        guard text.last == UInt8(ascii: ")"), let open = text.lastIndex(of: UInt8(ascii: "(")) else { return nil }
        let sign = String(decoding: text[(open + 1)...].dropLast(), as: UTF8.self)
        let words = sign.lowercased().split { $0 == " " || $0 == "/" || $0 == "," }
        return words.count <= mostSourceWords && words.contains { BylineWords.signingAgencies.contains(String($0)) } ? sign : nil
    }

    /// A name in italics, right behind the text.
    private static func italic(_ page: PageBlocks, _ index: Int, _ site: SiteNames) -> [String]? {
        let block = page.blocks[index]
        guard block.context.contains(.emphasised), (2...mostNameWords).contains(block.words), block.digits == 0, index > 0, page.blocks[index - 1].words >= proseWords else { return nil }
        let text = page.text(block)
        return NameShape.isPerson(text, site: site) && Byline.names(in: [text]) == [text] ? [text] : nil
    }

    /// "By Mira Solberg", "Text: Mira Solberg".
    private static func signed(_ page: PageBlocks, _ block: PageBlock, _ site: SiteNames) -> [String]? {
        guard block.words >= 2, Byline.opens(page.bytes[block.text]) else { return nil }
        let text = page.text(block)
        if block.words <= mostWords, let line = TextParagraph(page.bytes[block.text]), let byline = PlainByline(line), !byline.names.isEmpty,
            byline.names.allSatisfy({ NameShape.isPerson($0, site: site) })
        {
            return byline.names
        }
        guard let colon = text.firstIndex(of: ":"), BylineWords.signatures.contains(TextNormalizer.line(String(text[..<colon])).lowercased()) else { return nil }
        let names = Byline.names(in: [text], site: site)
        return names.isEmpty || !names.allSatisfy { NameShape.isPerson($0, site: site) } ? nil : names
    }

    /// "Posted by mira on 3 May 2024, 9:41 am"
    private static func dated(_ page: PageBlocks, _ block: PageBlock) -> [String]? {
        guard block.digits >= leastDigits, block.words <= mostLabelledWords else { return nil }
        guard Byline.opens(page.bytes[block.text]), DateReader.spelled(Array(page.bytes[block.text])) != nil else { return nil }
        let text = page.text(block)
        let names = Byline.names(in: [text])
        return names.count == 1 && names[0].words.count <= mostNameWords && NameShape.isNameLike(names[0]) ? names : nil
    }

    /// A label alone and a name in the next block.
    private static func labelled(_ page: PageBlocks, _ index: Int, _ site: SiteNames) -> [String]? {
        guard page.blocks[index].words == 1, index + 1 < page.blocks.count, page.blocks[index + 1].words <= mostNameWords else { return nil }
        let label = String(decoding: LatinCase.lower(page.bytes[page.blocks[index].text]).filter { $0 != UInt8(ascii: ":") && $0 != 0x20 }, as: UTF8.self)
        guard BylineWords.signatures.contains(label) else { return nil }
        let names = Byline.names(in: [page.text(page.blocks[index + 1])], site: site)
        return names.isEmpty || !names.allSatisfy { NameShape.isPerson($0, site: site) } ? nil : names
    }
}
