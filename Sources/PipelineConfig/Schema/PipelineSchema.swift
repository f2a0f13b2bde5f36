import StageKit

/// The JSON Schema (draft 2020-12) of pipeline files, from the stages' own declarations; for editors.
public struct PipelineSchema: Sendable {
    private let catalog: StageCatalog

    public init(catalog: StageCatalog) {
        self.catalog = catalog
    }

    /// The schema as one line of JSON, the same for the same stages.
    public var json: String { value.json }

    var value: JSONValue {
        [
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "copydesk pipeline",
            "type": "object",
            "required": ["stages"],
            "additionalProperties": false,
            "properties": [
                "pipeline": ["type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$|\\$\\{", "description": "The pipeline's name."],
                "description": ["type": "string", "description": "What the pipeline is for."],
                "state": ["type": "string", "description": "Folder for the state of runs."],
                "only": shape(InputSelection.shape).adding("description", .string(InputSelection.help)),
                "errors": group(ErrorLimits.settingDescriptions, primary: ErrorLimits.primarySetting),
                "isolation": ["enum": .array(Isolation.allCases.map { .string($0.rawValue) }), "default": .string(Isolation.none.rawValue), "description": "Where the chain runs; process: in worker processes, so that a crash or a hang costs one article."],
                "limits": group(ArticleLimits.settingDescriptions, primary: nil),
                "stages": ["type": "array", "minItems": 2, "items": ["anyOf": .array(catalog.types.flatMap(alternatives))]],
            ],
        ]
    }

    /// A stage is its bare name, or its name with settings; where none is required, with nothing behind the colon too.
    private func alternatives(_ stage: any Stage.Type) -> [JSONValue] {
        let settings = stage.settingDescriptions
        let needsSettings = stage.needsSettings
        var configuration = group(settings, primary: stage.primarySetting, oneOf: stage.needsOneOf)
        if !needsSettings { configuration = ["anyOf": [configuration, ["type": "null"]]] }
        let bare: JSONValue = ["const": .string(stage.name), "description": .string(stage.abstract)]
        let configured: JSONValue = [
            "type": "object", "required": [.string(stage.name)], "additionalProperties": false,
            "properties": [stage.name: configuration.adding("description", .string(stage.abstract))].json,
        ]
        return needsSettings ? [configured] : [bare, configured]
    }

    private func group(_ settings: [SettingDescription], primary: String?, oneOf needed: [String] = []) -> JSONValue {
        var mapping = mapping(settings)
        if !needed.isEmpty { mapping = mapping.adding("anyOf", .array(needed.map { ["required": [.string($0)]] })) }
        guard let primary = settings.first(where: { $0.name == primary }) else { return mapping }
        return ["anyOf": [mapping, setting(primary)]]
    }

    private func mapping(_ settings: [SettingDescription]) -> JSONValue {
        var members: [String: JSONValue] = [
            "type": "object", "additionalProperties": false,
            "properties": .object(Dictionary(settings.map { ($0.name, setting($0)) }) { first, _ in first }),
        ]
        let required = settings.filter(\.isRequired).map { JSONValue.string($0.name) }
        if !required.isEmpty { members["required"] = .array(required) }
        return .object(members)
    }

    private func setting(_ setting: SettingDescription) -> JSONValue {
        var value = shape(setting.shape)
        // What need not be given and has no default can be left open.
        if !setting.isRequired, setting.defaultText == nil { value = ["anyOf": [value, ["type": "null"]]] }
        value = value.adding("description", .string(setting.help))
        if let least = setting.least { value = value.adding("minimum", .number(least)) }
        if let most = setting.most { value = value.adding("maximum", .number(most)) }
        if let text = setting.defaultText { value = value.adding("default", PipelineSchema.literal(text, setting.shape)) }
        return value
    }

    private func shape(_ shape: SettingShape) -> JSONValue {
        switch shape {
        case .truth: orReference(["type": "boolean"])
        case .integer: orReference(["type": "integer"])
        case .number: orReference(["type": "number"])
        case .text: ["type": ["string", "number", "boolean"]]
        case .formatted(_, let example): ["type": "string", "examples": [.string(example)]]
        case .choice(let names): orReference(["enum": .array(names.map { .string($0) })])
        // A single value counts as a list of one.
        case .list(let element): ["anyOf": [["type": "array", "items": self.shape(element)], self.shape(element)]]
        case .map(let element): ["type": "object", "additionalProperties": self.shape(element)]
        case .group(let settings): mapping(settings)
        case .oneOf(let shapes): ["anyOf": .array(shapes.map { self.shape($0) })]
        case .anything: [:]
        }
    }

    /// `${NAME}` may stand for any value.
    private func orReference(_ shape: JSONValue) -> JSONValue {
        ["anyOf": [shape, ["type": "string", "pattern": "\\$\\{"]]]
    }

    private static func literal(_ text: String, _ shape: SettingShape) -> JSONValue {
        switch shape {
        case .truth: .bool(text == "true")
        case .integer: Int(text).map { .integer($0) } ?? .string(text)
        case .number: Double(text).map { .number($0) } ?? .string(text)
        case .list where text == "[]": []
        case .map where text == "{}": [:]
        default: .string(text)
        }
    }
}

extension JSONValue {
    fileprivate func adding(_ name: String, _ value: JSONValue) -> JSONValue {
        guard case .object(var members) = self else { return self }
        members[name] = value
        return .object(members)
    }
}

extension [String: JSONValue] {
    fileprivate var json: JSONValue { .object(self) }
}
