internal import StageKit

extension StageCounter {
    static let requests = StageCounter("requests", "Requests to the server, repetitions among them.")
    static let retries = StageCounter("retries", "Requests that repeat one that failed.")
    static let cachedAnswers = StageCounter("cached_answers", "Articles whose answer was stored, so that nothing was asked.")
    static let promptTokens = StageCounter("prompt_tokens", "Tokens of the questions, as the server counts them.")
    static let completionTokens = StageCounter("completion_tokens", "Tokens of the answers.")
    static let cost = StageCounter("cost", "What both cost by prompt_price and completion_price.", decimals: 6)
    static let flagged = StageCounter("flagged", "Answers with names or numbers that are not in the article, or in another language.")
    static let fallbacks = StageCounter("fallbacks", "Articles that got the extractive summary instead.")

    /// In the order of the report.
    static let ofSummaries = [requests, retries, cachedAnswers, promptTokens, completionTokens, cost, flagged, fallbacks]
}
