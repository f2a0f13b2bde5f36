import Testing

@testable import FilterStage

/// Every mistake is told where it is, with what to do.
@Suite struct MistakeTests {
    @Test(arguments: [
        ("wrods >= 150", 0, "an article has no field 'wrods'", "did you mean 'words'?"),
        ("words >= 150 and langauge == \"en\"", 17, "an article has no field 'langauge'", "did you mean 'language'?"),
        ("language == en", 12, "an article has no field 'en'", "did you mean 'in'?"),
        ("words >= \"150\"", 9, "'words' is a number, but \"150\" is a text", "write 150 without quotes"),
        ("published >= '2026-01-01'", 13, "'published' is a date, but \"2026-01-01\" is a text", "write 2026-01-01 without quotes"),
        ("title == 3", 9, "'title' is a text, but 3 is a number", "put the value in quotes"),
        ("title < \"b\"", 0, "texts have no order that '<' could tell", "use '==', '!=', 'in', 'contains' or 'matches'"),
        ("words = 3", 6, "'=' has no meaning here", "write '=='"),
        ("words > 3 && sentences > 1", 10, "'&&' has no meaning here", "write 'and'"),
        ("words", 0, "'words' is a number, and no condition", "compare it, such as words >= 1"),
        ("title", 0, "'title' is a text, and no condition", "compare it, such as title is present"),
        ("words >= 150 adn title is present", 13, "here is 'adn', where 'and', 'or' or the end should be", "did you mean 'and'?"),
        ("words >=", 8, "here is the end, where a field or a value should be", nil),
        ("(words > 3", 10, "here is the end, where ')' should be", nil),
        ("words > 3)", 9, "here is ')', where 'and', 'or' or the end should be", nil),
        ("title contains \"ferry", 15, "this text has no end", "close it with \""),
        ("published > 2026-02-30", 12, "'2026-02-30' is neither a number nor a date", "a day is written 2026-01-31, a time 2026-01-31T08:00Z"),
        ("words > 12x", 8, "'12x' is neither a number nor a date", "write digits, maybe with a point: 150, 0.5, 1_000_000; a text stands in quotes"),
        ("language in \"en\"", 12, "here is a value, where a list: [\"en\", \"de\"] should be", nil),
        ("language in [\"en\", 3]", 19, "'language' is a text, but 3 is a number", "put the value in quotes"),
        ("language in []", 13, "the list is empty, so nothing is in it", nil),
        ("tags == \"a\"", 0, "'tags' is a list of texts, which '==' cannot compare", "write tags contains \"…\", or count(tags)"),
        ("words contains 3", 0, "'words' is a number, which contains nothing", "'contains' asks texts and lists"),
        ("title matches site", 14, "'matches' needs a pattern in quotes", "* stands for anything, ? for one character: \"*ferry*\""),
        ("entities(\"persons\") > 1", 9, "there is no type 'persons' of entities", "did you mean \"person\"?"),
        ("lenght(title) > 3", 0, "there is no function 'lenght'", "there are lower, count, entities, mentions, entity"),
        ("extensions == 3", 0, "'extensions' holds layers, and is no value itself", "name one: extensions.NAME.MEMBER"),
        ("", 0, "the condition is empty", "write one, such as words >= 150"),
        ("title is “here”", 9, "'“' does not quote a text", "use \" or '"),
        ("title not is present", 10, "here is 'is', where 'in', 'contains' or 'matches' should be", nil),
    ] as [(String, Int, String, String?)])
    func aMistakeIsTold(_ source: String, _ offset: Int, _ message: String, _ advice: String?) {
        let problems = FilterExpression.parse(source).problems
        #expect(problems == [ExpressionProblem(message: message, offset: offset, advice: advice)], "\(source)")
    }

    @Test func allMistakesOfNamesAreToldAtOnce() {
        let problems = FilterExpression.parse("wrods > 1 and titel is present or site == 3").problems
        #expect(problems.map(\.offset) == [0, 14, 42])
    }

    @Test func depthAndLengthAreBounded() {
        let deep = String(repeating: "(", count: 5000) + "words > 1" + String(repeating: ")", count: 5000)
        #expect(FilterExpression.parse(String(deep.prefix(9000))).problems.first?.message == "conditions are nested more than 64 deep")
        #expect(FilterExpression.parse(String(repeating: "not ", count: 2000) + "words > 1").problems.first?.message == "conditions are nested more than 64 deep")
        #expect(FilterExpression.parse("words > 1" + String(repeating: " ", count: 10_000)).problems.first?.message == "the condition is longer than 10000 bytes")
    }
}
