import Testing

@testable import EntitiesStage

@Suite struct AppositionTests {
    /// The noun found for the first name of a sentence whose tokens have blanks between them.
    private func noun(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        var tokens: [TokenRange] = []
        for word in text.split(separator: " ") {
            let start = tokens.last.map { $0.upperBound + 1 } ?? 0
            tokens.append(start..<start + word.utf8.count)
        }
        var sentence = SentenceTraits()
        bytes.withUnsafeBufferPointer { sentence.fillWithoutModel($0, tokens[...]) }
        let place = sentence.traits[SentenceTraits.margin].apposition
        guard place > 0 else { return nil }
        return String(decoding: bytes[tokens[Int(place) - SentenceTraits.margin]], as: UTF8.self)
    }

    @Test(arguments: [
        ("Ida Cortez , a former goalkeeper of the club , left", "goalkeeper"), ("Erlenwerk , the region 's largest employer , cut jobs", "employer"),
        ("Tarnow is a small town near the border", "town"), ("Cortez , striker for the club", "striker"), ("Cortez was the first mayor who resigned", "mayor"),
    ])
    func theNounThatSaysWhatANameIs(_ text: String, _ expected: String) {
        #expect(noun(text) == expected)
    }

    @Test(arguments: [
        "Cortez left", "Cortez , who left", "Cortez , and others", "Cortez , Spain , won", "Cortez was tired", "Cortez ,", "Cortez , a", "Cortez is a", "Cortez",
        "Cortez , the , end", "in June",
    ])
    func nothingWhereNoneStands(_ text: String) {
        #expect(noun(text) == nil)
    }
}
