import StageKit
import Testing
import TestSupport

@testable import TopicsStage

@Suite struct RuleFileTests {
    private func rules(_ text: String) throws -> [TopicRule] {
        try RuleFile.read(Array(text.utf8), file: "desks.csv")
    }

    private func failure(_ text: String) -> String {
        do {
            return "\(try rules(text).count) rules"
        } catch {
            return "\(error)"
        }
    }

    @Test func columnsComeInAnyOrderAndTheWeightMayBeMissing() throws {
        let expected = [TopicRule(topic: "sport", phrase: "cup final", effect: .weight(1)), TopicRule(topic: "sport", phrase: "goal*", effect: .weight(1))]
        #expect(try rules("phrase,topic\n\"cup   final|goal*\",sport\n") == expected)
        #expect(try rules("\u{FEFF}topic,phrase,weight\r\n\r\n# the desk\r\nsport,cup final|goal*,\r\n") == expected)
    }

    @Test func effectsAreReadInAnyCasing() throws {
        let effects = try rules("topic,phrase,weight\na,b,-2.5\na,c,Required\na,d,EXCLUDED").map(\.effect)
        #expect(effects == [.weight(-2.5), .required, .excluded])
    }

    @Test(arguments: [
        ("", "desks.csv: the file is empty; start the file with the line topic,phrase,weight"),
        ("topic,words\n", "desks.csv:1:7: unknown column 'words'; start the file with the line topic,phrase,weight"),
        ("topic,weight\n", "desks.csv:1:1: the header has no column 'phrase'; start the file with the line topic,phrase,weight"),
        ("topic,phrase\nsport,cup,3\n", "desks.csv:2:11: 3 fields where the header has 2; put a phrase with a comma in quotation marks"),
        ("topic,phrase\n\n ,cup\n", "desks.csv:3:1: the topic is empty"),
        ("topic,phrase\nsport,cup|\n", "desks.csv:2:7: the phrase has no word"),
        ("topic,phrase\nsport,go*al\n", "desks.csv:2:7: '*' may only stand at a phrase's end, behind 3 letters or more; write the endings out as phrases of their own"),
        ("topic,phrase\nsport,go*\n", "desks.csv:2:7: '*' may only stand at a phrase's end, behind 3 letters or more; write the endings out as phrases of their own"),
        ("topic,phrase\nsport,½ €\n", "desks.csv:2:7: the phrase has no word"),
        ("topic,phrase\nsport,a b c d e f goal*\n", "desks.csv:2:7: the phrase has more than 6 words"),
        ("topic,phrase\nsport,a b c d e f g\n", "desks.csv:2:7: the phrase has more than 6 words"),
        ("topic,phrase,weight\nsport,éclair,0\n", "desks.csv:2:14: the weight must be a number from -100 to 100 other than 0, 'required' or 'excluded', not '0'"),
        ("topic,phrase\nsport,\"cup\n", "desks.csv:2:7: a quotation mark is not closed"),
        ("topic,phrase\nsport,\"cup\"x\n", "desks.csv:2:12: text follows a closing quotation mark; double quotation marks inside a field"),
    ])
    func whatIsWrongIsToldWithItsPlace(_ text: String, _ expected: String) {
        #expect(failure(text) == expected)
    }

    @Test func aFileThatIsNotUTF8IsRefused() {
        #expect(throws: StageFailure("desks.csv is not UTF-8", advice: "save it as UTF-8")) { try RuleFile.read([0x74, 0xFF], file: "desks.csv") }
    }

    @Test func theShippedRulesAreARuleFile() throws {
        let rules = try ShippedRules.rules()
        #expect(Set(rules.map(\.topic)).count == 17)
        #expect(rules.count > 1000)
    }

    @Test func damagedFilesAreReadOrRefusedWithAPlace() {
        for seed in UInt64(0)..<500 {
            var random = SplitMix64(seed: seed)
            var bytes = Array("topic,phrase,weight\nsport,\"cup final|goal*\",3\n# no\nart,éclair,excluded\n".utf8)
            for _ in 0..<random.below(5) + 1 { bytes[random.below(bytes.count)] = random.pick(Array("\",\n*|#é\r9-".utf8)) }
            do {
                let rules = try RuleFile.read(bytes, file: "desks.csv")
                #expect(rules.allSatisfy { !$0.topic.isEmpty && (try? PhrasePattern($0.phrase)) != nil }, "seed \(seed)")
            } catch {
                // Never without its place, unless the whole file is at fault.
                let isPlaced = error.reason.firstMatch(of: #/^desks\.csv:[1-9][0-9]*:[1-9][0-9]*: /#) != nil
                #expect(isPlaced || error.reason == "desks.csv is not UTF-8" || error.reason == "desks.csv: the file is empty", "seed \(seed): \(error)")
            }
        }
    }
}
