import StageKit
import TopicsStage

/// Rule files of `topics`: reading them, and asking an article by what was read.
struct TopicRulesTarget: FuzzTarget {
    static let name = "topic-rules"
    let seeds: [[UInt8]] = Self.bytes([
        "topic,phrase,weight\nsport,\"cup final|goal*\",3\n# no\nart,éclair,excluded\n", "\u{FEFF}phrase,topic\r\n\"a \"\"b\"\" c\",x\r\n\r\ncup,y",
        "topic,phrase,weight\nferries,ferry|harbour,-2.5\nferries,harbour,required\n", "",
    ])
    let tokens: [[UInt8]] = Self.bytes([
        ",", "\"", "\"\"", "\n", "\r\n", "|", "*", "#", " ", "topic", "phrase", "weight", "required", "excluded", "-100", "1e400", "nan", "é", "\u{A0}", "日本", "ferry", "cup final",
    ])

    init(_ samples: Samples) throws {}

    func run(_ bytes: [UInt8]) throws -> Bool {
        var worker: TopicsWorker
        do {
            worker = try TopicsStage.worker(byRules: bytes, file: "rules.csv")
        } catch let failure as StageFailure {
            try promise(failure.reason.hasPrefix("rules.csv"), "a mistake is told without its file: \(failure)")
            return false
        }
        // The rules over their own text: every phrase is there to be found.
        var article = Article(id: ArticleID("1"), source: ArticleSource(uri: "a.html"), text: ArticleText(String(decoding: bytes, as: UTF8.self)))
        article.metadata.title = "Éclair, cup final and ferry"
        _ = worker.process(&article)
        try checkPromises(of: article)
        let once = article.extensions
        _ = worker.process(&article)
        try promise(article.extensions == once, "the same article gets other topics the second time")
        return true
    }
}
