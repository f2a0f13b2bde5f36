/// Which names of organizations mean the same one.
enum OrganizationNames {
    /// What may follow a company's short name in its full one.
    private static let designators: Set<String> = [
        "Inc", "Inc.", "Corp", "Corp.", "Corporation", "Co", "Co.", "Company", "Ltd", "Ltd.", "Limited", "LLC", "PLC", "plc", "AG", "SA", "S.A.",
        "NV", "SE", "GmbH", "Group", "Holdings", "Motor", "Motors", "Airlines", "Airways", "Bank", "Industries", "Technologies", "Energy",
        "Electronics", "Pharmaceuticals", "Media", "Systems", "Foundation", "&",
    ]
    /// One-word mentions that name a kind of body, not one.
    private static let generic: Set<String> = [
        "University", "College", "School", "Party", "Bank", "Court", "Council", "Committee", "Commission", "Ministry", "Department", "Center",
        "Centre", "Institute", "Association", "Union", "Congress", "Senate", "House", "Parliament", "Government", "State", "National", "Group",
        "Police", "Army", "Navy", "Hospital", "Club", "Office", "Agency", "Board", "Service", "International", "Foundation", "Church",
    ]

    /// The one longer name that this is a short form of: its last word ("Times"), its start before a company's designators
    /// ("Toyota"), or its initials ("CIPC"). The name itself when none or several fit.
    static func canonical(_ number: Int, in table: NameTable) -> Int {
        let form = table.forms[number]
        guard let first = form.words.first else { return number }
        let isLonger = { (other: Int) in table.forms[other].words.count > form.words.count }
        let companies = table.startingWith(first).filter { isLonger($0) && isCompany(form, table.forms[$0]) }
        if let full = only(companies) { return full }
        guard form.words.count == 1, !generic.contains(form.text) else { return number }
        if form.isAcronym, form.text.utf8.count > 2 {
            return only(table.forms.indices.filter { isLonger($0) && Acronyms.spell(form.text, table.forms[$0].words) }) ?? number
        }
        return only(table.endingWith(form.text).filter(isLonger)) ?? number
    }

    private static func isCompany(_ short: NameForm, _ full: NameForm) -> Bool {
        full.words.starts(with: short.words) && full.words[short.words.count...].allSatisfy(designators.contains)
    }

    private static func only(_ numbers: [Int]) -> Int? {
        numbers.count == 1 ? numbers.first : nil
    }
}
