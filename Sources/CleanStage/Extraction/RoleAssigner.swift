import StageKit

/// Gives the chosen blocks, and some that stand beside them, their roles.
struct RoleAssigner {
    private let analysis: PageAnalysis
    private let selection: BlockSelection

    init(_ analysis: PageAnalysis, _ selection: BlockSelection) {
        self.analysis = analysis
        self.selection = selection
    }

    func result() -> ArticleExtractor.Result {
        var result = ArticleExtractor.Result()
        let page = analysis.page
        let chosen = page.blocks.indices.filter { selection.isChosen[$0] }
        guard let first = chosen.first, let last = chosen.last else {
            result.note = "chosen: nothing; the page has no text"
            return result
        }
        let isGallery = captionsAreText(chosen)
        var hasHeadline = false
        for index in page.blocks.indices {
            let block = page.blocks[index]
            guard selection.isChosen[index] || block.tag.isHeading || (index + RoleAssigner.captionReach >= first && index <= last + RoleAssigner.appealReach) else { continue }
            if analysis.table.isTitle(index), block.tag.isHeading || selection.isChosen[index] {
                if !hasHeadline { result.parts.append(.init(role: .headline, text: page.text(block), isAside: true)) }
                hasHeadline = true
                continue
            }
            if selection.isChosen[index] {
                var role = role(of: block)
                if isGallery, role == .caption { role = .paragraph }
                if role == .paragraph, chosen.prefix(RoleAssigner.standfirstReach).contains(index), isStandfirst(block) { role = .standfirst }
                result.parts.append(.init(role: role, text: page.text(block), isAside: role == .caption || role == .byline, chance: selection.chances[index]))
                if role != .caption { result.words += block.words }
            } else if index < last, index + RoleAssigner.captionReach >= first, isCaption(block) || isCreditedPicture(index) {
                result.parts.append(.init(role: .caption, text: page.text(block), isAside: true))
            } else if index > first, index <= last + RoleAssigner.appealReach, block.context.isDisjoint(with: [.footer, .navigation, .aside]), let paragraph = TextParagraph(squeezed: Array(page.bytes[block.text])), isAppeal(paragraph) {
                result.parts.append(.init(role: .promotion, text: page.text(block), isAside: true))
            }
        }
        result.note = "chosen: \(selection.strategy.rawValue), \(chosen.count) of \(page.blocks.count) blocks, \(selection.rescued) rescued"
        return result
    }

    /// So many blocks behind the text an appeal still belongs to it.
    private static let appealReach = 3

    private func isAppeal(_ paragraph: TextParagraph) -> Bool {
        (6...60).contains(paragraph.words) && (TextPhrases.isAppealInBody(paragraph) || TextPhrases.givesContact(paragraph) || TextPhrases.isAppeal(paragraph))
    }

    /// Among so many blocks at the beginning, one may be the standfirst.
    private static let standfirstReach = 3

    /// Whether its name calls a block the standfirst.
    private func isStandfirst(_ block: PageBlock) -> Bool {
        (6...90).contains(block.words) && block.nearHints.contains(.standfirst) && !block.nearHints.contains(.body)
    }

    /// In a picture story the captions are the text: more words than the paragraphs have.
    private func captionsAreText(_ chosen: [Int]) -> Bool {
        var captions = 0
        var text = 0
        for index in chosen {
            let block = analysis.page.blocks[index]
            if isCaption(block) { captions += block.words } else { text += block.words }
        }
        return captions > text
    }

    private func role(of block: PageBlock) -> BlockRole {
        if isCaption(block) { return .caption }
        if block.tag.isHeading { return .heading }
        if block.context.contains(.quotation) { return .quotation }
        if block.context.contains(.list), block.tag == .li || block.tag == .dd || block.tag == .dt || block.context.contains(.list) && block.tag == .p { return .list }
        return .paragraph
    }

    /// So many blocks above the text a picture still belongs to it.
    private static let captionReach = 2

    /// Whether a block right behind an image, that the model does not take for text, credits a picture.
    private func isCreditedPicture(_ index: Int) -> Bool {
        let block = analysis.page.blocks[index]
        guard (3...70).contains(block.words), block.linkDensity < 0.5, analysis.table.patterns.images(before: index, analysis.page) > 0,
            let paragraph = TextParagraph(squeezed: Array(analysis.page.bytes[block.text]))
        else { return false }
        return TextPhrases.opensCaption(paragraph) || TextPhrases.creditsPicture(paragraph)
    }

    private func isCaption(_ block: PageBlock) -> Bool {
        if block.context.contains(.caption) { return true }
        guard block.words <= 80, block.tag != .p || block.words <= 40 else { return false }
        return block.context.contains(.figure) && !block.context.contains(.quotation)
    }
}
