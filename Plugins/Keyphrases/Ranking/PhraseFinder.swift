import StageKit

/// A phrase as the layer has it.
struct FoundPhrase {
    /// Where it stands first; UTF-8 bytes.
    var range: Range<Int>
    var count: Int
    /// 1 for the best, towards 0 for those that say less.
    var score: Double
}

/// Counts an article's words and phrases, and ranks the phrases. A worker keeps one and uses it again.
struct PhraseFinder {
    /// A word of a sentence. A sentence's words are in a row; what breaks phrases stands between them as a gap.
    private struct Use {
        var range: Range<Int>
        /// Index into ``terms``.
        var term: Int32
        var sentence: Int32
        /// Whether a mark stands before it that no phrase goes over.
        var startsRun: Bool
        /// Whether a phrase may begin or end with it.
        var isBorder: Bool
    }

    private struct Phrase {
        var first: Range<Int>
        /// Of its words, indices into ``uses``.
        var words: Range<Int>
        var count: Int32
        var score = 0.0
    }

    /// Longer runs of letters are no words.
    private static let mostBytes = 60
    /// Of so many words the language is told, where the article does not say it.
    private static let wordsForLanguage = 400

    private let mostWords: Int
    private var uses: [Use] = []
    private var terms: [Term] = []
    private var phrases: [Phrase] = []
    private var termNumbers = HashIndex()
    private var pairNumbers = HashIndex()
    private var phraseNumbers = HashIndex()

    init(mostWords: Int) {
        self.mostWords = mostWords
    }

    /// At most `most` phrases, the best first.
    mutating func find(_ article: Article, _ bytes: UnsafeBufferPointer<UInt8>, most: Int) -> [FoundPhrase] {
        uses.removeAll(keepingCapacity: true)
        terms.removeAll(keepingCapacity: true)
        phrases.removeAll(keepingCapacity: true)
        termNumbers.removeAll()
        pairNumbers.removeAll()
        phraseNumbers.removeAll()
        let sentences = countWords(article, bytes)
        guard !uses.isEmpty else { return [] }
        countCompany()
        markTitle(article)
        scoreTerms(sentences: sentences)
        countPhrases()
        return ranked(most: most)
    }

    // MARK: - Words

    /// - Returns: how many sentences were read.
    private mutating func countWords(_ article: Article, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let language = language(of: article, bytes)
        var sentences = 0
        var behind = 0
        for sentence in article.sentences where PhraseFinder.isRunningText(sentence.block, article) {
            var startsRun = true
            var isFirst = true
            for token in article.tokens[sentence.tokens.clamped(to: 0..<article.tokens.count)] {
                let range = max(behind, Int(token.start))..<max(behind, Int(token.start), min(bytes.count, Int(token.end)))
                guard !range.isEmpty else { continue }
                behind = range.upperBound
                guard range.count <= PhraseFinder.mostBytes, PhraseFinder.isWord(bytes, range) else {
                    // A possessor's ending goes with its word.
                    if !PhraseFinder.isPossessive(bytes, range) { startsRun = true }
                    continue
                }
                note(bytes, range, sentence: sentences, startsRun: startsRun, isFirst: isFirst, language: language)
                startsRun = false
                isFirst = false
            }
            sentences += 1
        }
        return sentences
    }

    private mutating func note(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, sentence: Int, startsRun: Bool, isFirst: Bool, language: UInt32?
    ) {
        let number = termNumbers.number(of: WordHash.singular(bytes, range))
        if number == terms.count {
            terms.append(Term())
            let languages = StopWords.shipped.languages(of: WordHash.folded(bytes, range))
            // Without a list, short words stand in for it: function words are short in most languages.
            terms[number].isStop = language.map { languages & $0 != 0 } ?? (range.count <= 3 && bytes[range.lowerBound] &- 0x41 >= 26)
        }
        terms[number].uses += 1
        terms[number].position += Int64(sentence)
        if terms[number].lastSentence != Int32(sentence) {
            terms[number].lastSentence = Int32(sentence)
            terms[number].sentences += 1
        }
        let isCapital = bytes[range.lowerBound] &- 0x41 < 26
        if isCapital, range.count > 1, bytes[range].allSatisfy({ $0 &- 0x61 >= 26 }) {
            terms[number].acronyms += 1
        } else if isCapital, !isFirst {
            terms[number].capitals += 1
        }
        let hasDigit = bytes[range.lowerBound] &- 0x30 < 10
        let isAdverb = range.count > 4 && bytes[range.upperBound - 1] == UInt8(ascii: "y") && bytes[range.upperBound - 2] == UInt8(ascii: "l") && !isCapital
        uses.append(
            Use(range: range, term: Int32(number), sentence: Int32(sentence), startsRun: startsRun,
                isBorder: !terms[number].isStop && !hasDigit && !isAdverb && range.count > 1))
    }

