import StageKit

/// A name as it is compared: its words.
struct NameForm {
    /// Blanks made one each.
    let text: String
    let words: [String]
    /// The words that names of the type are compared by: a person's are without titles in front and suffixes behind.
    let core: ArraySlice<String>

    init(_ bytes: ArraySlice<UInt8>, _ type: EntityType) {
        let parts = bytes.split { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }
        words = parts.map { String(decoding: $0, as: UTF8.self) }
        text = words.joined(separator: " ")
        core = type == .person ? PersonNames.core(words) : words[...]
    }

    /// Upper-case letters only, two at least: "CIPC".
    var isAcronym: Bool {
        words.count == 1 && text.utf8.count > 1 && text.utf8.allSatisfy { $0 &- 0x41 < 26 }
    }
}
