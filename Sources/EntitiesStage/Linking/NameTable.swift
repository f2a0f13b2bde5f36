import StageKit

/// The distinct names of one type in an article, in the order of their first mention.
struct NameTable {
    static let linkable: Set<EntityType> = [.person, .organization, .location, .misc]

    let type: EntityType
    private(set) var forms: [NameForm] = []
    private var numbers: [String: Int] = [:]
    /// The forms that start or end with a word, by number, ascending: what makes linking linear in all but crowds of namesakes.
    private var byFirst: [String: [Int]] = [:]
    private var byLast: [String: [Int]] = [:]
    /// What ``canonical(_:)`` found.
    private var canonical: [Int: Int] = [:]

    init(_ type: EntityType) {
        self.type = type
    }

    /// The number of the name, which is added when it is new.
    mutating func add(_ bytes: ArraySlice<UInt8>) -> Int {
        let form = NameForm(bytes, type)
        if let number = numbers[form.text] { return number }
        let number = forms.count
        numbers[form.text] = number
        forms.append(form)
        if let first = form.core.first, let last = form.core.last {
            byFirst[first, default: []].append(number)
            byLast[last, default: []].append(number)
            if type == .person, let short = PersonNames.withoutArticle(last) { byLast[short, default: []].append(number) }
        }
        return number
    }

    /// The fullest form of the name `number`. To be asked when all names are in.
    mutating func canonical(_ number: Int) -> NameForm {
        if let known = canonical[number] { return forms[known] }
        let found =
            switch type {
            case .person: PersonNames.canonical(number, in: self)
            case .organization: OrganizationNames.canonical(number, in: self)
            default: number
            }
        canonical[number] = found
        guard found != number else { return forms[number] }
        // The fuller form may be a short one itself: "Toledo" of "Toledo Matus" of "Eusebio Toledo Matus".
        let fullest = self.canonical(found)
        canonical[number] = numbers[fullest.text] ?? found
        return fullest
    }

    func startingWith(_ word: String) -> [Int] { byFirst[word] ?? [] }
    func endingWith(_ word: String) -> [Int] { byLast[word] ?? [] }
}
