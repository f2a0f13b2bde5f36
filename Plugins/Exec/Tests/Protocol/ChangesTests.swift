import StageKit
import Testing

@testable import ExecStage

/// What an answer changes, and what it may not.
@Suite struct ChangesTests {
    /// "Zoë met 😀. They left." with two sentences, a block, tokens of the first sentence, a summary and a layer.
    private static var article: Article {
        var article = Article(text: "Zoë met 😀. They left.")
        article.metadata.title = "Title"
        article.blocks = [Block(role: .paragraph, range: 0..<25)]
        article.tokens = [Token(0..<4), Token(5..<8)]
        article.sentences = [Sentence(range: 0..<14, tokens: 0..<2, block: 0), Sentence(range: 15..<25, tokens: 2..<2, block: 0)]
        article.summary = Summary(text: "They left.", sentences: [1])
        article.extensions = ["old": ["kept": 1]]
        return article
    }

    private func applied(
        _ answer: JSONValue, writes: Set<ArticlePart>, reads: Set<ArticlePart> = [.text], offsets: OffsetUnit = .codePoints,
        to article: Article = ChangesTests.article
    ) throws -> Article {
        var json = JSONWriter()
        Outgoing(reads: reads, writes: writes).writeLine(1, article, offsets: offsets, to: &json)
        var result = article
        try Changes(writes: writes, offsets: offsets).apply(answer.objectValue ?? [:], to: &result, sent: json.bytes)
        return result
    }

    private func failure(_ answer: JSONValue, writes: Set<ArticlePart>, reads: Set<ArticlePart> = [.text]) -> String {
        do {
            _ = try applied(answer, writes: writes, reads: reads)
            return "taken"
        } catch {
            return "\(error)"
        }
    }

    @Test(arguments: [(OffsetUnit.codePoints, 8, 9), (.bytes, 9, 13), (.utf16, 8, 10)])
    func offsetsCountWhatTheProgramAskedFor(_ unit: OffsetUnit, _ start: Int, _ end: Int) throws {
        let answer: JSONValue = ["entities": [["start": .integer(start), "end": .integer(end), "type": "face"]]]
        let entities = try applied(answer, writes: [.entities], offsets: unit).entities
        #expect(entities == [Entity(range: 9..<13, type: EntityType(rawValue: "face"))])
    }

    @Test func membersTakeThePlaceOfTheirPartAndNullRemovesIt() throws {
        let changed = try applied(["title": "New", "summary": .null, "tags": ["a", "b"]], writes: [.metadata, .summary])
        #expect(changed.metadata.title == "New")
        #expect(changed.metadata.tags == ["a", "b"])
        #expect(changed.summary == nil)
        #expect(changed.sentences == ChangesTests.article.sentences)
        #expect(changed.extensions == ChangesTests.article.extensions)
    }

    @Test(arguments: [(OffsetUnit.codePoints, 8, 9), (.bytes, 9, 13), (.utf16, 8, 10)])
    func aLayerThatSaysSoPointsIntoTheText(_ unit: OffsetUnit, _ start: Int, _ end: Int) throws {
        let layer: JSONValue = [["start": .integer(start), "end": .integer(end)]]
        let article = try applied(["extensions": ["new": layer], "span_layers": ["new"]], writes: [.layer("new")], offsets: unit)
        #expect(article.extensions["new"] == [.span(9..<13)])
        #expect(article.spanLayers == ["new"])
        // Answered again, it still points.
        let again = try applied(["extensions": ["new": layer]], writes: [.layer("new")], offsets: unit, to: article)
        #expect(again.extensions == article.extensions)
        #expect(again.spanLayers == ["new"])
    }

    @Test func aLayerThatPointsOutsideTheTextIsRefused() {
        let answer: JSONValue = ["extensions": ["new": [["start": 0, "end": 99]]], "span_layers": ["new"]]
        #expect(failure(answer, writes: [.layer("new")]).contains("extensions.new[0].end: is no offset of a character in the text"))
        #expect(failure(["span_layers": [1]], writes: [.layer("new")]).contains("span_layers: must be a list of layers' names"))
    }

    @Test func layersAreTakenOneByOne() throws {
        let answer: JSONValue = ["extensions": ["new": [1, 2]]]
        #expect(try applied(answer, writes: [.layer("new")]).extensions == ["old": ["kept": 1], "new": [1, 2]])
        #expect(try applied(answer, writes: [.extensions]).extensions == ["old": ["kept": 1], "new": [1, 2]])
        #expect(try applied(["extensions": ["old": .null]], writes: [.extensions]).extensions == [:])
    }

