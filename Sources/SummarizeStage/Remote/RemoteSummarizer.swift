internal import StageKit

/// Replaces extractive summaries by those that a server's model writes, where they hold. Used by one thread at a time.
final class RemoteSummarizer {
    /// The layer that says where a summary came from.
    static let layer = "summary"

    private let settings: SummarizeStage
    private let http: HTTPSettings
    private let prompt: Prompt
    private let limit: LengthLimit
    private let caller: ChatCaller
    private let context: StageContext

    init(_ settings: SummarizeStage, _ server: ChatServer, _ context: StageContext) throws(StageFailure) {
        self.settings = settings
        self.context = context
        http = server.settings
        prompt = try Prompt(settings, http)
        limit = LengthLimit(settings)
        caller = try ChatCaller(server, context)
    }

    /// Asks for a summary of an article that has its extractive one.
    ///
    /// - Throws: ``StageFailure`` when there is no usable answer and such articles go to quarantine; ``RunFailure`` when the run
    ///   is ending or is to end.
    func rewrite(_ article: inout Article) throws {
        guard let text = article.text, !article.sentences.isEmpty else { return }
        switch try caller.answer(to: prompt.request(about: article, text)) {
        case .failure(let fault):
            try leaveExtractive(&article, "the server \(fault.reason)", fault.advice)
        case .success(let answer):
            do throws(AnswerProblem) {
                let draft = try RemoteSummarizer.draft(of: answer, article, limit, settings.style)
                try take(draft, for: &article)
            } catch .unusable(let reason) {
                try leaveExtractive(&article, reason, nil)
            } catch .unfaithful(let flags) {
                setExtractive(&article, "the model's summary has \(flags.map(\.text).joined(separator: ", ")), which the article has not")
            }
        }
    }

    /// A summary that can be taken.
    struct Draft {
        var text: String
        /// Whether it was cut to the length that was asked for.
        var isShortened: Bool
        var flags: [FaithfulnessCheck.Flag]
    }

    enum AnswerProblem: Error {
        case unusable(reason: String)
        case unfaithful([FaithfulnessCheck.Flag])
    }

    /// - Throws: why there is no summary in it.
    static func draft(of answer: ChatAnswer, _ article: Article, _ limit: LengthLimit, _ style: SummaryStyle) throws(AnswerProblem) -> Draft {
        var parts = AnswerText.parts(of: answer.content, style: style, abbreviations: AnswerSentences.abbreviations(of: article))
        // What was cut off ends in the middle of a sentence, wherever that seems to end.
        if answer.isCutOff { _ = parts.popLast() }
        guard !parts.isEmpty else { throw .unusable(reason: answer.isCutOff ? "the answer was cut off at max_tokens" : "the answer is empty") }
        if let first = parts.first, refusals.contains(where: first.lowercased().replacingApostrophes.hasPrefix) {
            throw .unusable(reason: "the model refuses")
        }
        let admitted = limit.admitted(of: parts)
        guard admitted > 0 else { throw .unusable(reason: "the answer is longer than \(limit.text)") }
        let kept = Array(parts.prefix(admitted))
        return Draft(
            text: limit.joined(kept), isShortened: admitted < parts.count || answer.isCutOff, flags: FaithfulnessCheck(article).flags(of: kept))
    }

    /// How models begin when they will not do it.
    private static let refusals = ["i'm sorry", "i am sorry", "i cannot", "i can't", "i'm unable", "i am unable", "as an ai", "sorry, but i", "sorry, i "]

    private func take(_ draft: Draft, for article: inout Article) throws(AnswerProblem) {
        if !draft.flags.isEmpty {
            context.count(.flagged, 1)
            if http.unfaithful == .fallback { throw .unfaithful(draft.flags) }
        }
        article.summary = Summary(text: draft.text, sentences: [])
        var origin: [String: JSONValue] = ["source": .string(SummaryBackend.http.rawValue), "model": .string(http.model)]
        if draft.isShortened { origin["shortened"] = true }
        if !draft.flags.isEmpty { origin["flags"] = .array(draft.flags.map(\.value)) }
        article.extensions[RemoteSummarizer.layer] = .object(origin)
    }

    private func leaveExtractive(_ article: inout Article, _ reason: String, _ advice: String?) throws(StageFailure) {
        if http.unanswered == .quarantine { throw StageFailure(reason, advice: advice) }
        setExtractive(&article, reason)
    }

    private func setExtractive(_ article: inout Article, _ reason: String) {
        context.count(.fallbacks, 1)
        context.note?("kept the extractive summary: \(reason)")
        article.extensions[RemoteSummarizer.layer] = ["source": .string(SummaryBackend.extractive.rawValue), "reason": .string(reason)]
    }
}

extension String {
    fileprivate var replacingApostrophes: String { String(map { $0 == "’" ? "'" : $0 }) }
}
