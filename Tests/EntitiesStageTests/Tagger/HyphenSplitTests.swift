import Testing

@testable import EntitiesStage

@Suite struct HyphenSplitTests {
    @Test(arguments: [
        ("China-based", ["China", "-", "based"]), ("up-to-date", ["up", "-", "to", "-", "date"]), ("pro–Trump", ["pro", "–", "Trump"]),
        ("COVID-19", ["COVID-19"]), ("-x", ["-x"]), ("x-", ["x-"]), ("--", ["--"]), ("a", ["a"]), ("é-ö", ["é", "-", "ö"]), ("a–", ["a–"]),
        ("", [""]), ("–", ["–"]), ("Co-operation", ["Co-operation"]), ("co-op-owned", ["co-op", "-", "owned"]), ("co-pilot", ["co", "-", "pilot"]),
        ("Co-", ["Co-"]), ("xco-o", ["xco", "-", "o"]),
    ])
    func cutsBetweenLetters(_ token: String, _ parts: [String]) {
        let bytes = Array(token.utf8)
        var found: [TokenRange] = []
        bytes.withUnsafeBufferPointer { HyphenSplit.append(0..<bytes.count, $0, to: &found) }
        #expect(found.map { String(decoding: bytes[$0], as: UTF8.self) } == parts)
    }

    @Test func namesInsideHyphenatedWordsAreFound() throws {
        let found = try EntitiesStage.entities(in: "The China-based firm hired Jean-Pierre Lambert in Lyon.")
        #expect(found.first("China")?.type == "location", "\(found)")
        #expect(found.first("Jean-Pierre Lambert")?.type == "person", "\(found)")
    }
}
