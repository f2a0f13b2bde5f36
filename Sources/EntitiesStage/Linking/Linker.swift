import StageKit

/// Gives every name its canonical form: the fullest form that the article has for the same thing.
///
/// Careful rather than complete: a short form is linked only where exactly one full name fits it; what fits two is left
/// as it is.
enum Linker {
    /// Sets ``Entity/name`` of persons, organizations, locations and misc.
    ///
    /// - Complexity: O(mentions × distinct names of a type).
    static func link(_ entities: inout [Entity], in text: ArticleText) {
        var names: [EntityType: NameTable] = [:]
        var order: [(index: Int, type: EntityType, name: Int)] = []
        for index in entities.indices where NameTable.linkable.contains(entities[index].type) && entities[index].name == nil {
            let form = NameForm(text.utf8[entities[index].range])
            let number = names[entities[index].type, default: NameTable()].add(form)
            order.append((index, entities[index].type, number))
        }
        let acronyms = Acronyms.introduced(entities, in: text)
        for (index, type, number) in order {
            guard let table = names[type] else { continue }
            if let expansion = acronyms[table.forms[number].text], entities[index].type == expansion.type {
                entities[index].name = expansion.name
            } else {
                entities[index].name = table.canonical(number, type).text
            }
        }
    }
}

/// A name as it is compared: its words, without titles.
struct NameForm: Hashable {
    /// Blanks made one each.
    let text: String
    let words: [String]

    init(_ bytes: ArraySlice<UInt8>) {
        let parts = bytes.split { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }
        words = parts.map { String(decoding: $0, as: UTF8.self) }
        text = words.joined(separator: " ")
    }

    /// Upper-case letters only, two at least: "CIPC".
    var isAcronym: Bool {
        words.count == 1 && text.utf8.count > 1 && text.utf8.allSatisfy { $0 &- 0x41 < 26 }
    }
}

/// The distinct names of one type in an article, in the order of their first mention.
struct NameTable {
    static let linkable: Set<EntityType> = [.person, .organization, .location, .misc]
    private(set) var forms: [NameForm] = []
    private var numbers: [NameForm: Int] = [:]

    mutating func add(_ form: NameForm) -> Int {
        if let number = numbers[form] { return number }
        numbers[form] = forms.count
        forms.append(form)
        return forms.count - 1
    }

    /// The fullest form of the name `number`.
    func canonical(_ number: Int, _ type: EntityType) -> NameForm {
        switch type {
        case .person: PersonNames.canonical(forms[number], among: forms)
        case .organization: OrganizationNames.canonical(forms[number], among: forms)
        default: forms[number]
        }
    }
}
