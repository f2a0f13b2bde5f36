import StageKit
import TestSupport
import Testing

@testable import EntitiesStage

@Suite struct TokenPatternTests {
    private func entry(
        _ id: String, names: [GazetteerName] = [], patterns: [GazetteerPattern] = [], casing: GazetteerCase = .usual
    ) -> GazetteerEntry {
        var entry = GazetteerEntry()
        entry.id = id
        entry.names = names
        entry.patterns = patterns
        entry.case = casing
        return entry
    }

    /// "text|id" of what these entries find.
    private func found(_ text: String, _ entries: GazetteerEntry...) throws -> [String] {
        try EntitiesStage.entities(in: text) {
            $0.entries = entries
            $0.types = [.email]
        }.map { "\($0.text)|\($0.entity.identifier ?? "")" }
    }

    @Test func numbersStandForDigits() throws {
        let text = "Case No. 7 and Case No. 1,200 and Case No. 4.2, not Case No. X or Case 7.\nThe A4, an A380 and the B4."
        let entries = (entry("case", patterns: ["Case No. #"]), entry("a", patterns: ["A#"]))
        #expect(try found(text, entries.0, entries.1) == ["Case No. 7|case", "Case No. 1,200|case", "Case No. 4.2|case", "A4|a", "A380|a"])
    }

    @Test func marksMatchAsTheyDoInNames() throws {
        let law = entry("law", patterns: ["Regulation (EU) #/#"])
        #expect(try found("Regulation (EU) 2016/679, Regulation EU 2016/679, Regulation (EU) 2016 679.", law) == ["Regulation (EU) 2016/679|law"])
        #expect(try found("Section 4.2.1 and Section 4.", entry("s", patterns: ["Section #.#.#"])) == ["Section 4.2.1|s"])
    }

    @Test func starsStandForOneWordWithACapital() throws {
        let text = "Pier Street, Élan Street and old street lead to the Port of Oslo, the port of call and PORT OF Call."
        #expect(try found(text, entry("s", patterns: ["* Street"]), entry("p", patterns: ["Port of *"])) == [
            "Pier Street|s", "Élan Street|s", "Port of Oslo|p", "PORT OF Call|p",
        ])
    }

    @Test func theLongestOfNamesAndPatternsWins() throws {
        let entries = (entry("line", patterns: ["Line #", "Line # of *"]), entry("own", names: ["Line 4", "Line 5 North"]))
        #expect(try found("Line 3, Line 4, Line 5 North, Line 6 of Lyon.", entries.0, entries.1) == [
            "Line 3|line", "Line 4|own", "Line 5 North|own", "Line 6 of Lyon|line",
        ])
    }

    @Test func caseRules() throws {
        let text = "Harbor, HARBOR and harbor.\nDock 1, DOCK 2 and dock 3."
        #expect(try found(text, entry("u", names: ["Harbor"], patterns: ["Dock #"])) == ["Harbor|u", "HARBOR|u", "Dock 1|u", "DOCK 2|u"])
        #expect(try found(text, entry("e", names: ["Harbor"], patterns: ["Dock #"], casing: .exact)) == ["Harbor|e", "Dock 1|e"])
        #expect(try found(text, entry("x", names: ["Harbor"], patterns: ["Dock #"], casing: .any)).count == 6)
    }

    @Test(arguments: [
        ("", "the pattern is empty", 0), ("- ()", "the pattern is empty", 0), ("#/#", "the pattern has only wildcards", 0), ("* #.#", "the pattern has only wildcards", 0),
        ("Case No.", "the pattern has no wildcard", 0), ("Case *s", "'*' stands for a whole word", 5), ("No. 1#", "'#' stands for all digits of a number", 4),
        ("(EU) #", "the pattern starts with a blank or a mark", 0), ("a * * * * *", "the pattern has more than 4 '*'", 0),
        ("a b c d e f g h i j k l #", "the pattern has more than 12 words", 0),
    ])
    func saysWhatIsWrong(_ pattern: String, _ reason: String, _ offset: Int) {
        let fault = #expect(throws: TokenPattern.Fault.self) { _ = try TokenPattern(Array(pattern.utf8)) }
        #expect(fault?.reason == reason)
        #expect(fault?.offset == offset)
    }

    @Test func aSettingSaysWhereItIsWrong() {
        let place = SourceLocation(file: "p.yaml", line: 3, column: 9)
        func read(_ value: JSONValue) -> [String] {
            var problems: [Diagnostic] = []
            _ = EntitiesStage.configured(by: ConfigNode(["entries": [value]], at: place), at: place, title: "stage 'entities'", problems: &problems)
            return problems.map(\.description)
        }
        #expect(read(["id": "a", "names": ["X"], "patterns": ["X #"], "type": "law", "case": "exact"]) == [])
        #expect(read(["id": "a", "nams": ["X"], "names": ["Y"]]) == ["p.yaml:3:9: error: 'entries' has no setting 'nams'; did you mean 'names'?"])
        #expect(read(["id": "a"]).map { $0.contains("'entries' needs 'names' or 'patterns'") } == [true])
        #expect(read(["names": ["?"]]) == ["p.yaml:3:9: error: the name has no letter and no digit; remove it"])
        #expect(read(["names": ["X"], "type": "per son"]).map { $0.contains("the type must be a word") } == [true])
        #expect(read(["patterns": ["#"]]).map { $0.contains("the pattern has only wildcards; add a word") } == [true])
    }

    /// Whatever a pattern is, it finds itself with its wildcards filled in, and any text and patterns are harmless.
    @Test(arguments: 1...60)
    func anyPatternFindsWhatItDescribes(_ seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let alphabet = Array("Ab#* é./,-(é’X9 ".unicodeScalars)
        var patterns: [String] = []
        for _ in 0..<200 {
            var text = "Q"
            for _ in 0..<random.below(9) { text.unicodeScalars.append(random.pick(alphabet)) }
            if (try? TokenPattern(Array(text.utf8))) != nil { patterns.append(text) }
        }
        var all = GazetteerEntry()
        all.patterns = patterns.map { GazetteerPattern(stringLiteral: $0) }
        for pattern in patterns {
            let filled = pattern.replacing("#", with: "\(random.below(2000))").replacing("*", with: random.pick(["Oslo", "É"]))
            let range = try #require(try EntitiesStage.entities(in: filled) { $0.entries = [all]; $0.types = [.email] }.first?.entity.range, "seed \(seed): \(pattern)")
            // Blanks and marks behind the last word belong to no name.
            #expect(range.lowerBound == 0 && range.upperBound <= filled.utf8.count, "seed \(seed): \(pattern)")
        }
    }
}
