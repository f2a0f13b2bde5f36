import StageKit
import Testing

/// Settings that name parts of an article, and those that take whatever the file says.
@Suite struct OpenSettingTests {
    private static let place = SourceLocation(file: "p.yaml", line: 1, column: 1)

    private func plain(_ text: String) -> ConfigNode { ConfigNode(.scalar(text, plain: true), at: OpenSettingTests.place) }

    private func read<Value: SettingValue>(_ type: Value.Type, _ node: ConfigNode) -> (value: Value?, problems: [String]) {
        var problems: [Diagnostic] = []
        let value = Value.read(node, named: "reads", problems: &problems)
        return (value, problems.map(\.description))
    }

    @Test(arguments: ArticlePart.wellKnown + [.layer("quotes"), .extensions]) func aPartIsReadByTheNameItHas(_ part: ArticlePart) {
        #expect(read(ArticlePart.self, plain(part.settingText)).value == part)
    }

    @Test func partsAreASetShownInOrder() {
        let node = ConfigNode(.sequence(["text", "blocks", "text"].map(plain)), at: OpenSettingTests.place)
        let parts = read(Set<ArticlePart>.self, node).value
        #expect(parts == [.text, .blocks])
        #expect(parts?.settingText == "[blocks, text]")
    }

    @Test(arguments: [
        ("tokns", "did you mean 'tokens'?"), ("extensions.", "did you mean 'extensions'?"),
        ("weather", "the parts are raw, metadata, text, blocks, sentences, tokens, entities, summary and extensions.NAME"),
    ])
    func anUnknownPartIsTold(_ name: String, _ advice: String) {
        let (value, problems) = read(ArticlePart.self, plain(name))
        #expect(value == nil)
        #expect(problems == ["p.yaml:1:1: error: 'reads' knows no part '\(name)' of an article; \(advice)"])
    }

    @Test(arguments: [
        ("3", .integer(3)), ("-0.5", .number(-0.5)), ("1e3", .number(1000)), ("true", true), ("null", .null), ("", .null), ("~", .null),
        ("yes", "yes"), ("nan", "nan"), ("infinity", "infinity"), (".inf", ".inf"), ("0x10", .string("0x10")), ("1.2.3", "1.2.3"), ("text", "text"),
    ] as [(String, JSONValue)])
    func plainWordsAreWhatYAMLSaysTheyAre(_ text: String, _ value: JSONValue) {
        #expect(read(JSONValue.self, plain(text)).value == value)
    }

    @Test func anythingMayNest() {
        let place = OpenSettingTests.place
        let list = ConfigNode(.sequence([plain("1"), ConfigNode(.scalar("1", plain: false), at: place)]), at: place)
        let node = ConfigNode(.mapping([.init(name: "a", location: place, value: list)]), at: place)
        #expect(read(JSONValue.self, node).value == ["a": [1, "1"]])
        #expect(JSONValue.shape.label == "value of any kind")
    }
}
