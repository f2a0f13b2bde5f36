internal import StageKit

extension HTTPAnswer {
    /// How much of what a server says is repeated, in characters.
    private static let longestQuote = 200
    /// A run of so many bytes that message and question share is a piece of the article, not of the message.
    private static let echoLength = 24

    /// - Parameters:
    ///   - key: what must never be repeated.
    ///   - question: what was sent; no piece of it is repeated either.
    /// - Throws: ``HTTPFault`` when it is no answer to the question.
    func chatAnswer(hiding key: String?, question: [UInt8]) throws(HTTPFault) -> ChatAnswer {
        guard (200..<300).contains(status) else { throw refusal(hiding: key, question) }
        do throws(StageFailure) {
            return try ChatAnswer(body)
        } catch {
            let type = contentType.map { " (\($0.printable.prefix(60)))" } ?? ""
            throw HTTPFault("answers with what is no chat completion\(type): \(error.reason)", isPassing: true)
        }
    }

    private func refusal(hiding key: String?, _ question: [UInt8]) -> HTTPFault {
        let words = ChatAnswer.refusal(body).flatMap { HTTPAnswer.quotable($0, hiding: key, question) }.map { ": \($0)" } ?? ""
        let reason = "answers with status \(status)\(words)"
        switch status {
        case 300..<400:
            return HTTPFault("redirects to another address (status \(status))", advice: "write that address as 'endpoint'", isPassing: false, concernsAll: true)
        case 401, 403: return HTTPFault(reason, advice: "see to the key that 'key_from' names", isPassing: false, concernsAll: true)
        case 404, 405, 501: return HTTPFault(reason, advice: "see to 'endpoint' and 'model'", isPassing: false, concernsAll: true)
        // Too early, too many, and what proxies and servers say while they are overloaded or start; 529 is some services' "overloaded".
        case 408, 425, 429, 500, 502, 503, 504, 529: return HTTPFault(reason, isPassing: true, retryAfter: retryAfter)
        default: return HTTPFault(reason, isPassing: false)
        }
    }

    /// A server's words as a message may repeat them; nil where they may hold a piece of the article.
    static func quotable(_ words: String, hiding key: String?, _ question: [UInt8]) -> String? {
        var words = words
        if let key, !key.isEmpty { words = words.split(separator: key, omittingEmptySubsequences: false).joined(separator: "[key]") }
        let quote = String(words.prefix(longestQuote))
        guard !echoes(Array(quote.utf8), question) else { return nil }
        return quote.printable
    }

    /// - Complexity: O(lengths).
    private static func echoes(_ words: [UInt8], _ question: [UInt8]) -> Bool {
        guard words.count >= echoLength, question.count >= echoLength else { return false }
        let pieces = Set((0...words.count - echoLength).map { words[$0..<$0 + echoLength] })
        return (0...question.count - echoLength).contains { pieces.contains(question[$0..<$0 + echoLength]) }
    }
}
