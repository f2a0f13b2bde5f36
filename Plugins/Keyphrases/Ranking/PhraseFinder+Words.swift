import StageKit

extension PhraseFinder {
    /// Longer runs of letters are no words.
    private static let mostBytes = 60
    /// Of so many words the language is told, where the article does not say it.
    private static let wordsForLanguage = 400
    private static let mostLettersOfStopWord = 3
    private static let english = StopWords.shipped.bit(of: "en")

    /// - Returns: how many sentences were read.
    mutating func countWords(_ article: Article, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
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
        let isCapital = PhraseFinder.isCapital(bytes, range.lowerBound, range.upperBound)
        let hash = WordHash.folded(bytes, range)
        // "New Zealand" has nothing to do with what is new.
        let opensName = isCapital && !isFirst && StopWords.shipped.opensNames(hash)
        let number = termNumbers.number(of: opensName ? ~hash : WordHash.singular(bytes, range))
        if number == terms.count {
            terms.append(Term())
            let languages = StopWords.shipped.languages(of: hash)
            // Without a list, short words stand in for it: function words are short in most languages.
            terms[number].isStop = !opensName
                && (language.map { languages & $0 != 0 } ?? (!isCapital && PhraseFinder.letters(bytes, range) <= PhraseFinder.mostLettersOfStopWord))
            terms[number].isDeterminer = terms[number].isStop && StopWords.shipped.isDeterminer(hash)
            terms[number].isLink = terms[number].isStop && StopWords.shipped.joinsNames(hash)
        }
        terms[number].uses += 1
        terms[number].position += Int64(sentence)
        if terms[number].lastSentence != Int32(sentence) {
            terms[number].lastSentence = Int32(sentence)
            terms[number].sentences += 1
        }
        let second = range.lowerBound + (bytes[range.lowerBound] < 0x80 ? 1 : 2)
        if isCapital, PhraseFinder.isCapital(bytes, second, range.upperBound) {
            terms[number].acronyms += 1
        } else if isCapital, !isFirst {
            terms[number].capitals += 1
        }
        let hasDigit = bytes[range.lowerBound] &- 0x30 < 10
        let isEnglishWord = language == PhraseFinder.english && !isCapital
        let isParticiple = isEnglishWord && range.count > 4
            && (PhraseFinder.ends(bytes, range, "ing") || PhraseFinder.ends(bytes, range, "ed") && !PhraseFinder.ends(bytes, range, "eed"))
        if !startsRun, let last = uses.last, terms[Int(last.term)].isDeterminer { terms[number].isNominal = true }
        if PhraseFinder.ends(bytes, range, "ings") { terms[number].isNominal = true }
        let isAdverb = isEnglishWord && range.count > 4 && PhraseFinder.ends(bytes, range, "ly")
        uses.append(
            Use(range: range, term: Int32(number), startsRun: startsRun,
                isBorder: !terms[number].isStop && !hasDigit && !isAdverb && range.count > 1, isParticiple: isParticiple))
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

    /// Of ASCII, Latin with accents, Greek and Cyrillic.
    @inline(__always)
    private static func isCapital(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> Bool {
        guard index < end else { return false }
        if bytes[index] < 0x80 { return bytes[index] &- 0x41 < 26 }
        guard bytes[index] >= 0xC3, bytes[index] <= 0xD0, index + 1 < end else { return false }
        return WordHash.lowered(bytes[index], bytes[index + 1]) != (bytes[index], bytes[index + 1])
    }

    @inline(__always)
    private static func ends(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ ending: StaticString) -> Bool {
        let count = ending.utf8CodeUnitCount
        guard range.count > count else { return false }
        for index in 0..<count where bytes[range.upperBound - count + index] != ending.utf8Start[index] { return false }
        return true
    }

    private static func letters(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
        range.reduce(0) { $0 + (bytes[$1] & 0xC0 != 0x80 ? 1 : 0) }
    }

    /// Letters or digits at the start: what else tokens are breaks phrases.
    private static func isWord(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        let first = bytes[range.lowerBound]
        if first < 0x80 { return (first | 0x20) &- 0x61 < 26 || first &- 0x30 < 10 }
        // Signs of Latin-1, signs from General Punctuation to arrows and bullets, those of Chinese and Japanese, and emoji are no letters.
        if first == 0xC2 { return false }
        guard range.count > 2 else { return true }
        let second = bytes[range.lowerBound + 1]
        return !(first == 0xE2 && second < 0xB0 || first == 0xE3 && second == 0x80 || first == 0xF0 && second == 0x9F)
    }

    /// "'s" and "’s".
    private static func isPossessive(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        bytes[range.upperBound - 1] == UInt8(ascii: "s")
            && (range.count == 2 && bytes[range.lowerBound] == UInt8(ascii: "'") || range.count == 4 && bytes[range.lowerBound] == 0xE2)
    }
}
