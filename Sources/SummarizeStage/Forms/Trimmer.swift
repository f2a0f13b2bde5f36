/// Shortens a sentence by leaving bytes out, never by writing any: what stays is a subsequence of the original and
/// still a sentence.
enum Trimmer {
    /// An attribution at the end (", officials said.") is no longer than this.
    private static let mostTailWords = 9
    /// An opener ("On Tuesday, ") is no longer than this.
    private static let mostOpenerWords = 5
    /// A sentence is not cut below this many words.
    private static let leastWords = 6

    private static let according = WordScanner.hash(of: "according")
    private static let prepositions = Set(["on", "in", "at", "last", "earlier", "late", "early", "by", "during"].map { WordScanner.hash(of: $0) })
    private static let subordinators = Set(
        ["who", "which", "that", "where", "when", "whose", "but", "and", "while", "whom"].map { WordScanner.hash(of: $0) })

    /// The ranges that stay of a sentence, ascending.
    ///
    /// - Complexity: O(length of the sentence).
    static func trim(_ text: [UInt8], sentence index: Int, of analysis: Analysis) -> [Range<Int>] {
        let facts = analysis.sentences[index]
        var start = facts.range.lowerBound
        var cuts = brackets(text, facts.range)
        if let end = openerEnd(text, facts, analysis) { start = end }
        if let tail = attributionTail(text, facts, analysis) { cuts.append(tail) }
        var pieces: [Range<Int>] = []
        var position = start
        for cut in cuts.sorted(by: { $0.lowerBound < $1.lowerBound }) where cut.lowerBound >= position {
            if cut.lowerBound > position { pieces.append(position..<cut.lowerBound) }
            position = cut.upperBound
        }
        if position < facts.range.upperBound { pieces.append(position..<facts.range.upperBound) }
        let words = pieces.reduce(0) { $0 + Cost(text, $1).words }
        return words >= leastWords ? pieces : [facts.range]
    }

    /// Brackets with the blank before them.
    private static func brackets(_ text: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
        var cuts: [Range<Int>] = []
        var open: Int?
        for index in range {
            if text[index] == UInt8(ascii: "(") {
                // One inside another, or a list's "(1)", is left alone.
                if open != nil { return cuts }
                open = index
            } else if text[index] == UInt8(ascii: ")"), let start = open {
                if start > range.lowerBound, text[start - 1] == 0x20 { cuts.append(start - 1..<index + 1) }
                open = nil
            }
        }
        return cuts
    }

    /// Where the sentence goes on behind an opener that only sets time, place or connection, when it goes on with a
    /// capital: then it still begins as a sentence does.
    private static func openerEnd(_ text: [UInt8], _ facts: Analysis.SentenceFacts, _ analysis: Analysis) -> Int? {
        guard let first = facts.words.first, !facts.marks.startsInQuote else { return nil }
        let opener = analysis.words[first]
        guard prepositions.contains(opener.form) || opener.classes.contains(.connective) else { return nil }
        for number in facts.words.prefix(mostOpenerWords + 1).dropFirst() {
            let word = analysis.words[number]
            guard word.start >= 2, text[Int(word.start) - 1] == 0x20, text[Int(word.start) - 2] == UInt8(ascii: ",") else { continue }
            // "On April 3, 2015, …" and "In Paris, Texas, …" are no ends of an opener.
            guard word.isCapitalised, !word.isQuoted, analysis.terms[Int(word.term)].isNameLike, !hasCommaSoon(text, Int(word.start)) else { return nil }
            return Int(word.start)
        }
        return nil
    }

    /// Whether a comma ends the very word that starts at `start`.
    private static func hasCommaSoon(_ text: [UInt8], _ start: Int) -> Bool {
        var index = start
        while index < text.count, text[index] != 0x20 {
            if text[index] == UInt8(ascii: ",") { return true }
            index += 1
        }
        return false
    }

    /// ", officials said" or ", according to …" before the full stop.
    private static func attributionTail(_ text: [UInt8], _ facts: Analysis.SentenceFacts, _ analysis: Analysis) -> Range<Int>? {
        let range = facts.range
        guard facts.marks.quotedWords == 0, !facts.marks.isQuestion, range.count > 2, text[range.upperBound - 1] == UInt8(ascii: "."),
            let comma = range.last(where: { text[$0] == UInt8(ascii: ",") })
        else { return nil }
        let tail = facts.words.filter { Int(analysis.words[$0].start) > comma }
        guard let first = tail.first, tail.count <= mostTailWords else { return nil }
        let cut = comma..<range.upperBound - 1
        if analysis.words[first].form == according { return cut }
        let hasAttribution = tail.suffix(3).contains { analysis.words[$0].classes.contains(.attribution) }
        return hasAttribution && !tail.contains { subordinators.contains(analysis.words[$0].form) } && tail.count >= 2 ? cut : nil
    }

    /// The longest beginning of a sentence within limits: up to a comma or semicolon if that keeps half of it, else up
    /// to a word's end.
    ///
    /// - Complexity: O(length of the range).
    static func cut(_ text: [UInt8], _ range: Range<Int>, words: Int?, characters: Int?) -> Range<Int> {
        var wordEnd = range.lowerBound
        var clauseEnd = range.lowerBound
        var wordCount = 0
        var characterCount = 0
        for index in range {
            let isSpace = text[index] == 0x20 || (text[index] >= 0x09 && text[index] <= 0x0D)
            if isSpace {
                wordEnd = index
                wordCount += 1
                if index > range.lowerBound, text[index - 1] == UInt8(ascii: ",") || text[index - 1] == UInt8(ascii: ";") { clauseEnd = index - 1 }
                if let words, wordCount >= words { break }
            }
            if text[index] & 0xC0 != 0x80 { characterCount += 1 }
            if let characters, characterCount > characters { break }
            if index + 1 == range.upperBound { return range }
        }
        let end = (clauseEnd - range.lowerBound) * 2 >= wordEnd - range.lowerBound ? clauseEnd : wordEnd
        return range.lowerBound..<end
    }
}
