import StageKit

/// What stands in a secret's place.
enum Pseudonyms: Sendable {
    /// `[person]`: no one can tell one from another.
    case type
    /// `Person 1`, `Person 2`, in the order of the article.
    case number
    /// `Person 5f3a09c1b27d`: the same in every article, for who has the key.
    case keyed(SipHash)

    /// Hexadecimal digits of a keyed one: 48 bits, so that among a million names two are alike with a chance of 1 in 500.
    private static let digits = 12

    /// - Parameters:
    ///   - identity: what is the same for all forms of one secret.
    ///   - number: how many of its type came before it in the article, and one more.
    func replacement(_ type: EntityType, identity: String, number: Int) -> String {
        switch self {
        case .type: return "[\(type.rawValue)]"
        case .number: return "\(Pseudonyms.label(type)) \(number)"
        case .keyed(let hash):
            let tag = String(hash(Array("\(type.rawValue)\u{0}\(identity)".utf8)), radix: 16)
            let padded = String(repeating: "0", count: 16 - tag.utf8.count) + tag
            return "\(Pseudonyms.label(type)) \(padded.prefix(Pseudonyms.digits))"
        }
    }

    private static func label(_ type: EntityType) -> String {
        type == .url ? "URL" : type.rawValue.prefix(1).uppercased() + type.rawValue.dropFirst()
    }
}
