/// The honorific or role right before a person's name: "Dr.", "Prime Minister", "opposition leader", "goalkeeper".
enum PersonTitle {
    /// Words that a title may have before its last one.
    private static let modifiers = hashes([
        "prime", "vice", "deputy", "foreign", "interior", "finance", "defense", "defence", "health", "education", "justice", "first", "lord", "chief",
        "acting", "former", "opposition", "attorney", "major", "brigadier", "lieutenant", "police", "party", "team", "executive", "head", "crown", "home",
    ])
    private static let titles = hashes(PersonNames.titles.map { $0.lowercased() })
    /// The most words of a title.
    private static let most = 4

    /// The bytes of the title before the token `start`; nil where none stands there.
    ///
    /// A small word counts when WordNet's first sense of it is a person; titles are from the list of those that names lose.
    /// - Complexity: O(1), but for the length of the words.
    static func range(before start: Int, _ tokens: [TokenRange], _ bytes: UnsafeBufferPointer<UInt8>, _ model: EntityModel) -> Range<Int>? {
        var first = start
        while first > 0, start - first < most, isJoined(tokens[first - 1], tokens[first], bytes) {
            let token = tokens[first - 1]
            var traits = TokenTraits()
            TokenScanner.scan(bytes, token.lowerBound, token.upperBound, into: &traits)
            // Right before the name stands the title or role itself, further in front what goes with it as well.
            let isTitle = titles.contains(traits.lower)
            let isRole = !traits.isCapitalized && (model.lexicon.row(traits.lower).map { LexiconEntry($0).isPerson } ?? false)
            guard isTitle || isRole && first == start || first < start && modifiers.contains(traits.lower) else { break }
            first -= 1
        }
        guard first < start else { return nil }
        return tokens[first].lowerBound..<tokens[start - 1].upperBound
    }

    /// Whether nothing but one blank stands between.
    private static func isJoined(_ left: TokenRange, _ right: TokenRange, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        right.lowerBound == left.upperBound + 1 && bytes[left.upperBound] == 0x20
    }

    private static func hashes(_ words: [String]) -> Set<UInt32> {
        Set(words.map { word in
            var traits = TokenTraits()
            Array(word.utf8).withUnsafeBufferPointer { TokenScanner.scan($0, 0, $0.count, into: &traits) }
            return traits.lower
        })
    }
}
