import StageKit

/// The secrets of one article: who and what must not be read any more, under which forms, and what stands in their place.
struct SecretBook {
    struct Secret {
        var type: EntityType
        var replacement: [UInt8]
    }

    /// A way in which a secret may be written.
    struct Form {
        var bytes: [UInt8]
        var secret: Int
        /// Whether it is to be found whatever its capitals: not so for a part of a name that may be a word as well ("Will").
        var isCertain: Bool
        /// Whether it is another form in small letters, which counts only where capitals do not.
        var isLowered: Bool
    }

    private let pseudonyms: Pseudonyms
    private(set) var secrets: [Secret] = []
    private(set) var forms: [Form] = []
    private var numbers: [EntityType: Int] = [:]
    private var known: [String: Int] = [:]
    private var knownForms: Set<[UInt8]> = []
    /// What was entered and added before, as it came: an article mentions the same few names again and again.
    private var entered: [Mention: Int] = [:]
    private var added: Set<Mention> = []

    private struct Mention: Hashable {
        var type: EntityType
        var text: String
    }

    init(_ pseudonyms: Pseudonyms) {
        self.pseudonyms = pseudonyms
    }

    var isEmpty: Bool { secrets.isEmpty }

    /// The number of a secret, which is entered where it is new.
    ///
    /// - Parameter name: what all its forms have in common: the name that mentions are linked to, the address.
    mutating func enter(_ type: EntityType, _ name: String) -> Int {
        let mention = Mention(type: type, text: name)
        if let secret = entered[mention] { return secret }
        let secret = number(of: type, name)
        entered[mention] = secret
        return secret
    }

    private mutating func number(of type: EntityType, _ name: String) -> Int {
        let identity = SecretBook.identity(type, name)
        let key = "\(type.rawValue)\u{0}\(identity)"
        if let secret = known[key] { return secret }
        numbers[type, default: 0] += 1
        let replacement = pseudonyms.replacement(type, identity: identity, number: numbers[type] ?? 1)
        known[key] = secrets.count
        secrets.append(Secret(type: type, replacement: Array(replacement.utf8)))
        return secrets.count - 1
    }

    /// Mail addresses are the same whatever their capitals, telephone numbers whatever stands between the digits.
    private static func identity(_ type: EntityType, _ name: String) -> String {
        switch type {
        case .email: name.lowercased()
        case .phone: String(decoding: name.utf8.filter { $0 &- 0x30 < 10 }, as: UTF8.self)
        default: name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }

    /// A form under which a secret may be found; of a person also each part of the name.
    mutating func add(form: String, of secret: Int) {
        guard added.insert(Mention(type: secrets[secret].type, text: form)).inserted else { return }
        let words = form.split(whereSeparator: { $0.isWhitespace || $0 == "\u{A0}" }).map(String.init)
        let isPerson = secrets[secret].type == .person
        add(form, secret, isCertain: words.count > 1 || !isPerson)
        // "JEAN  REISZ" over two lines is the same name.
        if words.count > 1 { add(words.joined(separator: " "), secret, isCertain: true) }
        guard isPerson, words.count > 1 else { return }
        for word in words {
            let part = NameParts.bare(word)
            if NameParts.isTelling(part) { add(part, secret, isCertain: false) }
        }
    }

    private mutating func add(_ text: String, _ secret: Int, isCertain: Bool) {
        for (variant, isLowered) in [(text, false), (text.uppercased(), false), (text.lowercased(), true)] {
            let bytes = Array(variant.utf8)
            guard !bytes.isEmpty, knownForms.insert(bytes).inserted else { continue }
            forms.append(Form(bytes: bytes, secret: secret, isCertain: isCertain, isLowered: isLowered))
        }
    }
}
