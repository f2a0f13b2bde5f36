/// Tells the names of persons from those of bodies and from other words.
enum NameShape {
    /// Words inside names that begin small.
    private static let particles: Set<String> = [
        "de", "la", "van", "von", "der", "den", "al", "el", "bin", "ibn", "ben", "da", "dos", "das", "du", "del", "della", "di", "le", "ten", "ter", "y", "zu", "zum", "zur", "vom", "af",
        "av", "e", "st.", "d", "te", "do", "des", "v.",
    ]
    /// Words that a newsroom's, agency's or company's name holds.
    private static let bodyWords: Set<String> = [
        "staff", "team", "redaktion", "agencies", "agency", "news", "newswire", "press", "desk", "newsroom", "reports", "report", "service", "services", "media", "magazine", "magazin",
        "editorial", "board", "bureau", "online", "times", "post", "tribune", "herald", "journal", "network", "gmbh", "ag", "inc", "inc.", "ltd", "llc", "e.v.", "stiftung", "foundation",
        "university", "universität", "institute", "institut", "verlag", "reuters", "editors", "editor", "reporters", "writers", "correspondents", "wire", "admin", "administrator",
        "redaction", "rédaction", "redacción", "redação", "group", "company", "union", "association", "society", "zeitung", "nachrichten", "blog", "website", "contributors", "digital",
        "agentur", "agenturen", "presse", "pressestelle", "department", "office", "center", "centre", "radio", "tv", "daily", "weekly", "guest", "partner", "publishing", "organization", "project", "program", "programme", "initiative", "council", "committee", "college", "trust", "coalition",
        "federation", "commission", "corporation", "corp", "studios", "edition", "technologies", "ministry", "government", "newspapers", "publications",
    ]
    /// What the names of such bodies end in in languages that write compounds: "Landesanstalt", "Sportverband".
    private static let bodyEndings = [
        "anstalt", "verband", "verein", "gesellschaft", "institut", "ministerium", "redaktion", "zeitung", "agentur", "dienst", "kammer", "zentrum", "zentrale", "stiftung", "universit\u{e4}t", "hochschule", "verlag",
        "bund", "gruppe", "akademie", "magazin", "nachrichten", "stelle", "beh\u{f6}rde", "gewerkschaft",
    ].map { Array($0.utf8) }
    /// A compound is longer than its ending by so many letters.
    private static let leastCompound = 3

    /// Words that begin titles, labels and buttons, never a name.
    private static let firstWords: Set<String> = [
        "the", "a", "an", "all", "more", "most", "read", "view", "see", "share", "follow", "latest", "breaking", "top", "google", "about", "ein", "eine", "der", "die", "das", "alle", "alles", "mehr", "zurück", "zum", "zur",
    ]
    private static let mostWords = 5

    /// Whether all words could stand in a name: capitalised, or a particle.
    static func isNameLike(_ text: String) -> Bool {
        var capitals = 0
        for word in Array(text.utf8).split(separator: 0x20) {
            guard let isCapital = isCapital(word) else { return false }
            if isCapital { capitals += 1 } else if !particles.contains(String(decoding: word, as: UTF8.self).lowercased()) { return false }
        }
        return capitals > 0
    }

    /// Whether a word's first letter is none of the small ones; nil where it has no letter.
    private static func isCapital(_ word: ArraySlice<UInt8>) -> Bool? {
        guard let start = word.firstIndex(where: { $0 >= 0x80 || ($0 | 0x20) &- 0x61 < 26 }) else { return nil }
        if word[start] < 0x80 { return word[start] &- 0x41 < 26 }
        let rest = String(decoding: word[start...], as: UTF8.self)
        return rest.unicodeScalars.first { $0.properties.isAlphabetic }.map { $0.properties.isUppercase || !$0.properties.isLowercase }
    }

    /// `mira.solberg`, as systems call their users, → "Mira Solberg"; nil for any other text.
    static func spelledOut(_ login: String) -> String? {
        let parts = login.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 2, !isAddress(login), parts.allSatisfy({ $0.count >= leastLogin && $0.allSatisfy { $0 &- 0x61 < 26 } }) else { return nil }
        return parts.map { part in String(decoding: [part[part.startIndex] & 0xDF] + part.dropFirst(), as: UTF8.self) }.joined(separator: " ")
    }
    private static let leastLogin = 3

    /// Whether a text is most likely the first and last name of a person.
    static func isPerson(_ text: String, site: SiteNames?) -> Bool {
        guard !text.utf8.contains(where: { $0 &- 0x30 < 10 || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":") }) else { return false }
        guard (1..<mostWords).contains(text.utf8.count { $0 == 0x20 }), isNameLike(text) else { return false }
        let lower = LatinCase.lower(text.utf8).split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
        guard lower.count >= 2 else { return false }
        guard !firstWords.contains(lower[0]), !lower.contains(where: BylineWords.roles.contains), !isBody(text) else { return false }
        return !(site?.isName(text) ?? false)
    }

    static func isBody(_ text: String) -> Bool {
        LatinCase.lower(text.utf8).split(whereSeparator: { $0 == 0x20 || $0 == UInt8(ascii: "-") }).contains { word in
            bodyWords.contains(String(decoding: word, as: UTF8.self)) || bodyEndings.contains { word.count >= $0.count + leastCompound && word.suffix($0.count).elementsEqual($0) }
        } || isAddress(text)
    }

    /// "tagesschau.de", "example.co.uk": a site that signs with its address.
    private static func isAddress(_ text: String) -> Bool {
        guard text.utf8.contains(UInt8(ascii: ".")) else { return false }
        return text.utf8.split(separator: 0x20).contains { word in
            let labels = word.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            guard labels.count >= 2, let last = labels.last, (2...3).contains(last.count), let name = labels.dropLast().last else { return false }
            return name.count >= 3 && last.allSatisfy { $0 &- 0x61 < 26 }
        }
    }
}
