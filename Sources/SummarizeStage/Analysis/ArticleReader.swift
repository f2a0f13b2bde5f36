package import StageKit

/// Takes from an article what the analyser needs: its sentences with the roles of their blocks, and its titles.
package enum ArticleReader {
    /// One input per sentence, in order.
    ///
    /// - Complexity: O(sentences).
    package static func inputs(of article: Article, standfirst: StandfirstUse = .use) -> [Analyser.Input] {
        let count = article.text?.count ?? 0
        return article.sentences.map { sentence in
            // A stage before may be a stranger's: a range outside the text is nobody's sentence.
            guard sentence.range.lowerBound >= 0, sentence.range.upperBound <= count else {
                return Analyser.Input(range: 0..<0, isEligible: false)
            }
            let role = sentence.block.flatMap { article.blocks.indices.contains($0) ? article.blocks[$0].role : nil }
            let isStandfirst = role == .standfirst
            let isEligible =
                switch role {
                case .headline, .caption, .heading, .byline, .promotion: false
                case .standfirst: standfirst != .ignore
                case .paragraph, .quotation, .list, nil: true
                }
            return Analyser.Input(
                range: wholeScalars(sentence.range, in: article), block: sentence.block ?? 0, isEligible: isEligible, isStandfirst: isStandfirst)
        }
    }

    /// The range without the halves of scalars at its ends, which a stranger's stage may have cut: they would come out
    /// as more characters than were counted.
    private static func wholeScalars(_ range: Range<Int>, in article: Article) -> Range<Int> {
        guard let text = article.text else { return 0..<0 }
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, !text.isScalarBoundary(start) { start += 1 }
        while end > start, !text.isScalarBoundary(end) { end -= 1 }
        return start..<end
    }

    /// What stands above the article: headline and standfirst.
    package static func titles(of article: Article) -> [[UInt8]] {
        var titles: [[UInt8]] = []
        if let title = article.metadata.title { titles.append(Array(title.utf8)) }
        for block in article.blocks where block.role == .headline || block.role == .standfirst {
            switch block.content {
            case .aside(let text):
                titles.append(Array(text.utf8))
            case .inText(let range):
                guard let text = article.text, range.lowerBound >= 0, range.upperBound <= text.count else { continue }
                titles.append(Array(text.utf8[range]))
            }
        }
        return titles
    }
}
