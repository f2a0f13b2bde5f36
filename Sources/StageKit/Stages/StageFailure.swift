/// Why a stage could not do its work: the bare reason. The engine adds the stage and the article, and, thrown while an
/// article is worked on, puts that article into quarantine.
public struct StageFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong and why, in one line, without the article's text: "not UTF-8 at byte 17".
    public var reason: String
    /// What to do; nil where the reason says it.
    public var advice: String?

    public init(_ reason: String, advice: String? = nil) {
        self.reason = reason
        self.advice = advice
    }

    public var description: String {
        advice.map { "\(reason); \($0)" } ?? reason
    }
}
