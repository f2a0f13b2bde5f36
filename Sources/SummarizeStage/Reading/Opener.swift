/// Judges from its words whether a sentence can stand where the one before it is left out.
enum Opener {
    /// A pronoun this far into a sentence, with no name before it, still refers to the sentence before.
    private static let reach = 12

    /// Phrases of two words that tie a sentence to the one before.
    private static let phrases: Set<UInt64> = {
        let phrases = [
            "in addition", "in fact", "in contrast", "in response", "in turn", "as well", "as such", "for example",
            "for instance", "of course", "even so", "after that", "since then", "by then", "by contrast", "at least",
            "at that", "at this", "the same", "the other", "the former", "the latter", "another one", "one of them", "both of",
            "the two", "the pair", "the incident", "on top", "to that", "that way", "because of",
        ]
        return Set(phrases.compactMap { phrase in
            let words = phrase.split(separator: " ")
            guard words.count == 2 else { return nil }
            return pair(WordScanner.hash(of: String(words[0])), WordScanner.hash(of: String(words[1])))
        })
    }()

    private static func pair(_ left: UInt64, _ right: UInt64) -> UInt64 { left &* 31 &+ right }

    private static let empties = Set(["to", "that", "who"].map { WordScanner.hash(of: $0) })
    private static let who = WordScanner.hash(of: "who")
    private static let placing = Set(["in", "at", "on", "from", "near", "across", "outside", "inside", "to", "into"].map { WordScanner.hash(of: $0) })

    /// Whether the sentence refers back: it opens with a connective or a pronoun, is the rest of a quotation or of a
    /// sentence that was cut in two, or is said by a "he" whom it does not name.
    ///
    /// - Complexity: O(words of the sentence).
    static func needsPredecessor(sentence index: Int, of analysis: Analysis, text: [UInt8]) -> Bool {
        let facts = analysis.sentences[index]
        guard let first = facts.words.first else { return false }
        if facts.marks.continuesQuote || facts.marks.quotedWords == facts.words.count { return true }
        let opener = analysis.words[first]
        if opener.classes.contains(.connective) || facts.marks.startsSmall { return true }
        if hasConnectiveBetweenCommas(facts, analysis, text) { return true }
        if facts.words.count > 1 {
            let next = analysis.words[first + 1]
            if phrases.contains(pair(opener.form, next.form)) { return true }
            if opener.classes.contains(.demonstrative) { return next.form != who }
        }
        if opener.classes.contains(.neuter) { return !isEmptySubject(facts, analysis) }
        return hasOpenPronoun(facts, analysis, text) || isSaidByPronoun(facts, analysis)
    }

    /// "In Port Ellis, however, …"
    private static func hasConnectiveBetweenCommas(_ facts: Analysis.SentenceFacts, _ analysis: Analysis, _ text: [UInt8]) -> Bool {
        facts.words.prefix(reach).contains { number in
            let word = analysis.words[number]
            guard word.classes == .connective, !word.isQuoted else { return false }
            let start = Int(word.start)
            let end = start + Int(word.length)
            return start >= 2 && text[start - 2] == UInt8(ascii: ",") && end < text.count && text[end] == UInt8(ascii: ",")
        }
    }

    /// "It is illegal to …", "It was the storm that …": nothing before is meant.
    private static func isEmptySubject(_ facts: Analysis.SentenceFacts, _ analysis: Analysis) -> Bool {
        let words = facts.words.dropFirst()
        guard let verb = words.first, analysis.words[verb].classes.isSuperset(of: [.verb, .function]) else { return false }
        return words.prefix(reach).contains { empties.contains(analysis.words[$0].form) }
    }

    /// A pronoun that opens the sentence or its main clause ("After that winter, she …") before any name.
    private static func hasOpenPronoun(_ facts: Analysis.SentenceFacts, _ analysis: Analysis, _ text: [UInt8]) -> Bool {
        var hasContent = false
        // "At the Harbour Arena, she …": a place is nobody whom a pronoun means.
        var isInPlace = false
        for number in facts.words.prefix(reach) {
            let word = analysis.words[number]
            if word.isQuoted { return false }
            if word.classes.contains(.pronoun) {
                if !hasContent { return true }
                let before = Int(word.start) - 2
                if before >= facts.range.lowerBound, text[before] == UInt8(ascii: ",") { return true }
            } else if analysis.terms[Int(word.term)].isNameLike, !word.classes.contains(.calendar) {
                if !isInPlace { return false }
                hasContent = true
                continue
            } else if !word.classes.contains(.function), !word.hasDigit, !word.classes.contains(.calendar) {
                hasContent = true
            }
            isInPlace = placing.contains(word.form) || (isInPlace && word.classes == .function)
        }
        return false
    }

    /// "…," he said: a quotation whose speaker was named before.
    private static func isSaidByPronoun(_ facts: Analysis.SentenceFacts, _ analysis: Analysis) -> Bool {
        guard facts.marks.quotedWords > 0 else { return false }
        var pronounBefore = false
        var attributionBefore = false
        var isSaid = false
        for number in facts.words {
            let word = analysis.words[number]
            if word.isQuoted { continue }
            if analysis.terms[Int(word.term)].isNameLike, !word.classes.contains(.calendar) { return false }
            let isPronoun = word.classes.contains(.pronoun)
            let isAttribution = word.classes.contains(.attribution)
            if isPronoun && attributionBefore || isAttribution && pronounBefore { isSaid = true }
            pronounBefore = isPronoun
            attributionBefore = isAttribution
        }
        return isSaid
    }
}
