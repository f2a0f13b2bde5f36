public import StageKit

/// Keeps or drops articles by conditions on their fields; README.md describes the language they are written in.
public struct FilterStage: TransformStage, ArticleWorker {
    public static let name = "filter"
    public static let abstract = "Keeps or drops articles by conditions on their fields."
    public static let primarySetting: String? = "keep"
    public static let needsOneOf = ["keep", "drop"]

    @Setting("Keep only articles for which this holds.") public var keep: FilterExpression?
    @Setting("Drop articles for which this holds.") public var drop: FilterExpression?
    @Setting("What dropped articles are counted under; when not given, the part of the condition that decided.")
    public var reason: String?

    /// What the conditions ask about.
    public var reads: Set<ArticlePart> { (keep?.reads ?? []).union(drop?.reads ?? []) }
    public var writes: Set<ArticlePart> { [] }

    public init() {}

    /// - Complexity: O(length of what the conditions ask about); most ask about little.
    public func process(_ article: inout Article) -> Verdict {
        if let keep, let missing = FilterStage.clauses(keep, ofAll: true).first(where: { !$0.condition.holds(of: article) }) {
            return .drop(reason: reason ?? "not: \(FilterStage.shortened(keep.text(of: missing)))")
        }
        if let drop, let found = FilterStage.clauses(drop, ofAll: false).first(where: { $0.condition.holds(of: article) }) {
            return .drop(reason: reason ?? FilterStage.shortened(drop.text(of: found)))
        }
        return .keep
    }

    /// The outermost parts, of which one decides: all must hold of an article to keep, one of an article to drop.
    private static func clauses(_ expression: FilterExpression, ofAll: Bool) -> [Clause] {
        switch expression.root.condition {
        case .all(let clauses) where ofAll: clauses
        case .any(let clauses) where !ofAll: clauses
        default: [expression.root]
        }
    }

    /// Characters of a reason in a report's table.
    private static let longestReason = 80

    private static func shortened(_ text: String) -> String {
        text.count <= longestReason ? text : "\(text.prefix(longestReason - 1))…"
    }
}
