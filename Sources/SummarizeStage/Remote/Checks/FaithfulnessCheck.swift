internal import StageKit

/// Looks for what a summary says that its article does not: numbers, names, another language.
///
/// It compares words and cannot know what they mean. A flag is a reason to look, and no flag is no proof.
struct FaithfulnessCheck {
    /// What is wrong with a summary.
    enum Flag: Hashable {
        case number(String)
        case name(String)
        case language

        var value: JSONValue {
            switch self {
            case .number(let text): ["kind": "number", "text": .string(text)]
            case .name(let text): ["kind": "name", "text": .string(text)]
            case .language: ["kind": "language"]
            }
        }

        /// For the reason that the record gives.
        var text: String {
            switch self {
            case .number(let text): "the number \(text)"
            case .name(let text): "the name \(text)"
            case .language: "another language"
            }
        }
    }

    private let source: SourceWords

    init(_ article: Article) {
        source = SourceWords(article)
    }

    /// In the order of the summary: numbers, then names, then its language.
    ///
    /// - Complexity: O(length).
    func flags(of parts: [String]) -> [Flag] {
        let words = parts.map(TextWord.words)
        let language: [Flag] = isForeign(words.joined()) ? [.language] : []
        // The words of another language are not the article's anyway.
        let names = language.isEmpty ? words.flatMap(unknownNames).map(Flag.name) : []
        var seen: Set<Flag> = []
        return (parts.flatMap(unknownNumbers).map(Flag.number) + names + language).filter { seen.insert($0).inserted }
    }

    /// Up to here an article may write a number as a word of its language, of which only English's are known.
    private static let mostWordNumber = 12

    private func unknownNumbers(_ part: String) -> [String] {
        NumberSet.mentions(in: part).filter { mention in
            guard mention.values.isDisjoint(with: source.numbers.values) else { return false }
            return source.isEnglish || (Int(mention.text) ?? .max) > FaithfulnessCheck.mostWordNumber
        }.map(\.text)
    }

    /// Runs of words with capitals that the article does not have.
    private func unknownNames(_ words: [TextWord]) -> [String] {
        guard source.capitalisesNouns || !isTitleCased(words) else { return [] }
        var runs: [[TextWord]] = []
        var isOpen = false
        for (index, word) in words.enumerated() {
            guard word.isCapitalised, !isKnown(word), !opensSentence(words, index) else {
                isOpen = false
                continue
            }
            if isOpen, word.followsBlank { runs[runs.count - 1].append(word) } else { runs.append([word]) }
            isOpen = true
        }
        return runs.filter { $0.count > 1 || !source.capitalisesNouns }.map { $0.map(\.text).joined(separator: " ") }
    }

    /// The first word of a sentence has a capital whatever it is; it counts where it belongs to an unknown name, or is all capitals.
    private func opensSentence(_ words: [TextWord], _ index: Int) -> Bool {
        let word = words[index]
        guard word.startsSentence else { return false }
        if word.text.count > 1, word.text.allSatisfy({ $0.isUppercase }) { return false }
        guard index + 1 < words.count else { return true }
        let next = words[index + 1]
        return !next.followsBlank || next.startsSentence || !next.isCapitalised || isKnown(next)
    }

    /// The least share of a line's longer words with capitals that makes it a headline in title case, in which names do not stand out.
    private static let titleShare = 0.6

    private func isTitleCased(_ words: [TextWord]) -> Bool {
        let long = words.filter { $0.text.count > 3 && !$0.startsSentence }
        return long.count > 3 && Double(long.count { $0.isCapitalised }) >= FaithfulnessCheck.titleShare * Double(long.count)
    }

    private func isKnown(_ word: TextWord) -> Bool {
        let lowered = word.text.lowercased()
        if source.words.contains(lowered) || source.initials.contains(lowered.filter { $0 != "." }) { return true }
        let parts = lowered.split(separator: "-")
        if parts.count > 1, parts.allSatisfy({ source.words.contains(String($0)) }) { return true }
        // "Norwegians" of a "Norwegian", and the other way round.
        if lowered.hasSuffix("s") ? source.words.contains(String(lowered.dropLast())) : source.words.contains(lowered + "s") { return true }
        return hasRelative(lowered)
    }

    /// Endings that make a people's or language's name of a country's.
    private static let peoples = ["ish", "ese", "ian", "ians", "an", "ans", "i", "is", "ic", "ch", "ais", "aise", "ien", "ienne", "isch", "ische"]
    /// Both must have so many first letters in common.
    private static let stem = 4

    /// Whether the article has the country to a people or the people to a country: "Britain" to "British".
    private func hasRelative(_ word: String) -> Bool {
        guard word.count > FaithfulnessCheck.stem else { return false }
        let beginning = word.prefix(FaithfulnessCheck.stem)
        func isPeople(_ word: String) -> Bool { FaithfulnessCheck.peoples.contains(where: word.hasSuffix) }
        return source.capitalised.contains { other in
            other.hasPrefix(beginning) && (isPeople(word) || isPeople(other)) && abs(other.count - word.count) < 5
        }
    }

    /// A summary in the article's language has more of its words than this from the article, one in another language fewer.
    private static let ownShare = 0.35
    /// Fewer words than this tell no language.
    private static let leastWords = 5

    private func isForeign(_ words: some Sequence<TextWord>) -> Bool {
        let distinct = Set(words.lazy.map { $0.text.lowercased() }.filter { $0.unicodeScalars.allSatisfy { !($0.value < 0x3A && $0.value > 0x2F) } })
        guard distinct.count >= FaithfulnessCheck.leastWords else { return false }
        return Double(distinct.count { source.words.contains($0) }) < FaithfulnessCheck.ownShare * Double(distinct.count)
    }
}
