/// Something that a stage counts for the run's report beside articles: requests, tokens, costs.
///
/// A stage lists its counters (``Stage/counters``) and counts with ``StageContext/count``. The sums stand in `run.json`, in
/// the metrics and in the closing summary, are kept over an interruption, and come from worker processes, too.
public struct StageCounter: Sendable, Hashable {
    /// In snake case, with its unit: `prompt_tokens`.
    public var name: String
    /// What is counted, in one line.
    public var help: String
    /// How many decimals of the sum lie behind the point: 6 where millionths are counted, so that sums stay exact.
    public var decimals: Int

    public init(_ name: String, _ help: String, decimals: Int = 0) {
        self.name = name
        self.help = help
        self.decimals = decimals
    }

    /// A sum as the report shows it.
    public func value(of sum: Int) -> JSONValue {
        guard decimals > 0 else { return .integer(sum) }
        var unit = 1.0
        for _ in 0..<decimals { unit *= 10 }
        return .number(Double(sum) / unit)
    }
}
