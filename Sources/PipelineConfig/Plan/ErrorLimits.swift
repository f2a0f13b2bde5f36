import StageKit

/// How many articles may fail before a run is stopped: `errors:` of a pipeline file.
public struct ErrorLimits: SettingGroup {
    /// A twentieth: more is rarely bad luck and mostly a changed feed or a wrong setting.
    @Setting("More than this share of failed articles stops the run.")
    public var most = Percentage(fraction: 0.05)

    @Setting("The share is looked at once so many articles are done.", in: 1...1_000_000_000)
    public var leastArticles = 20

    @Setting("The same for single stages, of the articles that reach them, e.g. {entities: 1%}.")
    public var stages: [String: Percentage] = [:]

    public static let primarySetting: String? = "most"

    public init() {}
}
