import StageKit
import Testing

@Suite struct NestedSettingsTests {
    struct Server: NestedSettings {
        @Setting(required: "Where it is.") var endpoint = ""
        @Setting("How long to wait.") var patience = TimeSpan(seconds: 5)
    }

    struct Group: SettingGroup {
        @Setting("The server.") var server: Server?
    }

    private func read(_ members: [String: JSONValue]) -> (Group, [Diagnostic]) {
        var problems: [Diagnostic] = []
        let place = SourceLocation(file: "test", line: 1, column: 1)
        let group = Group.configured(by: ConfigNode(.object(members), at: place), at: place, title: "stage 'x'", problems: &problems)
        return (group, problems)
    }

    @Test func aMappingSetsItsSettings() {
        let (group, problems) = read(["server": ["endpoint": "here", "patience": "10ms"]])
        #expect(problems.isEmpty)
        #expect(group.server?.endpoint == "here")
        #expect(group.server?.patience.seconds == 0.01)
        #expect(group.settingValues.map(\.value) == ["{endpoint: here, patience: 10ms}"])
    }

    @Test func itsProblemsAreToldUnderItsName() {
        #expect(read(["server": ["patience": "10ms"]]).1.map(\.message) == ["'server' needs 'endpoint'"])
        let unknown = read(["server": ["endpoint": "here", "patienc": "10ms"]]).1
        #expect(unknown.map(\.message) == ["'server' has no setting 'patienc'"])
        #expect(unknown.first?.advice == "did you mean 'patience'?")
        #expect(read(["server": "here"]).1.first?.message == "'server' takes a mapping of its settings, not 'here'")
    }

    @Test func leftOutItIsAbsent() {
        let (group, problems) = read([:])
        #expect(problems.isEmpty && group.server == nil)
    }
}
