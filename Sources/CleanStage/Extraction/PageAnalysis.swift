import StageKit

/// A page taken apart: its tree, its blocks with their features, and what its metadata says. The step before choosing.
package struct PageAnalysis {
    let tree: PageTree
    let page: PageBlocks
    let statistics: PageStatistics
    let table: FeatureTable
    let data: LinkedData
    package let metadata: Metadata

    /// - Parameters:
    ///   - utf8: the page as well-formed UTF-8.
    ///   - known: metadata that the article came with; kept.
    /// - Throws: ``StageFailure`` for a page that cannot be parsed.
    package init(utf8: [UInt8], known: Metadata = Metadata()) throws {
        let html = try HTMLPage(utf8: utf8)
        tree = html.tree
        page = BlockBuilder.blocks(of: tree)
        statistics = PageStatistics(tree, page)
        data = LinkedData(html.linkedData)
        var metadata = known
        MetadataReader(tree: tree, meta: MetaTags(tree), data: data).fill(&metadata, page: page)
        self.metadata = metadata
        table = FeatureTable(tree, page, statistics, TextEvidence(
            title: metadata.title.map { Fingerprint($0) }, description: metadata.description.map { Fingerprint($0) },
            body: PageAnalysis.wholeBody(data, page)))
    }

    /// JSON-LD's body where it is more than a teaser.
    private static func wholeBody(_ data: LinkedData, _ page: PageBlocks) -> Fingerprint? {
        guard let body = data.body, body.utf8.count >= leastBody else { return nil }
        return Fingerprint(body)
    }

    /// A shorter `articleBody`, in bytes, is a teaser more often than an article.
    private static let leastBody = 600
}

extension PageAnalysis {
    var blockCount: Int { page.blocks.count }

    /// A page's bytes as UTF-8, decoded as the stage does it.
    package static func decoded(_ raw: RawContent) -> [UInt8] {
        CharsetDecoder.decode(raw.bytes, declared: raw.charset, isHTML: true).bytes
    }
}

extension PageAnalysis {
    /// A line a block: the chances of both models, the element, its context and hints, the text's beginning.
    package func described(by model: BlockModel) -> String {
        let early = model.earlyChances(table)
        let late = model.chances(table)
        func percent(_ chance: Float) -> String { "\(Int((100 * chance).rounded()))" }
        func names(_ raw: UInt32, _ names: [String]) -> String {
            names.indices.filter { raw >> UInt32($0) & 1 == 1 }.map { names[$0] }.joined(separator: ",")
        }
        return page.blocks.enumerated().map { index, block in
            let text = String(page.text(block).prefix(90))
            let context = names(block.context.rawValue, BlockContext.names)
            return "\(percent(early[index])) \(percent(late[index])) <\(block.tag)> \(block.words)w [\(context)] "
                + "near:\(names(block.nearHints.rawValue, Hint.names)) any:\(names(block.allHints.rawValue, Hint.names)) | \(text)"
        }.joined(separator: "\n")
    }
}
