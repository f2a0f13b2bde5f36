/// Finds the noun that says what a name is: "Cortez, a former goalkeeper of ..." and "Erlenwerk is the region's largest employer".
///
/// A scan of a few tokens instead of a parser: after a comma, or after a form of "to be" and an article, up to the first word that
/// cannot be part of a noun phrase's front; the last word before that is the noun.
extension SentenceTraits {
    /// How many tokens such a noun phrase's front has at most.
    private static let reach = 8

    mutating func findAppositions() {
        let behind = SentenceTraits.margin + count
        var index = nextCapitalized(from: SentenceTraits.margin)
        while index < behind {
            let end = Int(traits[index].runEnd)
            if let noun = noun(from: end, behind) { traits[index].apposition = Int32(noun) }
            index = nextCapitalized(from: end)
        }
    }

    private func noun(from end: Int, _ behind: Int) -> Int? {
        guard end + 1 < behind else { return nil }
        var at = end + 1
        if SentenceTraits.copulas.contains(traits[end].lower) {
            guard SentenceTraits.articles.contains(traits[at].lower) else { return nil }
            at += 1
        } else if traits[end].lower != SentenceTraits.comma {
            return nil
        }
        let start = at
        let limit = min(behind, start + SentenceTraits.reach)
        while at < limit, traits[at].flags.contains(.hasLetter), !SentenceTraits.stops.contains(traits[at].lower) { at += 1 }
        let last = at - 1
        guard at > start, at < behind, !traits[last].isCapitalized, !SentenceTraits.articles.contains(traits[last].lower) else { return nil }
        return last
    }

    private static let comma = TokenScanner.hash(",")
    private static let copulas = hashes(["is", "was", "are", "were", "as", "became", "remains"])
    private static let articles = hashes(["a", "an", "the", "its", "his", "her", "their", "our", "one", "another"])
    private static let stops = hashes([
        "of", "in", "for", "who", "which", "that", "at", "from", "with", "on", "and", "or", "to", "said", "says", "was", "were", "is", "are",
        "has", "had", "have", "as", "by", "whose", "where", "when", "while", "but", "near", "after", "before", "under", "since", "will",
        "would", "may", "could", "can", "he", "she", "it", "they", "we", "i", "you", "into", "told", "called", "known", "based", "there", "this",
    ])

    private static func hashes(_ words: [StaticString]) -> Set<UInt32> { Set(words.map { TokenScanner.hash($0) }) }
}
