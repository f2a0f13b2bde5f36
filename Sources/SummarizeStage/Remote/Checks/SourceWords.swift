internal import StageKit

/// What an article holds that a summary of it may repeat: its words, its numbers, the initials of its names.
struct SourceWords {
    /// In lower case.
    private(set) var words: Set<String> = []
    /// Words that begin with a capital somewhere, in lower case.
    private(set) var capitalised: Set<String> = []
    /// "eu" for European Union, in lower case.
    private(set) var initials: Set<String> = []
    private(set) var numbers = NumberSet()
    /// Whether common nouns have capitals, as in German, so that a capital says nothing of a name.
    let capitalisesNouns: Bool
    let isEnglish: Bool

    /// More words in the middle of sentences have capitals than any language has names.
    private static let nounShare = 0.22

    /// - Complexity: O(length).
    init(_ article: Article) {
        let metadata = article.metadata
        let language = metadata.language?.lowercased().prefix { $0 != "-" && $0 != "_" }
        isEnglish = language == "en"
        var inner = 0
        var innerCapitals = 0
        let asides = article.blocks.compactMap(\.asideText)
        let texts = [article.text?.string, metadata.title, metadata.description, metadata.site, metadata.section, metadata.published].compactMap { $0 } + metadata.byline + metadata.tags + asides
        var found = (words: Set<String>(), capitalised: Set<String>(), initials: Set<String>(), numbers: NumberSet())
        for (index, text) in texts.enumerated() {
            var run: [String] = []
            func endRun() {
                // All runs inside a run, so that "the European Union" and "New European Union" both give "eu".
                for start in run.indices {
                    for end in run.indices where end > start && end - start < 6 { found.initials.insert(run[start...end].map { String($0.prefix(1)) }.joined()) }
                }
                run = []
            }
            for word in TextWord.words(of: text) {
                let lowered = word.text.lowercased()
                found.words.insert(lowered)
                for part in lowered.split(separator: "-") { found.words.insert(String(part)) }
                if word.isCapitalised {
                    found.capitalised.insert(lowered)
                    if word.startsSentence || !word.followsBlank { endRun() }
                    run.append(lowered)
                } else if !["of", "and", "for", "the", "de", "des", "du", "la", "der", "von", "und", "y"].contains(lowered) {
                    endRun()
                }
                if index == 0, !word.startsSentence {
                    inner += 1
                    if word.isCapitalised { innerCapitals += 1 }
                }
            }
            endRun()
            found.numbers.add(text, inWords: true)
        }
        (words, capitalised, initials, numbers) = found
        capitalisesNouns = language.map { $0 == "de" || $0 == "lb" } ?? (Double(innerCapitals) > SourceWords.nounShare * Double(max(inner, 50)))
    }
}

/// A word of a text: letters, digits, hyphens and apostrophes, without a possessive ending.
struct TextWord {
    var text: String
    var startsSentence: Bool
    /// Whether a blank alone is before it.
    var followsBlank: Bool

    var isCapitalised: Bool {
        guard let first = text.unicodeScalars.first else { return false }
        return first.properties.isUppercase || first.properties.generalCategory == .titlecaseLetter
    }

    /// - Complexity: O(length).
    static func words(of text: String) -> [TextWord] {
        var words: [TextWord] = []
        var word = String.UnicodeScalarView()
        var startsSentence = true
        var gap = 0
        var lastGapIsBlank = false
        func add() {
            guard !word.isEmpty else { return }
            words.append(TextWord(text: withoutEnding(word), startsSentence: startsSentence, followsBlank: gap == 1 && lastGapIsBlank))
            word = String.UnicodeScalarView()
            startsSentence = false
            gap = 0
        }
        for scalar in text.unicodeScalars {
            if isIdeographic(scalar) {
                // Scripts without blanks: every character is a word.
                add()
                word.append(scalar)
                add()
            } else if isPart(scalar, of: word) {
                word.append(scalar)
            } else {
                add()
                gap += 1
                lastGapIsBlank = scalar == " "
                if [".", "!", "?", ":", ";", "\n", "“", "\"", "„", "«", "•", "…"].contains(scalar) { startsSentence = true }
            }
        }
        add()
        return words.filter { !$0.text.isEmpty }
    }

    private static func isPart(_ scalar: Unicode.Scalar, of word: String.UnicodeScalarView) -> Bool {
        let properties = scalar.properties
        if properties.isAlphabetic || properties.numericType != nil { return true }
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark: return true
        default: return !word.isEmpty && ["'", "’", "-", "\u{AD}", "\u{200C}", "\u{200D}"].contains(scalar)
        }
    }

    private static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // Thai, Lao, Myanmar, Khmer; kana, Han.
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3041...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: scalar.properties.isAlphabetic
        default: false
        }
    }

    private static func withoutEnding(_ word: String.UnicodeScalarView) -> String {
        var word = Substring.UnicodeScalarView(word)
        if word.count > 2, let last = word.last, last == "s" || last == "S", let mark = word.dropLast().last, mark == "'" || mark == "’" { word = word.dropLast(2) }
        while let last = word.last, ["'", "’", "-"].contains(last) { word = word.dropLast() }
        return String(word)
    }
}
