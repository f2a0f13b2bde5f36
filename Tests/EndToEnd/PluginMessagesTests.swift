import Foundation
import Testing

/// What `check` says of mistakes in the settings of further stages, to the letter and with the caret in its place.
@Suite struct PluginMessagesTests {
    @Test(arguments: [
        ("- filter: words >= 150 and langauge == \"en\"", """
            p.yaml:3:28: error: an article has no field 'langauge'
                3 | - filter: words >= 150 and langauge == "en"
                  |                            ^
                  = did you mean 'language'?

            """),
        ("- filter:\n    keep: |\n      words >= 150\n      and title = \"Ferry\"\n    drop: 'it''s \"odd\"'", """
            p.yaml:6:17: error: '=' has no meaning here
                6 |       and title = "Ferry"
                  |                 ^
                  = write '=='

            p.yaml:7:14: error: this text has no end
                7 |     drop: 'it''s "odd"'
                  |              ^
                  = close it with '

            """),
        (#"- filter: {keep: 'words >= "150"', drop: "published >= \"2026-01-01\""}"#, #"""
            p.yaml:3:28: error: 'words' is a number, but "150" is a text
                3 | - filter: {keep: 'words >= "150"', drop: "published >= \"2026-01-01\""}
                  |                            ^
                  = write 150 without quotes

            p.yaml:3:56: error: 'published' is a date, but "2026-01-01" is a text
                3 | - filter: {keep: 'words >= "150"', drop: "published >= \"2026-01-01\""}
                  |                                                        ^
                  = write 2026-01-01 without quotes

            """#),
        ("- filter: {reason: short}", """
            p.yaml:3:3: error: stage 'filter' needs 'keep' or 'drop'
                3 | - filter: {reason: short}
                  |   ^
                  = keep: Keep only articles for which this holds. drop: Drop articles for which this holds.

            """),
        ("- filter: sentences > 3", """
            p.yaml:3:3: error: 'filter' needs sentences
                3 | - filter: sentences > 3
                  |   ^
                  = add 'segment' before it

            """),
        ("- language: {keep: [english, no], drop: [no]}", """
            p.yaml:3:21: error: 'keep' knows no language 'english'
                3 | - language: {keep: [english, no], drop: [no]}
                  |                     ^
                  = did you mean 'en'?

            """),
        ("- segment\n- redact: [persons]\n- redact: {types: [person], style: pseudonym}", """
            p.yaml:4:3: error: 'redact' needs entities
                4 | - redact: [persons]
                  |   ^
                  = add 'entities' before it

            p.yaml:4:12: error: stage 'redact': there is no type 'persons'; did you mean 'person'?
                4 | - redact: [persons]
                  |            ^

            p.yaml:5:3: error: stage 'redact': 'style: pseudonym' needs 'key_from'
                5 | - redact: {types: [person], style: pseudonym}
                  |   ^

            """),
    ]) func aMistakeIsTold(_ stages: String, _ messages: String) throws {
        let workspace = try Workspace()
        try workspace.write("p.yaml", "stages:\n- load: in/*\n\(stages)\n- export: {jsonl: out.jsonl}\n")
        let result = try workspace.run("check", "p.yaml")
        #expect(result.exitCode == 78)
        #expect(result.errors == messages)
    }
}
