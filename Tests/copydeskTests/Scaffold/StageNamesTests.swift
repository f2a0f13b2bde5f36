import StageKit
import Testing

@testable import copydesk

@Suite struct StageNamesTests {
    @Test(arguments: [
        ("Readability", "Readability", "readability"), ("word-count", "WordCount", "word_count"), ("word_count", "WordCount", "word_count"),
        ("WordCount", "WordCount", "word_count"), ("WordCountStage", "WordCount", "word_count"), ("wordcount", "Wordcount", "wordcount"),
        ("HTMLTables", "HtmlTables", "html_tables"), ("top10", "Top10", "top10"), ("class", "Class", "class"),
    ])
    func derives(_ given: String, folder: String, stage: String) throws {
        let names = try StageNames(given)
        #expect(names.folder == folder)
        #expect(names.type == "\(folder)Stage")
        #expect(names.stage == stage)
    }

    @Test(arguments: [
        ("", "does not begin with a letter"), ("7up", "does not begin with a letter"), ("-x", "does not begin with a letter"),
        ("word count", "it has ' ' in it"), ("../x", "it has '.' in it"), ("wört", "it has 'ö' in it"), ("a\nb", "it has '␊' in it"),
        ("Transform", "StageKit has a type TransformStage"), ("null", "YAML reads it as another value"),
        (String(repeating: "a", count: 41), "at most 40 characters, this has 41"),
    ])
    func refuses(_ given: String, reason: String) {
        let failure = #expect(throws: StageFailure.self) { try StageNames(given) }
        #expect(failure?.reason.contains(reason) == true)
    }
}
