/// What training needs to know of a page's blocks beside their features.
extension PageAnalysis {
    package var blockTexts: [String] { page.blocks.map { page.text($0) } }
    package var blockWords: [Int] { page.blocks.map(\.words) }
    /// A row a block, as wide as ``FeatureNames/first``.
    package var features: [Float] { table.columns.rows }
    /// A row a block, as wide as ``FeatureNames/second``.
    package func features(with chances: [Float]) -> [Float] { table.stacked(on: chances, rows: Array(page.blocks.indices)).rows }

    package struct BlockTraits: Sendable {
        /// Stands beside the running text by its place or name, even where it lies within the article: captions,
        /// bylines, notes about the author, buttons.
        package var isBeside = false
        /// Lies where pages keep what is not their article: menus, footers, forms, dialogs.
        package var isFrame = false
        /// Lies in an element named after comments.
        package var isComment = false
        /// Prose: sentences with few links.
        package var isProse = false
        /// Uses the words of notices, credits, pointers and appeals, or is little but links.
        package var isNotice = false
        /// Little but links.
        package var isLinks = false
        /// The element whose children the block's siblings are.
        package var container = 0
        /// -1…1: how much of the block the JSON-LD body has; nil where there is no body or the block is too short to tell.
        package var bodyMatch: Float?
    }

    package var blockTraits: [BlockTraits] {
        let beside: Hint = [.caption, .author, .share, .related, .subscription, .comment, .overlay, .meta]
        let notices: Phrases = [.subscription, .related, .credit, .sharing, .legal, .promotion, .editorial, .contact]
        return page.blocks.enumerated().map { index, block in
            var traits = BlockTraits()
            traits.isBeside = !block.context.isDisjoint(with: [.caption, .figure, .aside, .button])
                || (block.words < 60 && !block.nearHints.isDisjoint(with: beside))
            traits.isFrame = !block.context.isDisjoint(with: [.navigation, .footer, .form, .button, .aside])
                || !block.nearHints.isDisjoint(with: [.overlay, .navigation, .footer])
            traits.isComment = block.nearHints.contains(.comment)
            traits.isProse = block.words >= 10 && block.linkDensity < 0.4 && block.sentenceEnds > 0
            traits.isNotice = block.linkDensity > 0.9 || (block.words < 60 && !table.phrases[index].isDisjoint(with: notices))
            traits.isLinks = block.linkDensity > 0.8 && block.words < 15
            traits.container = PageStatistics.container(of: block, tree)
            if table.hasBody, block.words >= 6 { traits.bodyMatch = table.bodyMatch(index) }
            return traits
        }
    }
}
