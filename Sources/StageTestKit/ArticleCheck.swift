public import StageKit

/// Whether an article keeps the promises of its type: what points into the text lies in it, on borders of characters, in
/// order; what is numbered is there.
public enum ArticleCheck {
    /// What is wrong, one line each; empty where nothing is.
    public static func problems(of article: Article) -> [String] {
        var problems: [String] = []
        check(article.blocks.enumerated().compactMap { index, block in block.range.map { ("block \(index)", $0) } }, article, &problems)
        check(article.sentences.enumerated().map { ("sentence \($0.offset)", $0.element.range) }, article, &problems)
        check(article.tokens.enumerated().map { ("token \($0.offset)", Int($0.element.start)..<max(Int($0.element.start), Int($0.element.end))) },
            article, &problems)
        check(article.entities.enumerated().map { ("entity \($0.offset)", $0.element.range) }, article, &problems)
        for (index, sentence) in article.sentences.enumerated() {
            if sentence.tokens.upperBound > article.tokens.count { problems.append("sentence \(index) counts tokens that are not there") }
            if let block = sentence.block, !article.blocks.indices.contains(block) {
                problems.append("sentence \(index) lies in block \(block), which is not there")
            }
        }
        for name in article.spanLayers.sorted() { checkLayer(name, article, &problems) }
        if let numbers = article.summary?.sentences {
            if let wrong = numbers.first(where: { !article.sentences.indices.contains($0) }) {
                problems.append("the summary names sentence \(wrong), which is not there")
            }
            if zip(numbers, numbers.dropFirst()).contains(where: { $0 >= $1 }) { problems.append("the summary's sentences are not in order") }
        }
        return problems
    }

    /// The spans of a layer may lie in one another and in any order.
    private static func checkLayer(_ name: String, _ article: Article, _ problems: inout [String]) {
        var found: [(name: String, range: Range<Int>)] = []
        var backward: [String] = []
        _ = article.extensions[name]?.mapSpans(path: "extensions.\(name)") { span, start, end, path in
            if start <= end { found.append((path, start..<end)) } else { backward.append("\(path) ends before it starts") }
            return .object(span)
        }
        problems += backward
        for span in found { check([span], article, &problems) }
    }

    private static func check(_ spans: [(name: String, range: Range<Int>)], _ article: Article, _ problems: inout [String]) {
        guard !spans.isEmpty else { return }
        guard let text = article.text else {
            problems.append("\(spans[0].name) points into a text that is not there")
            return
        }
        var end = 0
        for (name, range) in spans {
            if range.lowerBound < 0 || range.upperBound > text.count {
                problems.append("\(name), bytes \(range), lies outside the text of \(text.count) bytes")
            } else if !text.isScalarBoundary(range.lowerBound) || !text.isScalarBoundary(range.upperBound) {
                problems.append("\(name), bytes \(range), begins or ends inside a character")
            } else if range.lowerBound < end {
                problems.append("\(name), bytes \(range), begins before byte \(end), where the one before it ends")
            }
            end = max(end, range.upperBound)
        }
    }
}
