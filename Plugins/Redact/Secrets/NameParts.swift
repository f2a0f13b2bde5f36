/// Which words of a person's name tell who it is.
enum NameParts {
    /// Titles and parts of names that are shared by all the world, in small letters.
    private static let common: Set<String> = [
        "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "lord", "lady", "dame", "president", "senator", "minister", "chancellor", "king", "queen",
        "prince", "princess", "pope", "judge", "justice", "captain", "general", "colonel", "major", "mayor", "governor", "saint", "san", "herr", "frau", "madame",
        "monsieur", "the", "and", "der", "die", "das", "van", "von", "den", "del", "della", "bin", "ibn", "jr", "sr",
    ]

    /// Letters of the shortest part that is masked by itself; initials are in every text.
    private static let shortest = 2

    /// The word without signs around it: `Reisz,` and `"Reisz"` are `Reisz`.
    static func bare(_ word: String) -> String {
        let scalars = word.unicodeScalars
        func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic || scalar.properties.numericType != nil }
        guard let first = scalars.firstIndex(where: isLetter), let last = scalars.lastIndex(where: isLetter) else { return "" }
        var bare = String(scalars[first...last])
        for ending in ["'s", "’s"] where bare.hasSuffix(ending) { bare.removeLast(ending.count) }
        return bare
    }

    static func isTelling(_ word: String) -> Bool {
        guard word.unicodeScalars.count >= shortest, let first = word.unicodeScalars.first else { return false }
        // Scripts without capitals have no words that could be taken for particles.
        guard !first.properties.isLowercase else { return false }
        return !common.contains(word.lowercased())
    }
}
