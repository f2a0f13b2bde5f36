import StageKit

@testable import SummarizeStage

/// Articles of our own prose. A line is a sentence, a blank line ends a paragraph; "role| " before a paragraph's first
/// line gives its role.
enum Samples {
    static let context = StageContext(pipeline: "test", inputDirectory: "/", outputDirectory: "/", run: "test")

    static func article(_ lines: String, title: String? = nil) -> Article {
        var text: [UInt8] = []
        var blocks: [Block] = []
        var sentences: [Sentence] = []
        var role = BlockRole.paragraph
        var start = 0
        func endBlock() {
            if text.count > start { blocks.append(Block(role: role, range: start..<text.count)) }
        }
        for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty {
                endBlock()
                role = .paragraph
                text += Array("\n\n".utf8)
                start = text.count
                continue
            }
            var words = Substring(line)
            if let known = BlockRole.allCases.first(where: { line.hasPrefix("\($0.rawValue)| ") }) {
                role = known
                words = line.dropFirst(known.rawValue.count + 2)
            }
            if text.count > start { text.append(0x20) }
            sentences.append(Sentence(range: text.count..<text.count + words.utf8.count, block: blocks.count))
            text += Array(words.utf8)
        }
        endBlock()
        var article = Article(
            id: ArticleID(content: text), source: ArticleSource(uri: "test"), text: ArticleText(repairing: text))
        article.blocks = blocks
        article.sentences = sentences
        article.metadata.title = title
        return article
    }

    static let bridge = """
        HARBOUR BAY (NP) — The Kestrel Bridge will close for nine months from January so that engineers can replace 214 corroded cables, the city council decided on Tuesday.
        About 38,000 vehicles cross the bridge on a working day.

        Mayor Ines Duarte said the repair would cost $61 million, twice the estimate of two years ago.
        She blamed the price of steel.
        "We waited too long, and now we pay for it," Duarte told reporters.

        Ferries will run every ten minutes between the Old Quay and the market, the council's transport office said.
        They will be free for residents.
        However, shop owners on the northern bank fear that customers will stay away.
        "Nobody takes a boat to buy bread," said Tomas Feld, who runs a bakery beside the bridge.

        Inspectors found the corrosion in March after a cyclist reported a broken strand.
        A report in June said that the bridge was safe for now but would have to be closed within two years (see page 4).
        That report was kept from the public until last week.

        The bridge was opened in 1968.
        """

    static let library = """
        The town library of Maple Ford has lent its millionth book.
        A nine-year-old girl took home an atlas on Monday, and the mayor gave her a cake.

        The library opened in a former fire station in 1974.
        It has moved twice since then.
        Librarian Rose Achebe said that lending had doubled after the opening hours were extended to 9 p.m.
        """
}

/// `lines` after one stage.
func summarized(_ lines: String, _ stage: SummarizeStage, title: String? = nil) -> Article {
    var article = Samples.article(lines, title: title)
    var worker = stage.makeWorker(Samples.context)
    worker.extract(&article)
    return article
}
