/// One setting of a stage, declared once: its default, its limits and its line of help. Parsing, checking,
/// `copydesk stages NAME`, the docs and the JSON Schema all come from this declaration.
///
/// ```swift
/// @Setting("How many sentences the summary has.", in: 1...50) public var sentences = 3
/// @Setting("Types to keep; all when empty.") public var types: [EntityKind] = []
/// ```
///
/// The name in a pipeline file is the property's in snake case: `leastWords` is `least_words`.
/// A value type: changing a copy's setting leaves the original alone.
@propertyWrapper
public struct Setting<Value: SettingValue>: Sendable {
    private var box: Box
    let help: String
    let limits: Limits?
    let isRequired: Bool

    struct Limits: Sendable {
        var label: String
        var least: Double?
        var most: Double?
        /// Whether a value lies within.
        var admits: @Sendable (Value) -> Bool
    }

    /// Where the value lives, so that a setting found by reflection can be given its value.
    /// `@unchecked Sendable`: written only by ``assign(_:)`` while a configuration builds a stage that no other thread
    /// has seen, or on a fresh box.
    private final class Box: @unchecked Sendable {
        var value: Value
        init(_ value: Value) { self.value = value }
    }

    public init(wrappedValue: Value, _ help: String) {
        self.init(value: wrappedValue, help: help, limits: nil, isRequired: false)
    }

    /// A setting that need not be given: `@Setting("The title.") var title: String?`.
    public init<Wrapped: SettingValue>(_ help: String) where Value == Wrapped? {
        self.init(value: nil, help: help, limits: nil, isRequired: false)
    }

    /// A setting within inclusive limits.
    public init(wrappedValue: Value, _ help: String, in range: ClosedRange<Value>) where Value: Comparable {
        let label = "\(range.lowerBound.settingText) to \(range.upperBound.settingText)"
        let limits = Limits(label: label, least: range.lowerBound.asNumber, most: range.upperBound.asNumber) {
            range.contains($0)
        }
        self.init(value: wrappedValue, help: help, limits: limits, isRequired: false)
    }

    /// A setting with a least value.
    public init(wrappedValue: Value, _ help: String, in range: PartialRangeFrom<Value>) where Value: Comparable {
        let label = "\(range.lowerBound.settingText) or more"
        let limits = Limits(label: label, least: range.lowerBound.asNumber, most: nil) { range.contains($0) }
        self.init(value: wrappedValue, help: help, limits: limits, isRequired: false)
    }

    /// A setting that need not be given, within inclusive limits when it is.
    public init<Wrapped: Comparable & SettingValue>(wrappedValue: Value = nil, _ help: String, in range: ClosedRange<Wrapped>)
    where Value == Wrapped? {
        let label = "\(range.lowerBound.settingText) to \(range.upperBound.settingText)"
        let limits = Limits(label: label, least: range.lowerBound.asNumber, most: range.upperBound.asNumber) {
            $0.map(range.contains) ?? true
        }
        self.init(value: wrappedValue, help: help, limits: limits, isRequired: false)
    }

    /// A setting that a pipeline must give. `wrappedValue` only stands in until it does.
    public init(wrappedValue: Value, required help: String) {
        self.init(value: wrappedValue, help: help, limits: nil, isRequired: true)
    }

    private init(value: Value, help: String, limits: Limits?, isRequired: Bool) {
        box = Box(value)
        self.help = help
        self.limits = limits
        self.isRequired = isRequired
    }

    public var wrappedValue: Value {
        get { box.value }
        set { box = Box(newValue) }
    }

    func assign(_ value: Value) {
        box.value = value
    }
}

/// A setting whose value type is not known, as reflection finds it.
protocol AnySetting {
    func description(named name: String) -> SettingDescription
    /// Reads the value from a node; problems are added and leave the default in place.
    func read(_ node: ConfigNode, named name: String, problems: inout [Diagnostic])
    var isRequired: Bool { get }
    /// The value as it would be written in a pipeline file.
    var valueText: String { get }
}

extension Setting: AnySetting {
    var valueText: String { wrappedValue.settingText }

    func description(named name: String) -> SettingDescription {
        SettingDescription(
            name: name, help: help, shape: Value.shape, limits: limits?.label, least: limits?.least, most: limits?.most,
            defaultText: isRequired || wrappedValue.isAbsent ? nil : wrappedValue.settingText, isRequired: isRequired)
    }

    func read(_ node: ConfigNode, named name: String, problems: inout [Diagnostic]) {
        guard let value = Value.read(node, named: name, problems: &problems) else { return }
        if let limits, !limits.admits(value) {
            problems.append(
                Diagnostic(.error, "'\(name)' must be \(limits.label), not \(value.settingText)", at: node.location))
            return
        }
        assign(value)
    }
}
