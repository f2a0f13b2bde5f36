import StageKit
import Testing

/// Every way to write a value, through YAML to the setting.
@Suite struct SettingSpellingTests {
    @Test(arguments: [
        ("count", "7", "7"), ("count", "+7", "7"), ("count", "-7", "-7"), ("count", "1_000_000", "1000000"), ("count", "007", "7"),
        ("share", "0.5", "0.5"), ("share", "1", "1.0"), ("share", "1e-3", "0.001"), ("share", "1_000.5", "1000.5"),
        ("flag", "true", "true"), ("flag", "True", "true"), ("flag", "TRUE", "true"),
        ("text", "plain text", "plain text"), ("text", "5", "5"), ("text", "true", "true"), ("text", "'null'", "null"),
        ("text", "\"tab\\tand \\u00e9\"", "tab\tand é"), ("text", "'it''s'", "it's"), ("text", "a#b # comment", "a#b"),
        ("text", "''", ""), ("text", "|\n  one\n  two\n", "one\ntwo\n"), ("text", ">-\n  one\n  two\n", "one two"),
        ("size", "64MB", "64MB"), ("size", "1GB", "1GB"), ("size", "1 GiB", "1GiB"), ("size", "'500kB'", "500kB"), ("size", "1.5MB", "1500kB"),
        ("size", "10b", "10B"), ("size", "2mib", "2MiB"), ("size", "0B", "0B"),
        ("span", "250ms", "250ms"), ("span", "30s", "30s"), ("span", "10m", "10m"), ("span", "90m", "90m"), ("span", "2 h", "2h"), ("span", "1d", "1d"),
        ("percent", "5%", "5%"), ("percent", "12.5 %", "12.5%"), ("percent", "0%", "0%"), ("percent", "100%", "100%"), ("percent", "7%", "7%"),
        ("texts", "one", "[one]"), ("texts", "[one, two]", "[one, two]"), ("texts", "\n  - one\n  - two", "[one, two]"), ("texts", "[]", "[]"),
        ("texts", "['a, b', c]", "['a, b', c]"), ("texts", "[it's]", "['it''s']"),
        ("maybe", "~", ""), ("maybe", "", ""), ("maybe", "null", ""), ("maybe", "3", "3"),
    ]) func isRead(name: String, yaml: String, expected: String) {
        let (value, problems) = Spellings.read(name, yaml)
        #expect(problems.isEmpty)
        #expect(value == expected)
    }

    @Test(arguments: [
        ("count", "1.0"), ("count", "1_"), ("count", "_1"), ("count", "1__0"), ("count", "0x10"), ("count", "'7'"), ("count", "~"), ("count", "9223372036854775808"),
        ("share", "nan"), ("share", "inf"), ("share", "1e999"), ("share", ".5.5"), ("share", "half"),
        ("flag", "yes"), ("flag", "1"), ("flag", "'true'"), ("flag", "~"),
        ("text", "~"), ("text", "[a]"), ("text", "{a: b}"),
        ("size", "64"), ("size", "MB"), ("size", "-1MB"), ("size", "1e30GB"), ("size", "nanMB"), ("size", "1 000MB"), ("size", "1TB"),
        ("span", "10"), ("span", "m"), ("span", "-1s"), ("span", "1w"), ("span", "infs"), ("span", "1h30m"),
        ("percent", "5"), ("percent", "'%'"), ("percent", "-1%"), ("percent", "101%"), ("percent", "nan%"), ("percent", "0.05"),
        ("texts", "~"), ("texts", "[[a]]"), ("texts", "{a: b}"), ("maybe", "x"),
    ]) func isRefused(name: String, yaml: String) throws {
        let (value, problems) = Spellings.read(name, yaml)
        #expect(problems.count == 1)
        #expect(problems.first?.message.contains("'\(name)' takes ") == true)
        // What is refused leaves the default in place.
        #expect(value == Spellings().settingValues.first { $0.name == name }?.value)
    }
}