    /// The bit of the article's language; nil where there is no list for it.
    private func language(of article: Article, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt32? {
        if let language = article.metadata.language { return StopWords.shipped.bit(of: language) }
        var hits = Array(repeating: 0, count: StopWords.shipped.count)
        var words = 0
        for token in article.tokens.prefix(PhraseFinder.wordsForLanguage) {
            let range = max(0, Int(token.start))..<max(0, Int(token.start), min(bytes.count, Int(token.end)))
            guard !range.isEmpty, PhraseFinder.isWord(bytes, range) else { continue }
            words += 1
            var languages = StopWords.shipped.languages(of: WordHash.folded(bytes, range))
            while languages != 0 {
                hits[languages.trailingZeroBitCount] += 1
                languages &= languages - 1
            }
        }
        return StopWords.shipped.likeliest(hits, ofWords: words)
    }

    private static func isRunningText(_ block: Int?, _ article: Article) -> Bool {
        guard let block, article.blocks.indices.contains(block) else { return true }
        switch article.blocks[block].role {
        case .caption, .byline, .promotion: return false
        case .headline, .standfirst, .heading, .paragraph, .quotation, .list: return true
        }
    }

    /// Letters or digits at the start: what else tokens are breaks phrases.
    private static func isWord(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        let first = bytes[range.lowerBound]
        if first < 0x80 { return (first | 0x20) &- 0x61 < 26 || first &- 0x30 < 10 }
        // Signs of Latin-1 and General Punctuation are no letters.
        if first == 0xC2 { return false }
        return !(first == 0xE2 && range.count > 1 && bytes[range.lowerBound + 1] & 0xFE == 0x80)
    }

    /// "'s" and "’s".
    private static func isPossessive(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        bytes[range.upperBound - 1] == UInt8(ascii: "s")
            && (range.count == 2 && bytes[range.lowerBound] == UInt8(ascii: "'") || range.count == 4 && bytes[range.lowerBound] == 0xE2)
    }

    // MARK: - What is counted of words

    private mutating func countCompany() {
        for index in uses.indices.dropFirst() where !uses[index].startsRun {
            let (left, right) = (Int(uses[index - 1].term), Int(uses[index].term))
            let known = pairNumbers.count
            _ = pairNumbers.number(of: UInt64(left) << 32 | UInt64(right))
            let isNew: Int32 = pairNumbers.count > known ? 1 : 0
            terms[right].lefts += isNew
            terms[right].leftUses += 1
            terms[left].rights += isNew
            terms[left].rightUses += 1
        }
    }

    private mutating func markTitle(_ article: Article) {
        guard let title = article.metadata.title else { return }
        Array(title.utf8).withUnsafeBufferPointer { bytes in
            var start = 0
            while start < bytes.count {
                var end = start
                while end < bytes.count, (bytes[end] | 0x20) &- 0x61 < 26 || bytes[end] &- 0x30 < 10 || bytes[end] >= 0xC3 && bytes[end] != 0xE2 || bytes[end] & 0xC0 == 0x80 { end += 1 }
                if end > start, let number = termNumbers.existingNumber(of: WordHash.singular(bytes, start..<end)) { terms[number].isInTitle = true }
                start = max(end, start + 1)
            }
        }
    }

    private mutating func scoreTerms(sentences: Int) {
        var (count, sum, squares, most) = (0.0, 0.0, 0.0, 1.0)
        for term in terms where !term.isStop {
            let uses = Double(term.uses)
            count += 1
            sum += uses
            squares += uses * uses
            most = max(most, uses)
        }
        let mean = count > 0 ? sum / count : 1
        let deviation = count > 0 ? max(0, squares / count - mean * mean).squareRoot() : 0
        for index in terms.indices where !terms[index].isStop {
            terms[index].score = terms[index].score(mean: mean, deviation: deviation, most: most, sentences: sentences)
        }
    }

    // MARK: - Phrases

    /// Every run of words that begins and ends with a word that can.
    private mutating func countPhrases() {
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
    private func isPadded(_ phrase: Phrase) -> Bool {
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

    /// Section 3.3 of the same paper; the lower the better. A stop word inside counts as nothing rather than by chance of company.
    private func score(_ phrase: Phrase) -> Double {
        var (product, sum) = (1.0, 0.0)
        for word in phrase.words where !terms[Int(uses[word].term)].isStop {
            product *= terms[Int(uses[word].term)].score
            sum += terms[Int(uses[word].term)].score
        }
        return product / (Double(phrase.count) * (1 + sum))
    }

    // MARK: - The best

    private func ranked(most: Int) -> [FoundPhrase] {
        let order = phrases.indices.sorted {
            (phrases[$0].score, phrases[$0].first.lowerBound, phrases[$0].words.count) < (phrases[$1].score, phrases[$1].first.lowerBound, phrases[$1].words.count)
        }
        var found: [FoundPhrase] = []
        var taken: [Set<Int32>] = []
        let best = order.first.map { phrases[$0].score } ?? 0
        for index in order where found.count < most && !isPadded(phrases[index]) {
            let words = Set(phrases[index].words.map { uses[$0].term }.filter { !terms[Int($0)].isStop })
            guard !taken.contains(where: { overlaps($0, words) }) else { continue }
            taken.append(words)
            found.append(FoundPhrase(range: phrases[index].first, count: Int(phrases[index].count), score: (best + PhraseFinder.softening) / (phrases[index].score + PhraseFinder.softening)))
        }
        return found
    }

    /// Keeps the shown score of a very good best phrase from making all others look like nothing.
    private static let softening = 1e-3

    /// Whether two phrases say the same: one holds all words of the other, or they share half of all their words.
    private func overlaps(_ one: Set<Int32>, _ other: Set<Int32>) -> Bool {
        let shared = one.intersection(other).count
        return shared == min(one.count, other.count) || shared * 2 >= one.count + other.count - shared
    }
}
