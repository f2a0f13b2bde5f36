/// Which names of persons mean the same one.
enum PersonNames {
    /// Words before a name that are no part of it.
    static let titles: Set<String> = [
        "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Dr", "Dr.", "Prof", "Prof.", "Professor", "Sir", "Dame", "Lord", "Lady", "President",
        "Senator", "Sen.", "Rep.", "Representative", "Gov.", "Governor", "Mayor", "Judge", "Justice", "Gen.", "General", "Col.", "Colonel",
        "Capt.", "Captain", "Lt.", "Lieutenant", "Sgt.", "Sergeant", "Rev.", "Reverend", "Pope", "King", "Queen", "Prince", "Princess",
        "Minister", "Chancellor", "Sheikh", "Imam", "Ayatollah", "Chief", "Officer", "Detective", "Ambassador", "Secretary",
    ]
    private static let suffixes: Set<String> = ["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"]

    /// The one longer name that ends with this one's words, or has the same first and last word, or starts with its only word;
    /// the name itself when none does or several do.
    static func canonical(_ number: Int, in table: NameTable) -> Int {
        let own = table.forms[number].core
        guard let first = own.first, let last = own.last else { return number }
        let isLonger = { (other: Int) in table.forms[other].core.count > own.count }
        // "Al-Majali" of "Lina al-Majali".
        let bare = own.count == 1 ? withoutArticle(last) : nil
        let sameEnd = (table.endingWith(last) + (bare.map(table.endingWith) ?? [])).filter(isLonger)
        let candidates = [
            sameEnd.filter { table.forms[$0].core.suffix(own.count) == own },
            own.count == 1 ? sameEnd : [],
            own.count > 1 ? sameEnd.filter { table.forms[$0].core.first == first } : [],
            own.count == 1 ? table.startingWith(first).filter(isLonger) : [],
        ]
        guard let found = candidates.first(where: { !$0.isEmpty }) else { return number }
        // "Jean Reisz" and "Jean A. Reisz" are one; "Jean Reisz" and "Paul Reisz" are two.
        guard let longest = found.max(by: { table.forms[$0].words.count < table.forms[$1].words.count }) else { return number }
        let isOne = found.allSatisfy { agrees(table.forms[$0].core, with: table.forms[longest].core) }
        return isOne ? longest : number
    }

    /// "Majali" of "al-Majali"; nil for names without the Arabic article.
    static func withoutArticle(_ word: String) -> String? {
        guard let hyphen = word.firstIndex(of: "-"), articles.contains(word[..<hyphen].lowercased()) else { return nil }
        return String(word[word.index(after: hyphen)...])
    }

    private static let articles: Set<String> = ["al", "el", "as", "ash", "an", "ar", "ad", "az", "at"]

    private static func agrees(_ one: ArraySlice<String>, with other: ArraySlice<String>) -> Bool {
        one == other || (one.last == other.last && one.first == other.first) || other.suffix(one.count) == one
    }

    /// Without titles in front and suffixes behind.
    static func core(_ words: [String]) -> ArraySlice<String> {
        var words = words[...]
        while words.count > 1, let first = words.first, titles.contains(first) { words.removeFirst() }
        while words.count > 1, let last = words.last, suffixes.contains(last) { words.removeLast() }
        return words
    }
}
