/// Which of the shipped name lists hold a phrase.
package struct GazetteerFlags: OptionSet, Sendable {
    package static let size = 2
    package let rawValue: UInt16

    package init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    package static let givenName = GazetteerFlags(rawValue: 1 << 0)
    package static let surname = GazetteerFlags(rawValue: 1 << 1)
    package static let city = GazetteerFlags(rawValue: 1 << 2)
    package static let region = GazetteerFlags(rawValue: 1 << 3)
    package static let country = GazetteerFlags(rawValue: 1 << 4)
    package static let demonym = GazetteerFlags(rawValue: 1 << 5)
    package static let organization = GazetteerFlags(rawValue: 1 << 6)
    package static let water = GazetteerFlags(rawValue: 1 << 7)
    /// WordNet's persons, places, groups, and events, works and the like.
    package static let knownPerson = GazetteerFlags(rawValue: 1 << 8)
    package static let knownPlace = GazetteerFlags(rawValue: 1 << 9)
    package static let knownGroup = GazetteerFlags(rawValue: 1 << 10)
    package static let knownThing = GazetteerFlags(rawValue: 1 << 11)
    /// A longer phrase starts with this one.
    package static let prefix = GazetteerFlags(rawValue: 1 << 15)

    /// The lists whose file names (without ending) these are.
    package static let files: [(name: String, flag: GazetteerFlags)] = [
        ("given-names", .givenName), ("surnames", .surname), ("cities", .city), ("capitals", .city), ("regions", .region),
        ("countries", .country), ("demonyms", .demonym), ("organizations", .organization), ("waters", .water),
    ]
}
