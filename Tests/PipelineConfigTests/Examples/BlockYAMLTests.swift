import StageKit
import Testing
import TestSupport

@testable import PipelineConfig

@Suite struct BlockYAMLTests {
    private static let place = StageKit.SourceLocation(file: "test.yaml", line: 1, column: 1)

    /// What comes out when a value is written and read again.
    private static func readBack(_ value: JSONValue, isOpen: Bool) -> (yaml: String, value: JSONValue?, problems: [Diagnostic]) {
        let yaml = BlockYAML.lines("expect", node(value), indentation: 0, isOpen: isOpen).joined(separator: "\n") + "\n"
        var problems: [Diagnostic] = []
        let root = Composer.compose(Array(yaml.utf8), file: "test.yaml", environment: EnvironmentNames(values: [:]), problems: &problems)
        return (yaml, root?.jsonValue["expect"], problems)
    }

    private static func node(_ value: JSONValue) -> ConfigNode {
        switch value {
        case .string(let text): ConfigNode(.scalar(text, plain: false), at: place)
        case .array(let elements): ConfigNode(.sequence(elements.map(node)), at: place)
        case .object(let members):
            ConfigNode(.mapping(members.sorted { $0.key < $1.key }.map { .init(name: $0.key, location: place, value: node($0.value)) }), at: place)
        default: ConfigNode(value, at: place)
        }
    }

    @Test(arguments: [
        "", " ", "plain", "two words", "12", "1.5", ".5", "-1", "true", "Null", "~", "yes", "a: b", "a #b", "- a", "{a}", "${HOME}", "$${HOME}",
        "$", "\"", "'", "\\", "\n", "a\nb", "\t", "\u{85}", "\u{2028}", "ö", "😀", "2026-03-03", "<<", "*a", "&a", "!a", "%a", "a,b", "[", "a ", "...",
    ])
    func textsReadBack(_ text: String) {
        for value: JSONValue in [.string(text), .array([.string(text)]), .object([text: 1])] {
            let back = BlockYAMLTests.readBack(value, isOpen: true)
            // As a name, `<<` merges, whatever it is written as.
            if text == "<<", value.objectValue != nil { continue }
            #expect(back.problems == [] && back.value == value, "\(back.yaml)")
        }
    }

    @Test(arguments: 0..<300)
    func valuesReadBack(_ seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let value = BlockYAMLTests.value(depth: 4, &random)
        for isOpen in [false, true] {
            let back = BlockYAMLTests.readBack(value, isOpen: isOpen)
            #expect(back.problems == [] && back.value == value, "seed \(seed): \(back.yaml)")
        }
    }

    private static func value(depth: Int, _ random: inout SplitMix64) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 9 : 5), using: &random) {
        case 0: .null
        case 1: .bool(Bool.random(using: &random))
        case 2: .integer(Int.random(in: -1000...1000, using: &random))
        case 3: .number(Double(Int.random(in: -999...999, using: &random)) / 8 + 0.0625)
        case 4: .string(text(&random))
        case 5, 6: .array((0..<Int.random(in: 0...4, using: &random)).map { _ in value(depth: depth - 1, &random) })
        default:
            .object(Dictionary((0..<Int.random(in: 0...5, using: &random)).map { _ in (text(&random), value(depth: depth - 1, &random)) }) { $1 })
        }
    }

    private static func text(_ random: inout SplitMix64) -> String {
        let signs = Array("ab 1.-_:#\"'\\$é\n{}[],&*")
        return String((0..<Int.random(in: 0...12, using: &random)).map { _ in signs[Int.random(in: signs.indices, using: &random)] })
    }
}
