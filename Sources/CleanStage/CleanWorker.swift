public import StageKit

/// Cleans one article after the other on one thread.
public struct CleanWorker: ArticleWorker {
    let extractor: ArticleExtractor
    let keep: Set<BlockRole>
    let leastWords: Int
    let dropsOthers: Bool
    let note: (@Sendable (String) -> Void)?

    /// - Throws: ``StageFailure`` where there is nothing to clean, or a page too large to parse.
    public mutating func process(_ article: inout Article) throws -> Verdict {
        // Blocks say that it was cleaned before: its text is as `clean` left it.
        if article.raw == nil, article.text != nil, !article.blocks.isEmpty { return .keep }
        let parts: [ArticleExtractor.Part]
        if let raw = article.raw {
            let decoded = CharsetDecoder.decode(raw.bytes, declared: raw.charset, isHTML: raw.mediaType == .html)
            note?("charset: \(decoded.charset) (\(decoded.reason))")
            if raw.mediaType == .html {
                let analysis = try PageAnalysis(utf8: decoded.bytes, known: article.metadata)
                let result = extractor.extract(analysis)
                note?(result.note)
                article.metadata = result.metadata
                parts = result.parts
            } else {
                parts = PlainTextCleaner.parts(decoded.bytes, isMarkdown: raw.mediaType == .markdown, metadata: &article.metadata)
            }
        } else if let text = article.text, PlainTextCleaner.isHTML(text.utf8) {
            // A text field with markup in it: every block of it belongs to the article.
            let analysis = try PageAnalysis(utf8: Mojibake.repaired(text.utf8), known: article.metadata)
            let result = extractor.extract(analysis, chances: [Float](repeating: ArticleExtractor.unasked, count: analysis.blockCount))
            note?("the text holds HTML; \(result.note)")
            parts = result.parts
        } else if let text = article.text {
            parts = PlainTextCleaner.parts(Mojibake.repaired(text.utf8), isMarkdown: false, metadata: &article.metadata)
        } else {
            throw StageFailure("the article has neither raw content nor text", advice: "check what load makes of this input")
        }
        let words = assemble(parts, into: &article)
        CleanWorker.unifyDates(&article.metadata)
        article.raw = nil
        if dropsOthers, words < leastWords { return .drop(reason: "not an article") }
        return .keep
    }

    /// Dates that a record brought along come in every form; what cannot be read stays as it is.
    private static func unifyDates(_ metadata: inout Metadata) {
        metadata.published = metadata.published.map { DateReader.iso($0) ?? $0 }
        metadata.modified = metadata.modified.map { DateReader.iso($0) ?? $0 }
    }

    /// Joins the parts to text and blocks. Returns the words of the running text that stand in sentences: menus, lists of
    /// links and notices have none.
    private func assemble(_ parts: [ArticleExtractor.Part], into article: inout Article) -> Int {
        var text: [UInt8] = []
        var blocks: [Block] = []
        var words = 0
        for part in parts where !part.text.isEmpty {
            guard !part.isAside || keep.contains(part.role) else {
                blocks.append(Block(role: part.role, aside: part.text))
                continue
            }
            if !text.isEmpty { text += [0x0A, 0x0A] }
            let start = text.count
            text += part.text.utf8
            blocks.append(Block(role: part.role, range: start..<text.count))
            let counts = TextCounts(Array(part.text.utf8))
            if counts.sentenceEnds > 0 { words += counts.words }
        }
        article.text = ArticleText(repairing: text)
        article.blocks = blocks
        return words
    }
}
