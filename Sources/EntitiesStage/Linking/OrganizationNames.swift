/// Which names of organizations mean the same one.
enum OrganizationNames {
    /// What may follow a company's short name in its full one.
    private static let designators: Set<String> = [
        "Inc", "Inc.", "Corp", "Corp.", "Corporation", "Co", "Co.", "Company", "Ltd", "Ltd.", "Limited", "LLC", "PLC", "plc", "AG", "SA", "S.A.",
        "NV", "SE", "GmbH", "Group", "Holdings", "Motor", "Motors", "Airlines", "Airways", "Bank", "Industries", "Technologies", "Energy",
        "Electronics", "Pharmaceuticals", "Media", "Systems", "Foundation", "&",
    ]
    /// Words that alone name a kind of body: short for the one body of the kind that the article named before ("the Court").
    private static let kinds: Set<String> = [
        "University", "College", "School", "Party", "Bank", "Court", "Council", "Committee", "Commission", "Ministry", "Department", "Center",
        "Centre", "Institute", "Association", "Union", "Group", "Hospital", "Club", "Office", "Agency", "Board", "Service", "Foundation", "Church",
    ]
    /// Words that alone are no short form: bodies that every country has, and adjectives.
    private static let standing: Set<String> = [
        "Congress", "Senate", "House", "Parliament", "Government", "State", "National", "Police", "Army", "Navy", "International",
    ]

    /// The one longer name that this is a short form of: its start before a company's designators ("Toyota"), its initials
    /// ("CIPC"), its last word ("Times"), or, where the whole name came before, its start or its end ("Mwangaza" behind
    /// "Mwangaza Civil Works"; "Google" ahead of "Google Cloud" is another). The name itself when none or several fit.
    static func canonical(_ number: Int, in table: NameTable) -> Int {
        let form = table.forms[number]
        guard let first = form.words.first else { return number }
        let isLonger = { (other: Int) in table.forms[other].words.count > form.words.count }
        let companies = table.startingWith(first).filter { isLonger($0) && isCompany(form, table.forms[$0]) }
        if let full = only(companies) { return full }
        let isGeneric = kinds.contains(first) || standing.contains(first)
        guard form.words.count > 1 || !standing.contains(first) else { return number }
        if form.isAcronym {
            // Two letters stand for much.
            let candidates = form.text.utf8.count > 2 ? table.forms.indices : 0..<number
            return only(candidates.filter { isLonger($0) && Acronyms.spell(form.text, table.forms[$0].words) }) ?? number
        }
        guard let last = form.words.last else { return number }
        let ending = table.endingWith(last).filter { isLonger($0) && table.forms[$0].words.suffix(form.words.count) == form.words[...] }
        if form.words.count == 1, !isGeneric, let full = only(ending) { return full }
        let starting = isGeneric ? [] : table.startingWith(first).filter { isLonger($0) && table.forms[$0].words.starts(with: form.words) }
        return only((starting + ending).filter { $0 < number }) ?? number
    }

    private static func isCompany(_ short: NameForm, _ full: NameForm) -> Bool {
        full.words.starts(with: short.words) && full.words[short.words.count...].allSatisfy(designators.contains)
    }

    private static func only(_ numbers: [Int]) -> Int? {
        numbers.count == 1 ? numbers.first : nil
    }
}
