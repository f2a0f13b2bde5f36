/// Which names of persons mean the same one.
enum PersonNames {
    /// Words before a name that are no part of it.
    private static let titles: Set<String> = [
        "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Dr", "Dr.", "Prof", "Prof.", "Professor", "Sir", "Dame", "Lord", "Lady", "President",
        "Senator", "Sen.", "Rep.", "Representative", "Gov.", "Governor", "Mayor", "Judge", "Justice", "Gen.", "General", "Col.", "Colonel",
        "Capt.", "Captain", "Lt.", "Lieutenant", "Sgt.", "Sergeant", "Rev.", "Reverend", "Pope", "King", "Queen", "Prince", "Princess",
        "Minister", "Chancellor", "Sheikh", "Imam", "Ayatollah", "Chief", "Officer", "Detective", "Ambassador", "Secretary",
    ]
    private static let suffixes: Set<String> = ["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"]

    /// The one longer name that ends with this one's words, or starts with its only word, or has the same first and last
    /// word; the name itself when none does or several do.
    static func canonical(_ form: NameForm, among forms: [NameForm]) -> NameForm {
        let own = core(form.words)
        guard !own.isEmpty else { return form }
        let longer = forms.filter { other in
            let words = core(other.words)
            return words.count > own.count && words.count > 1
        }
        let fits: [(NameForm) -> Bool] = [
            { core($0.words).suffix(own.count) == own },
            { own.count > 1 && core($0.words).first == own.first && core($0.words).last == own.last },
            { own.count == 1 && core($0.words).first == own.first },
        ]
        for fit in fits {
            let found = longer.filter(fit)
            guard let first = found.first else { continue }
            // "Jean Reisz" and "Jean A. Reisz" are one; "Jean Reisz" and "Paul Reisz" are two.
            let longest = found.max { $0.words.count < $1.words.count } ?? first
            let isOne = found.allSatisfy { agrees($0, with: longest) }
            return isOne ? longest : form
        }
        return form
    }

    private static func agrees(_ one: NameForm, with other: NameForm) -> Bool {
        let (left, right) = (core(one.words), core(other.words))
        return left == right || (left.last == right.last && left.first == right.first) || right.suffix(left.count) == left
    }

    /// Without titles in front and suffixes behind.
    private static func core(_ words: [String]) -> ArraySlice<String> {
        var words = words[...]
        while words.count > 1, let first = words.first, titles.contains(first) { words.removeFirst() }
        while words.count > 1, let last = words.last, suffixes.contains(last) { words.removeLast() }
        return words
    }
}
