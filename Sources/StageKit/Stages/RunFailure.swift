/// Why no article can be worked on any more, thrown by a stage while it works on one that is not to blame: a program
/// that cannot be started again, a service that is gone. The run ends at its last commit and can go on from there;
/// the article is not put into quarantine.
public struct RunFailure: Error, Sendable, Hashable, CustomStringConvertible {
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
