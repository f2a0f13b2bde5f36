import FilterStage
import StageKit

/// Conditions of `filter`: reading, checking, and asking an article what was read.
struct ConditionTarget: FuzzTarget {
    static let name = "condition"
    let seeds: [[UInt8]] = Self.bytes([
        "words >= 150 and language == \"en\"", "not (title matches \"*a?\\*\" or tags contains 'b') and published >= 2026-01-01T08:00:00+01:00",
        "extensions.a.b in [1, \"c\", 2026-01-01, true] or byline is absent", "lower(title) contains word \"ferry\" and count(extensions.a) < 1_000",
        "entity(\"A\") or entities(\"person\") > 1 or mentions contains \"é\"", "",
    ])
    let tokens: [[UInt8]] = Self.bytes([
        " and ", " or ", "not ", "(", ")", "[", "]", ",", "==", "!=", "<=", "in", "contains ", "word ", "matches ", "is ", "present", "absent", "true", "\"", "'", "\\",
        "words", "title", "published", "tags", "extensions.", "lower(", "count(", "mentions(", "-", "1e308", "2026-02-30", "T24:00", "é", "\u{2028}", "*", "?",
    ])
    private let article: Article

    init(_ samples: Samples) throws {
        var article = Article(id: ArticleID("1"), source: ArticleSource(uri: "a.html"), text: ArticleText("Zoë sails. She left."))
        article.metadata.title = "Ferry"
        article.metadata.published = "2026-03-02T08:00:00Z"
        article.metadata.tags = ["b"]
        article.entities = [Entity(range: 0..<4, type: .person, name: "Zoë Reisz")]
        article.extensions = ["a": ["b": [1, "c", ["d": true]]]]
        self.article = article
    }

    func run(_ bytes: [UInt8]) throws -> Bool {
        let source = String(decoding: bytes, as: UTF8.self)
        let place = SourceLocation(file: "fuzz.yaml", line: 1, column: 1)
        var problems: [Diagnostic] = []
        var places = ScalarPlaces()
        places.begin(at: 0, place)
        let node = ConfigNode(.scalar(source, plain: false), at: place, places: places)
        let stage = FilterStage.configured(by: node, at: place, title: "stage 'filter'", problems: &problems)
        for problem in problems {
            let column = problem.location?.column ?? 0
            try promise((1...source.unicodeScalars.count + 1).contains(column), "a mistake is told at column \(column), which is not there")
        }
        guard problems.isEmpty else { return false }
        var asked = article
        let verdict = stage.process(&asked)
        try promise(stage.process(&asked) == verdict, "the same article gets two verdicts")
        return true
    }
}
