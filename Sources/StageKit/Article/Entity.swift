/// The kind of thing that an entity mention names. Open: a user's gazetteer may bring its own types.
public struct EntityType: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    public var description: String { rawValue }

    public static let person = EntityType(rawValue: "person")
    public static let organization = EntityType(rawValue: "organization")
    public static let location = EntityType(rawValue: "location")
    /// Nationalities, events, works, products.
    public static let misc = EntityType(rawValue: "misc")
    public static let date = EntityType(rawValue: "date")
    public static let time = EntityType(rawValue: "time")
    public static let money = EntityType(rawValue: "money")
    public static let percent = EntityType(rawValue: "percent")
    public static let quantity = EntityType(rawValue: "quantity")
    public static let email = EntityType(rawValue: "email")
    public static let url = EntityType(rawValue: "url")
    public static let phone = EntityType(rawValue: "phone")

    /// Those that `entities` finds by itself.
    public static let wellKnown: [EntityType] = [
        person, organization, location, misc, date, time, money, percent, quantity, email, url, phone,
    ]
}

/// A mention: a stretch of the text that names a person, place, date or other thing.
public struct Entity: Sendable, Hashable {
    /// UTF-8 byte range in the article's text.
    public var range: Range<Int>
    public var type: EntityType
    /// The canonical mention of the same thing in this article ("Reisz" → "Jean Reisz"); nil where none applies.
    public var name: String?
    /// The honorific or role that stands before a person's name, as the text has it ("Dr.", "Prime Minister", "goalkeeper").
    public var title: String?
    /// How many mentions the article has of the thing that ``name`` names; nil where mentions are not linked.
    public var mentions: Int?
    /// The value in a normal form: an ISO date, "1500000 USD"; nil where none applies.
    public var value: String?
    /// The id that a user's gazetteer gives the thing.
    public var identifier: String?
    /// How sure the recogniser is, 0 to 1; nil where a rule or gazetteer found it.
    public var confidence: Float?

    public init(
        range: Range<Int>, type: EntityType, name: String? = nil, title: String? = nil, mentions: Int? = nil, value: String? = nil,
        identifier: String? = nil, confidence: Float? = nil
    ) {
        self.title = title
        self.mentions = mentions
        self.range = range
        self.type = type
        self.name = name
        self.value = value
        self.identifier = identifier
        self.confidence = confidence
    }
}