    @Test func whatIsSentBackUnchangedIsNoChange() throws {
        var json = JSONWriter()
        let reads: Set<ArticlePart> = [.text, .sentences, .blocks, .summary, .layer("old")]
        Outgoing(reads: reads, writes: []).writeLine(1, ChangesTests.article, offsets: .codePoints, to: &json)
        let all = try JSONParser.parse(json.bytes)["article"] ?? .null
        let result = try applied(all, writes: [], reads: reads)
        #expect(result.sentences == ChangesTests.article.sentences)
        #expect(result.summary == ChangesTests.article.summary)
    }

    @Test func newSentencesMayPointAtBlocksAndTokensThatStay() throws {
        let answer: JSONValue = ["sentences": [["start": 0, "end": 21, "block": 0, "first_token": 0, "last_token": 2]], "summary": .null]
        let sentences = try applied(answer, writes: [.sentences, .summary]).sentences
        #expect(sentences == [Sentence(range: 0..<25, tokens: 0..<2, block: 0)])
    }

    @Test func aNewSummaryMayPointAtSentencesThatStay() throws {
        let summary = try applied(["summary": ["text": "Zoë met 😀.", "sentences": [0]]], writes: [.summary]).summary
        #expect(summary == Summary(text: "Zoë met 😀.", sentences: [0]))
    }

    @Test func aFirstTextMayBringItsOwnAnnotations() throws {
        let bare = Article(id: ArticleID("1"), source: ArticleSource(uri: "a", record: 0))
        let answer: JSONValue = ["text": "One. Two.", "sentences": [["start": 0, "end": 4], ["start": 5, "end": 9]]]
        let article = try applied(answer, writes: [.text, .sentences], to: bare)
        #expect(article.text?.string == "One. Two.")
        #expect(article.sentences.map(\.range) == [0..<4, 5..<9])
    }

    @Test(arguments: [
        (["title": "New"], [.summary], "changes 'title', but 'writes' does not name it; add metadata"),
        (["sentences": []], [.summary], "changes 'sentences', but 'writes' does not name it; add sentences"),
        (["extensions": ["other": 1]], [.layer("new")], "changes 'extensions.other', but 'writes' does not name it; add extensions.other"),
        (["extensions": 1], [.extensions], "extensions: must be an object of layers, not a number"),
        (["source": ["uri": "b"]], [.metadata], "changes 'source', which no stage may change"),
        (["title": 1], [.metadata], "title: must be a text, not a number"),
        (["entities": [["start": 3, "end": 2, "type": "x"]]], [.entities], "entities[0].end: lies before start"),
        (["entities": [["start": 5, "end": 7, "type": "x"], ["start": 0, "end": 3, "type": "x"]]], [.entities], "entities[1].start: lies before the end of the one before"),
        (["entities": [["start": 0, "end": 3]]], [.entities], "entities[0].type: is missing"),
        (["summary": ["text": "x", "sentences": [2]]], [.summary], "summary.sentences[0]: must be a sentence's number"),
        (["sentences": [["start": 0, "end": 4, "block": 1]]], [.sentences], "sentences[0].block: is no block's number"),
        (["sentences": [["start": 0, "end": 4]]], [.sentences], "changes 'sentences' but leaves 'summary'"),
        (["blocks": []], [.blocks], "changes 'blocks' but leaves 'sentences'"),
        (["tokens": []], [.tokens], "changes 'tokens' but leaves 'sentences'"),
        (["text": "Other"], [.text], "changes 'text' but leaves 'blocks', which point into the old"),
    ] as [(JSONValue, Set<ArticlePart>, String)])
    func whatIsWrongIsNamed(_ answer: JSONValue, _ writes: Set<ArticlePart>, _ reason: String) {
        let message = failure(answer, writes: writes)
        #expect(message.contains(reason), "\(message)")
    }

    @Test func theProgramSeesWhatItReadsAndNothingElse() throws {
        func names(_ reads: Set<ArticlePart>, _ writes: Set<ArticlePart>) throws -> [String] {
            var json = JSONWriter()
            Outgoing(reads: reads, writes: writes).writeLine(1, ChangesTests.article, offsets: .codePoints, to: &json)
            return (try JSONParser.parse(json.bytes)["article"]?.objectValue ?? [:]).keys.sorted()
        }
        #expect(try names([], [.metadata]) == ["id", "source", "title"])
        #expect(try names([], [.entities]) == ["id", "source", "text", "title"])
        #expect(try names([.sentences, .layer("old")], []) == ["extensions", "id", "sentences", "source", "text", "title"])
        #expect(try names([.tokens], []) == ["id", "source", "text", "title", "tokens"])
    }
}
