/// What values a setting takes, as help, documentation and the JSON Schema tell it.
public indirect enum SettingShape: Sendable, Hashable {
    case truth
    case integer
    case number
    case text
    /// Text in a format of its own: its name and an example ("duration", "10m").
    case formatted(name: String, example: String)
    case choice([String])
    case list(of: SettingShape)
    /// Names of the user's choice to values.
    case map(of: SettingShape)
    /// A group of settings with fixed names.
    case group([SettingDescription])
    /// One of several groups, told apart by the name of their first setting.
    case oneOf([SettingShape])
    /// Whatever the file says: handed on as it is.
    case anything

    /// In a few words, for help: "one of person, location".
    public var label: String {
        switch self {
        case .truth: "true or false"
        case .integer: "whole number"
        case .number: "number"
        case .text: "text"
        case .formatted(let name, let example): "\(name) such as \(example)"
        case .choice(let names): "one of \(names.joined(separator: ", "))"
        case .list(let element): "list of \(element.label)"
        case .map(let element): "names to \(element.label)"
        case .group(let settings): "mapping of \(settings.map(\.name).joined(separator: ", "))"
        case .oneOf(let shapes): shapes.map(\.label).joined(separator: "; or ")
        case .anything: "value of any kind"
        }
    }
}

/// One setting as help, documentation and schema show it.
public struct SettingDescription: Sendable, Hashable {
    /// As it is written in a pipeline file: `least_words`.
    public var name: String
    /// One line.
    public var help: String
    public var shape: SettingShape
    /// The limits in words ("1 to 100"); nil where there are none.
    public var limits: String?
    public var least: Double?
    public var most: Double?
    /// The default as it would be written in YAML; nil where nothing is the default.
    public var defaultText: String?
    /// Whether it must be given.
    public var isRequired: Bool

    public init(
        name: String, help: String, shape: SettingShape, limits: String? = nil, least: Double? = nil, most: Double? = nil,
        defaultText: String? = nil, isRequired: Bool
    ) {
        self.name = name
        self.help = help
        self.shape = shape
        self.limits = limits
        self.least = least
        self.most = most
        self.defaultText = defaultText
        self.isRequired = isRequired
    }
}
