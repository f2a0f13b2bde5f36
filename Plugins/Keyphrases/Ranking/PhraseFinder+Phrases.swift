extension PhraseFinder {
    /// Every run of words that begins and ends with a word that can.
    mutating func countPhrases() {
        for start in uses.indices where uses[start].isBorder {
            var hash: UInt64 = 0
            for end in start..<min(start + mostWords, uses.count) {
                if end > start, uses[end].startsRun || uses[end].sentence != uses[start].sentence { break }
                // "Bank of England", not "mayor said on Monday": one stop word at most, and only between capitals.
                if terms[Int(uses[end].term)].isStop, end == start || !isLinked(end, in: start) { break }
                hash = PhraseFinder.extended(hash, by: uses[end].term)
                guard uses[end].isBorder else { continue }
                let number = phraseNumbers.number(of: hash)
                if number == phrases.count {
                    phrases.append(Phrase(first: uses[start].range.lowerBound..<uses[end].range.upperBound, words: start..<end + 1, count: 0))
                }
                phrases[number].count += 1
            }
        }
        for index in phrases.indices { phrases[index].score = score(phrases[index]) }
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

    /// A part used so many times as often as the whole phrase stands for itself.
    private static let padding: Int32 = 2

    private func isLinked(_ stop: Int, in start: Int) -> Bool {
        stop + 1 < uses.count && !terms[Int(uses[stop - 1].term)].isStop && isCapitalised(uses[stop - 1]) && isCapitalised(uses[stop + 1])
    }

    private func isCapitalised(_ use: Use) -> Bool {
        let term = terms[Int(use.term)]
        return (term.capitals + term.acronyms) * 2 > term.uses
    }

    /// Section 3.3 of the paper that ``Term`` names; the lower the better. A stop word inside counts as nothing rather than by chance of company.
    private func score(_ phrase: Phrase) -> Double {
        var (product, sum) = (1.0, 0.0)
        for word in phrase.words where !terms[Int(uses[word].term)].isStop {
            product *= terms[Int(uses[word].term)].score
            sum += terms[Int(uses[word].term)].score
        }
        return product / (Double(phrase.count) * (1 + sum))
    }
}
