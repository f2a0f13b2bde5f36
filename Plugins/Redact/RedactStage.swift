internal import Glibc
public import StageKit

/// Puts pseudonyms in the place of names and addresses, in everything that an article's record holds.
///
/// The one stage behind `clean` that changes the text: it replaces it once, together with all that points into it, because
/// a record that still had the old text anywhere would not be redacted.
public struct RedactStage: TransformStage, ArticleWorker {
    public static let name = "redact"
    public static let abstract = "Puts pseudonyms in the place of names and addresses, in text, metadata and annotations."
    public static let primarySetting: String? = "types"
    public let reads: Set<ArticlePart> = [.text, .entities, .metadata]
    public let writes: Set<ArticlePart> = [.text, .metadata, .blocks, .sentences, .tokens, .entities, .summary, .extensions]
    public let hidesInput = true

    @Setting(required: "The types of entities to mask, such as person, email, phone, url.") public var types: [String] = []
    @Setting("What stands in their place: Person 1; Person 5f3a09c1b27d, the same in all articles; or [person].") public var style = Style.number
    @Setting("The name of the environment variable with the key for pseudonyms: 32 hexadecimal digits.") public var keyFrom: String?
    @Setting("What becomes of url and image, which lead to the original.") public var links = Links.remove
    @Setting("Layers of other stages to keep, with their texts masked; the others are removed.") public var layers: [String] = []

    public enum Style: String, SettingChoice {
        case number, pseudonym, type
    }

    public enum Links: String, SettingChoice {
        case remove, keep
    }

    private var pseudonyms = Pseudonyms.number

    public init() {}

    public func contradictions() -> [String] {
        var problems: [String] = []
        if types.isEmpty { problems.append("'types' names no type") }
        let known = EntityType.wellKnown.map(\.rawValue)
        for type in types where !known.contains(type) {
            // A gazetteer may bring types of its own, so that only one that is nearly a known one must be a mistake.
            if let near = NearestName.of(type, among: known) { problems.append("there is no type '\(type.printable)'; did you mean '\(near)'?") }
        }
        if style == .pseudonym, keyFrom == nil { problems.append("'style: pseudonym' needs 'key_from'") }
        if style != .pseudonym, keyFrom != nil { problems.append("'key_from' is for 'style: pseudonym'") }
        return problems
    }

    /// - Throws: ``StageFailure`` where the key is not in the environment.
    public mutating func prepare(_ context: StageContext) throws {
        switch style {
        case .number: pseudonyms = .number
        case .type: pseudonyms = .type
        case .pseudonym:
            let name = keyFrom ?? ""
            guard let text = getenv(name).map({ String(cString: $0) }) else {
                throw StageFailure("the environment has no \(name.printable), which 'key_from' names", advice: "set it to 32 hexadecimal digits: openssl rand -hex 16")
            }
            guard let key = SipHash(hexadecimal: text) else {
                throw StageFailure("\(name.printable) is no key of 32 hexadecimal digits", advice: "make one with: openssl rand -hex 16")
            }
            pseudonyms = .keyed(key)
        }
    }

    /// - Complexity: O(length of the record × secrets that begin with the same letter).
    public func process(_ article: inout Article) throws -> Verdict {
        guard article.raw == nil else {
            throw StageFailure("the article has raw content, in which nothing can be masked", advice: "put 'clean' before 'redact'")
        }
        let types = Set(types.map { EntityType(rawValue: $0) })
        var redaction = Redaction(article, types: types, pseudonyms: pseudonyms)
        article.apply(&redaction, keepingLinks: links == .keep, layers: layers, types: types)
        return .keep
    }
}
