extension PhraseFinder {
    /// Every run of words that begins and ends with a word that can, and cuts no name.
    mutating func countPhrases(sentences: Int) {
        for start in uses.indices where uses[start].isBorder && !isInOneName(start - 1, start) {
            var hash: UInt64 = 0
            var isName = true
            let limit = min(start + max(mostWords, PhraseFinder.longestName), uses.count)
            for end in start..<limit {
                if end > start, uses[end].startsRun { break }
                // "Bank of England", not "mayor said on Monday".
                if terms[Int(uses[end].term)].isStop, end == start || !isLink(end) { break }
                isName = isName && (isCapitalised(uses[end]) || isLink(end))
                guard isName || end - start < mostWords else { break }
                hash = PhraseFinder.extended(hash, by: uses[end].term)
                guard isEnd(uses[end]), !isInOneName(end, end + 1) || end + 1 == limit else { continue }
                let number = phraseNumbers.number(of: hash)
                if number == phrases.count {
                    phrases.append(Phrase(first: uses[start].range.lowerBound..<uses[end].range.upperBound, words: start..<end + 1, count: 0, isName: isName))
                }
                phrases[number].count += 1
            }
        }
        let doubt = min(PhraseFinder.mostDoubt, 1 + Double(sentences) / PhraseFinder.sentencesOfDoubt)
        for index in phrases.indices { phrases[index].score = score(phrases[index], doubt: doubt) }
    }

    /// "British schoolgirls preparing" ends too late; "police shooting" does not, where the text has "the shooting" or "shootings".
    private func isEnd(_ use: Use) -> Bool {
        use.isBorder && (!use.isParticiple || terms[Int(use.term)].isNominal)
    }

    /// Words of the longest name that is taken whole, however many words a phrase may have.
    static let longestName = 6

    /// Whether two words that follow one another belong to one name: "Prime Minister Ada Lind" is neither "Minister Ada" nor "Ada".
    private func isInOneName(_ left: Int, _ right: Int) -> Bool {
        guard left >= 0, right < uses.count, !uses[right].startsRun else { return false }
        return [left, right].allSatisfy { isCapitalised(uses[$0]) && !terms[Int(uses[$0].term)].isStop }
    }

    @inline(__always)
    private static func extended(_ hash: UInt64, by term: Int32) -> UInt64 { (hash ^ UInt64(term) &+ 1) &* 0x9E37_79B9_7F4A_7C15 }

    /// Whether two words or more of a phrase stand together much oftener without the rest: in "harbour council closed" the last word only
    /// happens to stand there. The thought is C-value's (Frantzi, Ananiadou, Mima 2000).
    func isPadded(_ phrase: Phrase) -> Bool {
        guard phrase.words.count > 2 else { return false }
        return [phrase.words.dropFirst(), phrase.words.dropLast()].contains { part in
            let hash = part.reduce(0) { PhraseFinder.extended($0, by: uses[$1].term) }
            guard let number = phraseNumbers.existingNumber(of: hash) else { return false }
            return phrases[number].count >= phrase.count * PhraseFinder.padding
        }
    }

    /// So much worse is the score of several words that stand together once, perhaps by chance, and are no name. Beyond 4 the phrases'
    /// words get hardly any likelier to stand in a summary (Benchmarks/quality/keyphrases).
    private static let mostDoubt = 4.0
    /// A short text says nothing twice, so that once is no sign of chance: the doubt is the full one in news of the usual length.
    private static let sentencesOfDoubt = 10.0

    /// A part used so many times as often as the whole phrase stands for itself.
    private static let padding: Int32 = 2

    /// Whether a preposition stands here that joins two parts of a name.
    private func isLink(_ index: Int) -> Bool {
        guard terms[Int(uses[index].term)].isLink, index > 0, index + 1 < uses.count, !uses[index].startsRun, !uses[index + 1].startsRun else { return false }
        return [index - 1, index + 1].allSatisfy { isCapitalised(uses[$0]) && !terms[Int(uses[$0].term)].isStop }
    }

    private func isCapitalised(_ use: Use) -> Bool {
        let term = terms[Int(use.term)]
        return (term.capitals + term.acronyms) * 2 > term.uses
    }

    /// Section 3.3 of the paper that ``Term`` names; the lower the better. A stop word inside counts as nothing rather than by chance of company.
    private func score(_ phrase: Phrase, doubt: Double) -> Double {
        var (product, sum) = (1.0, 0.0)
        for word in phrase.words where !terms[Int(uses[word].term)].isStop {
            product *= terms[Int(uses[word].term)].score
            sum += terms[Int(uses[word].term)].score
        }
        let isDoubtful = phrase.count == 1 && phrase.words.count > 1 && !phrase.isName
        return (isDoubtful ? doubt : 1) * product / (Double(phrase.count) * (1 + sum))
    }
}
