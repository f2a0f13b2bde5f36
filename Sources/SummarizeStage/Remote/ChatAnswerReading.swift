package import StageKit

/// Reads a server's answer in every way that the stage reads one: what a fuzzer calls.
package enum ChatAnswerReading {
    /// The summary that an answer's bytes hold, with the labels of what is flagged; nil where they hold none.
    package static func summary(_ bytes: [UInt8], of article: Article, _ settings: SummarizeStage) -> (text: String, flags: [String])? {
        _ = ChatAnswer.refusal(bytes).map { HTTPAnswer.quotable($0, hiding: "key", article.text?.utf8 ?? []) }
        guard let answer = try? ChatAnswer(bytes),
            let draft = try? RemoteSummarizer.draft(of: answer, article, LengthLimit(settings), settings.style)
        else { return nil }
        return (draft.text, draft.flags.map(\.text))
    }
}
