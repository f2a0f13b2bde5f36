import StageKit

@testable import PipelineConfig

/// A group with a setting of every type that has a notation of its own.
struct Spellings: SettingGroup {
    @Setting("A whole number.") var count = -1
    @Setting("A number.") var share = -1.0
    @Setting("A truth.") var flag = false
    @Setting("A text.") var text = "unset"
    @Setting("A size.") var size = ByteSize(bytes: 0)
    @Setting("A duration.") var span = TimeSpan(seconds: 0)
    @Setting("A percentage.") var percent = Percentage(fraction: 0)
    @Setting("Texts.") var texts = ["unset"]
    @Setting("An optional number.") var maybe: Int?

    /// The value of the setting `name` as the YAML `value` says, and what is wrong with it.
    static func read(_ name: String, _ value: String) -> (value: String, problems: [Diagnostic]) {
        var problems: [Diagnostic] = []
        let node = Composer.compose(
            Array("\(name): \(value)\n".utf8), file: "test.yaml", environment: EnvironmentNames(values: [:]), problems: &problems)
        let place = StageKit.SourceLocation(file: "test.yaml", line: 1, column: 1)
        let group = Spellings.configured(by: node, at: place, title: "test", problems: &problems)
        return (group.settingValues.first { $0.name == name }?.value ?? "", problems)
    }
}
