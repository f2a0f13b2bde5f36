public import StageKit

/// A thing of the user's own, written in the pipeline file: its names, and patterns of how it is mentioned.
public struct GazetteerEntry: NestedSettings {
    public static let needsOneOf = ["names", "patterns"]

    @Setting("What is reported as the entity's id.") public var id: String?
    @Setting("The type: person, organization, location, misc or a word of your own.") public var type = GazetteerType(.misc)
    @Setting("Its names.") public var names: [GazetteerName] = []
    @Setting("Names in which # stands for a number and * for a word with a capital, in quotation marks.")
    public var patterns: [GazetteerPattern] = []
    @Setting("How letters match: as the list has them or in capitals (usual), only as the list has them (exact), or any way (any).")
    public var `case` = GazetteerCase.usual

    public init() {}
}

/// How the letters of a listed name match those of a text.
public enum GazetteerCase: String, SettingChoice {
    /// As they are listed, or in capitals; a name without capitals any way.
    case usual
    /// Only as they are listed.
    case exact
    /// Any way.
    case any
}

/// An entity type: a word of ASCII letters, digits, `_` and `-`, in small letters.
public struct GazetteerType: SettingValue {
    static let reason = "the type must be a word of letters, digits, _ and -"
    static let advice = "use person, organization, location, misc or a name of your own"

    public let type: EntityType

    init(_ type: EntityType) { self.type = type }

    /// Nil where `text` is no such word.
    init?(_ text: some Collection<UInt8>) {
        let isWord = text.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x5F || $0 == 0x2D }
        guard isWord, !text.isEmpty else { return nil }
        type = EntityType(rawValue: String(decoding: text, as: UTF8.self).lowercased())
    }

    public static var shape: SettingShape { .text }
    public var settingText: String { type.rawValue }

    public static func read(_ node: ConfigNode, named name: String, problems: inout [Diagnostic]) -> GazetteerType? {
        guard let text = String.read(node, named: name, problems: &problems) else { return nil }
        if let type = GazetteerType(text.utf8) { return type }
        problems.append(Diagnostic(.error, reason, at: node.location, advice: advice))
        return nil
    }
}

/// A name of an entry: text with a letter or digit, where a word can begin.
public struct GazetteerName: SettingValue, ExpressibleByStringLiteral {
    public let text: String

    public init(stringLiteral text: String) { self.text = text }

    public static var shape: SettingShape { .text }
    public var settingText: String { text }

    public static func read(_ node: ConfigNode, named name: String, problems: inout [Diagnostic]) -> GazetteerName? {
        guard let text = String.read(node, named: name, problems: &problems) else { return nil }
        var hash: UInt64 = 0
        let hasWord = Array(text.utf8).withUnsafeBufferPointer { WordScan.next($0, 0, $0.count, &hash) != nil }
        if hasWord { return GazetteerName(stringLiteral: text) }
        problems.append(Diagnostic(.error, "the name has no letter and no digit", at: node.location, advice: "remove it"))
        return nil
    }
}

/// A pattern of an entry: see ``TokenPattern``.
public struct GazetteerPattern: SettingValue, ExpressibleByStringLiteral {
    public let text: String

    public init(stringLiteral text: String) { self.text = text }

    public static var shape: SettingShape { .formatted(name: "pattern", example: "Case No. #") }
    public var settingText: String { text }

    public static func read(_ node: ConfigNode, named name: String, problems: inout [Diagnostic]) -> GazetteerPattern? {
        guard let text = String.read(node, named: name, problems: &problems) else { return nil }
        do throws(TokenPattern.Fault) {
            _ = try TokenPattern(Array(text.utf8))
            return GazetteerPattern(stringLiteral: text)
        } catch {
            let place = node.location(ofCharacter: String(decoding: text.utf8.prefix(error.offset), as: UTF8.self).unicodeScalars.count)
            problems.append(Diagnostic(.error, error.reason, at: place, advice: error.advice))
            return nil
        }
    }
}
