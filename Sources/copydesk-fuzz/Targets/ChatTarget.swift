import SegmentStage
import StageKit
import SummarizeStage

/// The answers of a server that `summarize` asks.
struct ChatTarget: FuzzTarget {
    static let name = "chat"
    let seeds = Self.bytes([
        #"{"id":"c","choices":[{"index":0,"message":{"role":"assistant","content":"Here is a summary:\n- The ferry sails on Monday.\n- **Ana Reis** paid 1,200 kroner."},"finish_reason":"stop"}],"usage":{"prompt_tokens":412,"completion_tokens":31}}"#,
        #"{"choices":[{"message":{"content":"<think>\nIt sails.\n</think>\n## Summary\n\"The ferry sails. Mr. Ward waved at 3.5 million people.\""},"finish_reason":"length"}]}"#,
        #"{"choices":[{"message":{"content":[{"type":"text","text":"港は閉鎖される。\u202e市長が述べた。"}]}}]}"#,
        #"{"error":{"message":"maximum context length is 4096 tokens","type":"invalid_request_error"}}"#, #"{"detail":"not found"}"#,
    ])
    let tokens: [[UInt8]] = JSONTarget.pieces + Self.bytes([
        "\"choices\":", "\"message\":", "\"content\":", "\"finish_reason\":\"length\"", "\"usage\":", "\"prompt_tokens\":9999999999", "<think>", "</think>", "```", "**", "# ",
        "\\n- ", "\\n1. ", "Summary: ", "。", "Mr. ", "U.S. ", "1.234.567,89", "2 million", "’s", "\\u001b[31m", "\\u202e", "\\u200d",
    ])
    private let article: Article

    init(_ samples: Samples) throws {
        let text = "The ferry sails on Monday with Ana Reis on board, who paid 1,200 kroner. Mayor Tom Ward waved at 3 million people. He cried."
        var article = Article(id: ArticleID(content: []), source: ArticleSource(uri: "a"), text: ArticleText(text))
        article.metadata.language = "en"
        var segmenter = SegmentStage().makeWorker(CleaningTools.context)
        _ = try segmenter.process(&article)
        self.article = article
    }

    func run(_ bytes: [UInt8]) throws -> Bool {
        var isAccepted = false
        for (index, style) in SummaryStyle.allCases.enumerated() {
            var stage = SummarizeStage()
            stage.style = style
            stage.characters = 40 + index * 100
            guard let summary = ChatAnswerReading.summary(bytes, of: article, stage) else { continue }
            isAccepted = true
            try promise(!summary.text.isEmpty, "an empty summary")
            try promise(summary.text.unicodeScalars.count <= 40 + index * 100, "a summary that is longer than allowed")
            try promise(!summary.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F }, "a control character in a summary")
        }
        return isAccepted
    }
}
