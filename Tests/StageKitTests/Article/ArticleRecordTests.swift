import StageKit
import Testing
import TestSupport

@Suite struct ArticleRecordTests {
    private func record(of article: Article, _ unit: OffsetUnit = .codePoints, whole: Bool = false) -> [UInt8] {
        var json = JSONWriter()
        article.writeRecord(to: &json, offsets: unit, whole: whole)
        return json.bytes
    }

    @Test(arguments: OffsetUnit.allCases)
    func aWholeRecordGivesTheSameArticleAgain(unit: OffsetUnit) throws {
        for seed in UInt64(0)..<30 {
            var random = SplitMix64(seed: seed)
            let article = RandomArticle.make(&random)
            let bytes = record(of: article, unit, whole: true)
            let again = try Article(record: JSONParser.parse(bytes), offsets: unit)
            #expect(record(of: again, unit, whole: true) == bytes, "seed \(seed)")
            #expect(again.sentences == article.sentences, "seed \(seed)")
            #expect(again.tokens == article.tokens, "seed \(seed)")
            #expect(again.entities == article.entities, "seed \(seed)")
            #expect(again.blocks == article.blocks, "seed \(seed)")
            #expect(again.raw == article.raw, "seed \(seed)")
            #expect(again.metadata == article.metadata, "seed \(seed)")
            #expect(again.summary == article.summary, "seed \(seed)")
            #expect(again.extensions == article.extensions, "seed \(seed)")
            #expect(again.spanLayers == article.spanLayers, "seed \(seed)")
        }
    }

    @Test(arguments: OffsetUnit.allCases)
    func aPlainRecordIsReadAndWrittenUnchanged(unit: OffsetUnit) throws {
        for seed in UInt64(0)..<20 {
            var random = SplitMix64(seed: seed)
            let bytes = record(of: RandomArticle.make(&random), unit)
            let again = try Article(record: JSONParser.parse(bytes), offsets: unit)
            #expect(record(of: again, unit) == bytes, "seed \(seed)")
        }
    }

    @Test(arguments: [
        ("[]", "a record must be a JSON object, not a list"),
        ("{}", "id: is missing"),
        (#"{"id":7}"#, "id: must be a text, not a number"),
        (#"{"id":"a","source":{}}"#, "source.uri: is missing"),
        (#"{"id":"a","source":{"uri":"x","record":-1}}"#, "source.record: must be a whole number, 0 or more"),
        (#"{"id":"a","byline":["x",1]}"#, "byline[1]: must be a text, not a number"),
        (#"{"id":"a","sentences":[{"start":0,"end":1}]}"#, "sentences[0].start: is an offset, but the record has no text"),
        (#"{"id":"a","text":"ab","sentences":[{"start":0,"end":3}]}"#, "sentences[0].end: is no offset of a character in the text"),
        (#"{"id":"a","text":"ab","sentences":[{"start":2,"end":1}]}"#, "sentences[0].end: lies before start"),
        (#"{"id":"a","text":"ab","sentences":[{"start":0,"end":2},{"start":1,"end":2}]}"#, "sentences[1].start: lies before the end of the one before"),
        (#"{"id":"a","text":"ab","sentences":[{"start":0,"end":2,"block":0}]}"#, "sentences[0].block: is no block's number"),
        (#"{"id":"a","text":"ab","sentences":[{"start":0,"end":2,"last_token":1}]}"#, "sentences[0].last_token: is no token's number"),
        (#"{"id":"a","text":"ab","blocks":[{"role":"poem","start":0,"end":2}]}"#, "blocks[0].role: must be one of headline, standfirst, caption, heading, paragraph, quotation, list, byline, promotion"),
        (#"{"id":"a","text":"ab","entities":[{"start":0,"end":9223372036854775807,"type":"x"}]}"#, "entities[0].end: is no offset of a character in the text"),
        (#"{"id":"a","text":"ab","entities":[{"start":0,"end":1,"type":"x","confidence":1e308}]}"#, "entities[0].confidence: must be from 0 to 1"),
        (#"{"id":"a","text":"ab","entities":[3]}"#, "entities[0]: must be an object, not a number"),
        (#"{"id":"a","text":"ab","sentences":[{"start":0,"end":2}],"summary":{"text":"ab","sentences":[1]}}"#, "summary.sentences[0]: must be a sentence's number, higher than the one before"),
        (#"{"id":"a","raw":{"media_type":"image/png"}}"#, "raw.media_type: must be one of text/html, text/plain, text/markdown"),
        (#"{"id":"a","raw":{"media_type":"text/html","base64":"a"}}"#, "raw.base64: is not base 64"),
        (#"{"id":"a","extensions":[]}"#, "extensions: must be an object, not a list"),
        (#"{"id":"a","text":"ab","span_layers":["x"]}"#, "span_layers: names a layer that is not there"),
        (#"{"id":"a","text":"ab","extensions":{"x":{"y":[{"start":0,"end":3}]}},"span_layers":["x"]}"#, "extensions.x.y[0].end: is no offset of a character in the text"),
        (#"{"id":"a","text":"ab","extensions":{"x":[{"start":2,"end":1}]},"span_layers":["x"]}"#, "extensions.x[0].end: lies before start"),
        (#"{"id":"a","extensions":{"x":[{"start":0,"end":0}]},"span_layers":["x"]}"#, "extensions.x[0].start: is an offset, but the record has no text"),
    ])
    func aHostileRecordIsAnError(json: String, reason: String) throws {
        let value = try JSONParser.parse(Array(json.utf8))
        #expect(throws: StageFailure(reason)) { try Article(record: value) }
    }

    @Test func anOffsetInsideAScalarIsAnError() throws {
        let bytes = try JSONParser.parse(Array(#"{"id":"a","text":"é😀","tokens":[{"start":1,"end":2}]}"#.utf8))
        #expect(throws: StageFailure("tokens[0].start: is no offset of a character in the text")) {
            try Article(record: bytes, offsets: .bytes)
        }
        let surrogate = try JSONParser.parse(Array(#"{"id":"a","text":"é😀","tokens":[{"start":1,"end":2}]}"#.utf8))
        #expect(throws: StageFailure("tokens[0].end: is no offset of a character in the text")) {
            try Article(record: surrogate, offsets: .utf16)
        }
    }

    @Test func damagedRecordsNeverCrash() {
        for seed in UInt64(0)..<60 {
            var random = SplitMix64(seed: seed)
            var bytes = record(of: RandomArticle.make(&random), whole: true)
            for _ in 0..<random.below(4) + 1 { bytes[random.below(bytes.count)] = UInt8(0x20 + random.below(95)) }
            guard let value = try? JSONParser.parse(bytes) else { continue }
            _ = try? Article(record: value)
        }
    }
}
