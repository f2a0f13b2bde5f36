import StageKit

/// Finds who said what in one article. A worker keeps one and uses it again.
///
/// Three passes over each paragraph: quotations in marks that a clause attributes; clauses that report; quotations that
/// are left and stand alone. Then the speakers, in text order, so that pronouns and quotations without an attribution can
/// look back.
///
/// - Complexity: O(bytes + tokens + entities).
struct QuoteFinder {
    private var reading = Reading()
    private var people = PersonMemory()

    mutating func find(_ article: Article, _ bytes: UnsafeBufferPointer<UInt8>) -> [Quote] {
        reading.read(article, bytes)
        guard !reading.words.isEmpty else { return [] }
        let context = SpeechContext(reading, article.entities, bytes)
        var paragraphs = ParagraphQuotes(context: context)
        var quotes = paragraphs.find()
        nameSpeakers(&quotes, context, article)
        return quotes
    }

    /// Fills in the speakers' names, in text order.
    private mutating func nameSpeakers(_ quotes: inout [Quote], _ context: SpeechContext, _ article: Article) {
        people.removeAll()
        var word = 0
        var entity: Int32 = -1
        var last: (index: Int, persons: Int)?
        var persons = 0
        for index in quotes.indices {
            let quote = quotes[index]
            let at = quote.subject?.range.lowerBound ?? quote.range.lowerBound
            // Everybody named before the place where the speaker is.
            while word < reading.words.count, reading.words[word].range.lowerBound < at {
                let found = reading.words[word]
                if found.entity >= 0, found.entity != entity, !found.has(.quoted), article.entities[Int(found.entity)].type == .person {
                    entity = found.entity
                    persons += 1
                    people.note(name(of: Int(entity), article), at: found.range.lowerBound, paragraph: paragraph(of: found), title: title(before: word).union(found.traits))
                } else if found.has([.male, .female]), found.entity < 0, !found.has([.capitalised, .quoted]), title(namedBehind: word) == nil {
                    people.noteUnnamed(found.traits, at: found.range.lowerBound, paragraph: paragraph(of: found))
                }
                word += 1
            }
            if let subject = quote.subject {
                if let entity = subject.entity {
                    quotes[index].speaker = name(of: entity, article)
                } else if !subject.pronoun.isEmpty {
                    let before = last.map { quotes[$0.index] }.flatMap { $0.paragraph == quote.paragraph ? $0 : nil }
                    let speaker = before.flatMap { before in before.speaker.map { (name: $0, end: before.range.upperBound) } }
                    quotes[index].speaker = people.person(subject.pronoun, paragraph: quote.paragraph, last: speaker)
                }
            } else if quote.kind == .direct, quote.cue == nil, let last, last.persons == persons, takesUp(quote, quotes[last.index]) {
                quotes[index].speaker = quotes[last.index].speaker
            }
            if quotes[index].speaker != nil {
                // The speaker just named, if by name, counts as named before what follows.
                last = (index, persons + (quote.subject?.entity.map { article.entities[$0].type == .person ? 1 : 0 } ?? 0))
                if let entity = quote.subject?.entity, Int32(entity) == self.reading.words[min(word, reading.words.count - 1)].entity {
                    last?.persons = persons + (article.entities[entity].type == .person ? 1 : 0)
                }
            } else {
                last = nil
            }
        }
    }

    /// "Ms Benhamou", "the farmer's son, Kári".
    private func title(before word: Int) -> WordTraits {
        guard word > 0 else { return [] }
        let before = reading.words[word - 1]
        return before.has(.comma) && word > 1 ? reading.words[word - 2].traits : before.traits
    }

    /// The entity whose title or noun stands at `word`; nil where none follows.
    private func title(namedBehind word: Int) -> Int32? {
        var next = word + 1
        if next < reading.words.count, reading.words[next].has(.comma) { next += 1 }
        return next < reading.words.count && reading.words[next].entity >= 0 ? reading.words[next].entity : nil
    }

    /// Whether a quotation without an attribution goes on with the one before: in the same paragraph, or as the whole of the
    /// next.
    private func takesUp(_ quote: Quote, _ before: Quote) -> Bool {
        if quote.paragraph == before.paragraph { return true }
        guard quote.paragraph == before.paragraph + 1 else { return false }
        let paragraph = reading.paragraphs[quote.paragraph].bytes
        // Nothing but its marks and a full stop beside it.
        return quote.range.lowerBound - paragraph.lowerBound <= 4 && paragraph.upperBound - quote.range.upperBound <= 5
    }

    private func name(of entity: Int, _ article: Article) -> String {
        let entity = article.entities[entity]
        if let name = entity.name { return name }
        guard let text = article.text, entity.range.lowerBound >= 0, entity.range.upperBound <= text.count else { return "" }
        return text[entity.range]
    }

    private func paragraph(of word: Word) -> Int {
        // Paragraphs are in order; the search is as deep as their number's logarithm.
        var low = 0
        var high = reading.paragraphs.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if reading.paragraphs[middle].bytes.lowerBound <= word.range.lowerBound { low = middle } else { high = middle }
        }
        return low
    }
}
