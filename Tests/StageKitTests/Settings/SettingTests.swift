import StageKit
import Testing

private enum Colour: String, SettingChoice {
    case red, green, blue
}

private struct Example: SettingGroup {
    @Setting("How many.", in: 1...50) var count = 3
    @Setting("At least so many words.", in: 0...) var leastWords = 10
    @Setting("A share.", in: 0...1) var share = 0.5
    @Setting("Whether.") var enabled = false
    @Setting("What it is called.") var title: String?
    @Setting("Colours.") var colours: [Colour] = [.red]
    @Setting("How long.") var wait = TimeSpan(seconds: 90)
    @Setting("How large.") var most = ByteSize(bytes: 64_000_000)
    @Setting("How often.") var errors = Percentage(fraction: 0.05)
    @Setting("Names.") var names: [String: String] = [:]

    static let primarySetting: String? = "count"

    func contradictions() -> [String] {
        title == "none" && enabled ? ["'title' and 'enabled' exclude each other"] : []
    }
}

private struct Needy: SettingGroup {
    @Setting(required: "Where from.") var from = ""
}

private let place = SourceLocation(file: "p.yaml", line: 1, column: 1)

private func scalar(_ text: String, plain: Bool = true) -> ConfigNode {
    ConfigNode(.scalar(text, plain: plain), at: SourceLocation(file: "p.yaml", line: 2, column: 7))
}

private func list(_ texts: String...) -> ConfigNode {
    ConfigNode(.sequence(texts.map { scalar($0) }), at: place)
}

private func mapping(_ members: KeyValuePairs<String, ConfigNode>) -> ConfigNode {
    ConfigNode(.mapping(members.map { .init(name: $0.key, location: place, value: $0.value) }), at: place)
}

private func configure<Group: SettingGroup>(_ type: Group.Type = Group.self, _ node: ConfigNode?) -> (group: Group, problems: [String]) {
    var problems: [Diagnostic] = []
    let group = Group.configured(by: node, at: place, title: "stage 'example'", problems: &problems)
    return (group, problems.map(\.description))
}

@Suite struct SettingTests {
    @Test func everySettingHasItsDefault() {
        let (example, problems) = configure(Example.self, nil)
        #expect(problems.isEmpty)
        #expect(example.count == 3 && example.leastWords == 10 && !example.enabled && example.title == nil)
    }

    @Test func valuesAreReadByTheirSnakeCaseName() {
        let (example, problems) = configure(
            Example.self,
            mapping([
                "count": scalar("7"), "least_words": scalar("0"), "share": scalar("0.25"), "enabled": scalar("true"),
                "title": scalar("12", plain: false), "colours": list("blue", "green"), "wait": scalar("250ms"),
                "most": scalar("1GiB"), "errors": scalar("2.5%"), "names": mapping(["a": scalar("b")]),
            ]))
        #expect(problems.isEmpty)
        #expect(example.count == 7)
        #expect(example.leastWords == 0)
        #expect(example.share == 0.25)
        #expect(example.enabled)
        #expect(example.title == "12")
        #expect(example.colours == [.blue, .green])
        #expect(example.wait == TimeSpan(seconds: 0.25))
        #expect(example.most == ByteSize(bytes: 1 << 30))
        #expect(example.errors == Percentage(fraction: 0.025))
        #expect(example.names == ["a": "b"])
    }

    @Test func aBareValueSetsThePrimarySetting() {
        #expect(configure(Example.self, scalar("5")).group.count == 5)
    }

    @Test func aSingleValueIsAListOfOne() {
        #expect(configure(Example.self, mapping(["colours": scalar("blue")])).group.colours == [.blue])
    }

    @Test func aQuotedNumberIsText() {
        #expect(
            configure(Example.self, mapping(["count": scalar("7", plain: false)])).problems
                == ["p.yaml:2:7: error: 'count' takes a whole number, not the quoted text '7'; remove the quotes"])
    }

    @Test func everyProblemIsTold() {
        let (example, problems) = configure(
            Example.self,
            mapping([
                "count": scalar("70"), "leastwords": scalar("1"), "share": scalar("much"), "enabled": scalar("yes"),
                "colours": list("blu"), "wait": scalar("soon"), "most": scalar("big"), "errors": scalar("5"), "title": list("a"),
            ]))
        #expect(
            problems == [
                "p.yaml:2:7: error: 'count' must be 1 to 50, not 70",
                "p.yaml:1:1: error: stage 'example' has no setting 'leastwords'; did you mean 'least_words'?",
                "p.yaml:2:7: error: 'share' takes a number, not 'much'",
                "p.yaml:2:7: error: 'enabled' takes true or false, not 'yes'; write true",
                "p.yaml:2:7: error: 'colours' must be one of red, green, blue, not 'blu'; did you mean 'blue'?",
                "p.yaml:2:7: error: 'wait' takes a duration such as 10m, not 'soon'; write a number and one of ms, s, m, h, d",
                "p.yaml:2:7: error: 'most' takes a size such as 64MB, not 'big'; write a number and one of B, kB, MB, GB, KiB, MiB, GiB",
                "p.yaml:2:7: error: 'errors' takes a percentage such as 5%, not '5'; write a number from 0 to 100 and '%'",
                "p.yaml:1:1: error: 'title' takes text, not a list",
            ])
        #expect(example.count == 3)
    }

    @Test func contradictionsAreToldOnceTheSettingsAreRight() {
        let node = mapping(["title": scalar("none"), "enabled": scalar("true")])
        #expect(
            configure(Example.self, node).problems
                == ["p.yaml:1:1: error: stage 'example': 'title' and 'enabled' exclude each other"])
    }

    @Test func whatIsRequiredMustBeThere() {
        #expect(configure(Needy.self, nil).problems == ["p.yaml:1:1: error: stage 'example' needs 'from'; from: Where from."])
        #expect(configure(Needy.self, mapping(["from": scalar("x")])).group.from == "x")
    }

    @Test func aCopyIsIndependent() {
        var first = Example()
        let second = first
        first.count = 9
        #expect(second.count == 3)
    }

    @Test func descriptionsComeFromTheDeclarations() {
        let descriptions = Example.settingDescriptions
        #expect(descriptions.map(\.name) == [
            "count", "least_words", "share", "enabled", "title", "colours", "wait", "most", "errors", "names",
        ])
        #expect(descriptions[0].limits == "1 to 50" && descriptions[0].least == 1 && descriptions[0].most == 50)
        #expect(descriptions[1].limits == "0 or more" && descriptions[1].most == nil)
        #expect(descriptions.map(\.defaultText) == ["3", "10", "0.5", "false", nil, "[red]", "90s", "64MB", "5%", "{}"])
        #expect(Needy.settingDescriptions[0].isRequired)
    }
}
