/// Tells what must never stand in a summary, whatever its words score: left-over captions, headings, bylines, contact
/// lines and appeals, in articles that came without a `clean` stage before.
enum Eligibility {
    /// Fewer words make a label, not a sentence.
    private static let leastWords = 4
    /// A heading that has no full stop is shorter than this.
    private static let mostHeadingWords = 14
    /// The share of the article behind which the closing appeals stand.
    private static let closingShare = 0.8

    private static let by = WordScanner.hash(of: "by")

    /// - Complexity: O(words of the sentence).
    static func excludes(sentence index: Int, of analysis: Analysis, text: [UInt8]) -> Bool {
        let facts = analysis.sentences[index]
        if facts.words.count < leastWords || facts.marks.hasAddress { return true }
        if !facts.marks.endsWithTerminal, !facts.marks.endsWithColon, facts.words.count <= mostHeadingWords,
            standsAlone(index, analysis)
        {
            return true
        }
        if standsAlone(index, analysis), isVerbless(facts, analysis) { return true }
        return isByline(facts, analysis) || isTimestamp(facts, analysis) || isAppeal(index, facts, analysis)
            || Caption.holds(facts, analysis, text)
    }

    /// Some archives put " ." behind captions and headings, which have no full stop of their own. Where only the smaller
    /// part of the sentences ends so, these count as unfinished and stay out; where most do, the text is tokenised. Those
    /// before the first regular sentence are no captions but the points that stand above an article.
    ///
    /// - Complexity: O(sentences).
    static func readLooseStops(_ analysis: inout Analysis) {
        let loose = analysis.sentences.count { $0.marks.hasLooseStop }
        guard loose > 0, loose * 2 < analysis.sentences.count else { return }
        let body = analysis.sentences.firstIndex { !$0.marks.hasLooseStop } ?? 0
        for index in analysis.sentences.indices.dropFirst(body) where analysis.sentences[index].marks.hasLooseStop {
            analysis.sentences[index].isEligible = false
        }
    }

    /// A sentence that opens small ends one that a line's end cut off: where that one closed with a stop that was put there,
    /// it is no whole sentence. Texts that write everything small are left alone.
    ///
    /// - Complexity: O(sentences).
    static func readSmallStarts(_ analysis: inout Analysis) {
        let small = analysis.sentences.count { $0.marks.startsSmall }
        guard small > 0 else { return }
        let isUsual = small * 2 >= analysis.sentences.count
        for index in analysis.sentences.indices where analysis.sentences[index].marks.startsSmall {
            if isUsual {
                analysis.sentences[index].marks.startsSmall = false
            } else if index == 0 {
                analysis.sentences[index].isEligible = false
            } else if analysis.sentences[index - 1].marks.hasLooseStop || !analysis.sentences[index - 1].marks.endsWithTerminal {
                analysis.sentences[index - 1].isEligible = false
            }
        }
    }

    /// "07:32 EST, 29 December 2012", "Published Monday 3 May": numbers, days and months, and hardly a word beside.
    private static func isTimestamp(_ facts: Analysis.SentenceFacts, _ analysis: Analysis) -> Bool {
        let marks = facts.words.count { analysis.words[$0].hasDigit || analysis.words[$0].classes.contains(.calendar) }
        return marks >= 2 && facts.words.count - marks <= 2
    }

    /// Whether the sentence is a block by itself, in a text that has several.
    private static func standsAlone(_ index: Int, _ analysis: Analysis) -> Bool {
        let sentences = analysis.sentences
        guard sentences[0].block != sentences[sentences.count - 1].block else { return false }
        let block = sentences[index].block
        return (index == 0 || sentences[index - 1].block != block)
            && (index + 1 == sentences.count || sentences[index + 1].block != block)
    }

    /// "By Ana Pérez and John Low": nothing but names.
    private static func isByline(_ facts: Analysis.SentenceFacts, _ analysis: Analysis) -> Bool {
        guard let first = facts.words.first, analysis.words[first].form == by, !facts.marks.endsWithTerminal else { return false }
        return facts.words.dropFirst().allSatisfy {
            let word = analysis.words[$0]
            return word.isCapitalised || word.classes.contains(.function)
        }
    }

    /// The paper speaks to its reader: "You can send us …", "Sign up for our newsletter".
    private static func isAppeal(_ index: Int, _ facts: Analysis.SentenceFacts, _ analysis: Analysis) -> Bool {
        var classes: WordClass = []
        for number in facts.words where !analysis.words[number].isQuoted { classes.formUnion(analysis.words[number].classes) }
        let isClosing = Double(index) >= closingShare * Double(analysis.sentences.count)
        guard classes.contains(.secondPerson) || classes.contains(.appeal) else { return false }
        if classes.isSuperset(of: [.appeal, .firstPerson]) { return true }
        // "Anyone with information is asked to contact … at 555-010-4477": the parts of a telephone number are words.
        if classes.contains(.appeal), facts.words.count(where: { analysis.words[$0].hasDigit }) >= 3 { return true }
        if classes.isSuperset(of: [.appeal, .secondPerson]), isClosing { return true }
        return isClosing && classes.isSuperset(of: [.secondPerson, .firstPerson])
    }

    /// A label such as most captions are: "The lighthouse at Cape Gull, the oldest of the coast."
    private static func isVerbless(_ facts: Analysis.SentenceFacts, _ analysis: Analysis) -> Bool {
        !facts.words.contains { analysis.words[$0].classes.contains(.verb) || analysis.words[$0].isVerbLike }
    }
}

extension Analysis.WordUse {
    /// Whether its ending may be a verb's ("passed", "plans"); told when the word was read.
    var isVerbLike: Bool { hasVerbEnding && !isCapitalised }
}
