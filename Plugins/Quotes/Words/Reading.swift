import StageKit

/// An article as the search sees it: words, quoted spans and paragraphs. A worker keeps one and refills it.
struct Reading {
    /// A stretch of sentences of one block.
    struct Paragraph {
        var bytes: Range<Int>
        /// Indices into ``words``.
        var words: Range<Int>
        /// Indices into ``spans``.
        var spans: Range<Int>
    }

    private(set) var words: [Word] = []
    private(set) var spans: [QuotedSpan] = []
    /// The words of each span, marks and all.
    private(set) var spanWords: [Range<Int>] = []
    private(set) var paragraphs: [Paragraph] = []
    private var scanner = QuoteScanner()

    /// Reads an article anew.
    ///
    /// Ranges of other stages are cut to what lies in the text and in order, so that a mistake of theirs reaches no memory
    /// it should not.
    /// - Complexity: O(bytes + tokens + entities).
    mutating func read(_ article: Article, _ bytes: UnsafeBufferPointer<UInt8>) {
        words.removeAll(keepingCapacity: true)
        spanWords.removeAll(keepingCapacity: true)
        paragraphs.removeAll(keepingCapacity: true)
        scanner.removeAll()
        var entity = 0
        var behind = 0
        var index = 0
        while index < article.sentences.count {
            let block = article.sentences[index].block
            let first = words.count
            var paragraph: Range<Int>?
            while index < article.sentences.count, article.sentences[index].block == block {
                let sentence = article.sentences[index]
                let start = max(behind, min(sentence.range.lowerBound, bytes.count))
                let end = max(start, min(sentence.range.upperBound, bytes.count))
                if Reading.isRunningText(block, article) {
                    addWords(of: sentence, index, start..<end, article, bytes, &entity)
                    paragraph = (paragraph?.lowerBound ?? start)..<end
                }
                behind = end
                index += 1
                // Without blocks, a sentence is as far as a quotation surely goes.
                if block == nil { break }
            }
            guard let paragraph else { continue }
            let spans = scanner.spans.count
            scanner.read(bytes, paragraph: paragraph)
            paragraphs.append(Paragraph(bytes: paragraph, words: first..<words.count, spans: spans..<scanner.spans.count))
        }
        scanner.voidOpen()
        spans = scanner.spans
        settleSpans()
    }

    /// Headings and captions say what others wrote.
    private static func isRunningText(_ block: Int?, _ article: Article) -> Bool {
        guard let block, article.blocks.indices.contains(block) else { return true }
        switch article.blocks[block].role {
        case .headline, .heading, .caption, .byline, .promotion: return false
        case .standfirst, .paragraph, .quotation, .list: return true
        }
    }

    private mutating func addWords(
        of sentence: Sentence, _ number: Int, _ range: Range<Int>, _ article: Article, _ bytes: UnsafeBufferPointer<UInt8>, _ entity: inout Int
    ) {
        let tokens = sentence.tokens.clamped(to: 0..<article.tokens.count)
        var behind = range.lowerBound
        for token in article.tokens[tokens] {
            var start = max(behind, Int(token.start))
            let end = min(range.upperBound, Int(token.end))
            guard start < end else { continue }
            behind = end
            // A token that has its quotation mark with it is cut in two.
            while let width = Reading.markWidth(bytes, start, end), width < end - start {
                words.append(Word(range: start..<start + width, traits: .mark, sentence: Int32(number), entity: -1))
                start += width
            }
            while entity < article.entities.count, article.entities[entity].range.upperBound <= start { entity += 1 }
            let isInEntity = entity < article.entities.count && article.entities[entity].range.lowerBound < end
            var traits = WordTraits.of(mark: bytes, start..<end)
            if traits.isEmpty {
                traits = WordTraits.of(hash: WordHash.folded(bytes, start..<end))
                if bytes[start] &- 0x41 < 26 || (bytes[start] == 0xC3 && bytes[min(start + 1, end - 1)] < 0x9F) { traits.insert(.capitalised) }
                if isInEntity { traits.subtract([.cue, .names, .conjunction, .he, .she, .otherPronoun]) }
                if end - start > 4, bytes[end - 1] == UInt8(ascii: "y"), bytes[end - 2] == UInt8(ascii: "l"), !isInEntity { traits.insert(.filler) }
            }
            words.append(
                Word(range: start..<end, traits: traits, sentence: Int32(number), entity: isInEntity ? Int32(entity) : -1))
        }
    }

    /// The width of a typographic quotation mark at `start`; nil where there is none.
    private static func markWidth(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
        guard start < end else { return nil }
        if bytes[start] == UInt8(ascii: "\"") { return 1 }
        guard start + 2 < end, bytes[start] == 0xE2, bytes[start + 1] == 0x80 else { return nil }
        // ’ may begin "’s".
        return bytes[start + 2] == 0x98 || 0x9C...0x9F ~= bytes[start + 2] ? 3 : nil
    }

    /// Finds the words of each span, and marks what lies inside.
    private mutating func settleSpans() {
        var word = 0
        for span in spans {
            while word < words.count, words[word].range.upperBound <= span.outer.lowerBound { word += 1 }
            let first = word
            while word < words.count, words[word].range.lowerBound < span.outer.upperBound {
                if !span.isVoid { words[word].traits.insert(.quoted) }
                word += 1
            }
            spanWords.append(first..<word)
        }
    }
}
