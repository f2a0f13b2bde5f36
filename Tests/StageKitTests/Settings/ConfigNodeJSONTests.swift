import StageKit
import Testing

@Suite struct ConfigNodeJSONTests {
    private static let place = StageKit.SourceLocation(file: "test.yaml", line: 1, column: 1)

    @Test(arguments: [
        ("12", .integer(12)), ("-3", .integer(-3)), ("1.5", .number(1.5)), ("1e3", .number(1000)), ("true", .bool(true)), ("", .null), ("~", .null),
        ("yes", .string("yes")), ("nan", .string("nan")), ("0x10", .string("0x10")), ("1_000", .string("1_000")), ("2026-03-03", .string("2026-03-03")),
    ] as [(String, JSONValue)])
    func plainScalarsAreReadByTheCoreSchema(_ text: String, value: JSONValue) {
        #expect(ConfigNode(.scalar(text, plain: true), at: ConfigNodeJSONTests.place).jsonValue == value)
        #expect(ConfigNode(.scalar(text, plain: false), at: ConfigNodeJSONTests.place).jsonValue == .string(text))
    }

    @Test func valuesBecomeNodesInAlphabeticalOrder() {
        let node = ConfigNode(["b": [1, true], "a": "x"], at: ConfigNodeJSONTests.place)
        guard case .mapping(let entries) = node.content else {
            Issue.record("no mapping: \(node)")
            return
        }
        #expect(entries.map(\.name) == ["a", "b"])
        #expect(node.jsonValue == ["a": "x", "b": [1, true]])
    }
}
