internal import StageKit

/// Fills an ``Analysis``: reads every sentence once and counts.
///
/// - Complexity: O(length of the text).
package struct Analyser {
    private var scanner = WordScanner()
    private var termNumbers = HashIndex()
    private var bigramNumbers = HashIndex()
    private let background: BackgroundFrequencies
    private var quotes = QuoteTracker()

    package init(background: BackgroundFrequencies = .shipped) {
        self.background = background
    }

    /// A sentence as the stage hands it in.
    package struct Input {
        package var range: Range<Int>
        package var block: Int
        package var isEligible: Bool
        package var isStandfirst: Bool

        package init(range: Range<Int>, block: Int = 0, isEligible: Bool = true, isStandfirst: Bool = false) {
            self.range = range
            self.block = block
            self.isEligible = isEligible
            self.isStandfirst = isStandfirst
        }
    }

    /// Reads an article anew into `analysis`.
    ///
    /// `titles` are texts that say what the article is about: headline, standfirst, the words of a query.
    package mutating func read(_ text: [UInt8], _ inputs: [Input], titles: [[UInt8]], into analysis: inout Analysis) {
        analysis.removeAll()
        termNumbers.removeAll()
        bigramNumbers.removeAll()
        quotes = QuoteTracker()
        var block = -1
        for (index, input) in inputs.enumerated() {
            if input.block != block {
                // Newspapers open every paragraph of a long quotation anew, so none runs on by itself.
                quotes = QuoteTracker()
                block = input.block
            }
            let range = Dateline.skip(in: text, input.range)
            var facts = Analysis.SentenceFacts(range: range, block: input.block)
            facts.isEligible = input.isEligible && !range.isEmpty
            facts.isStandfirst = input.isStandfirst
            readWords(text, of: index, &facts, into: &analysis)
            analysis.sentences.append(facts)
        }
        for title in titles { markTitle(title, in: &analysis) }
        Eligibility.readLooseStops(&analysis)
        Eligibility.readSmallStarts(&analysis)
        BareNames.read(&analysis, text)
        for index in analysis.sentences.indices {
            if Eligibility.excludes(sentence: index, of: analysis, text: text) { analysis.sentences[index].isEligible = false }
            analysis.sentences[index].needsPredecessor = index > 0 && Opener.needsPredecessor(sentence: index, of: analysis, text: text)
        }
        Centrality.score(&analysis)
    }

    private mutating func readWords(_ text: [UInt8], of index: Int, _ facts: inout Analysis.SentenceFacts, into analysis: inout Analysis) {
        let firstWord = analysis.words.count
        let range = facts.range
        var position = range.lowerBound
        var marks = SentenceMarks()
        marks.continuesQuote = quotes.isOpen
        var gap = position
        while let word = scanner.next(in: text, from: &position, to: range.upperBound) {
            quotes.read(text, gap..<word.range.lowerBound, marks: &marks)
            gap = word.range.upperBound
            let isFirst = analysis.words.count == firstWord
            if isFirst {
                marks.startsInQuote = quotes.isOpen
                marks.startsSmall = text[word.range.lowerBound] &- 0x61 < 26
            }
            if quotes.isOpen { marks.quotedWords += 1 }
            let number = termNumbers.number(of: word.hash)
            let classes = WordClass.of(form: word.form)
            if number == analysis.terms.count {
                analysis.terms.append(
                    Analysis.Term(
                        hash: word.hash, first: Int32(index), rarity: background.rarity(of: word.hash),
                        isFunction: classes.contains(.function), hasDigit: word.hasDigit,
                        firstUse: Int32(analysis.words.count)))
            }
            analysis.terms[number].count(in: index, isCapitalised: word.isCapitalised && !isFirst)
            analysis.words.append(
                Analysis.WordUse(
                    term: Int32(number), bigram: -1, start: Int32(word.range.lowerBound), length: Int32(word.range.count), form: word.form, classes: classes,
                    isCapitalised: word.isCapitalised, isQuoted: quotes.isOpen, hasDigit: word.hasDigit, hasVerbEnding: word.hasVerbEnding))
        }
        quotes.read(text, gap..<range.upperBound, marks: &marks)
        marks.endsInQuote = quotes.isOpen
        marks.readEnd(text, range)
        facts.words = firstWord..<analysis.words.count
        facts.marks = marks
        readBigrams(of: index, facts.words, into: &analysis)
    }

    private mutating func readBigrams(of index: Int, _ words: Range<Int>, into analysis: inout Analysis) {
        for word in words.dropLast() {
            let left = analysis.words[word].term
            let right = analysis.words[word + 1].term
            let number = bigramNumbers.number(of: UInt64(UInt32(bitPattern: left)) << 32 | UInt64(UInt32(bitPattern: right)))
            if number == analysis.bigrams.count {
                analysis.bigrams.append(Analysis.Bigram(left: left, right: right, first: Int32(index), firstUse: Int32(word)))
            }
            analysis.bigrams[number].uses += 1
            if analysis.bigrams[number].last != Int32(index) {
                analysis.bigrams[number].last = Int32(index)
                analysis.bigrams[number].sentences += 1
            }
            analysis.words[word].bigram = Int32(number)
        }
    }

    private mutating func markTitle(_ title: [UInt8], in analysis: inout Analysis) {
        for case let number? in terms(of: title) { analysis.terms[number].isInTitle = true }
    }

    /// The number of each of these words' terms in the article read last; nil where the article has it not.
    package mutating func terms(of text: [UInt8]) -> [Int?] {
        var numbers: [Int?] = []
        var position = 0
        while let word = scanner.next(in: text, from: &position, to: text.count) {
            numbers.append(termNumbers.existingNumber(of: word.hash))
        }
        return numbers
    }

    /// The number of a pair of terms in the article read last.
    package func bigram(_ left: Int, _ right: Int) -> Int? {
        bigramNumbers.existingNumber(of: UInt64(left) << 32 | UInt64(right))
    }
}
