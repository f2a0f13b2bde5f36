public import StageKit

/// Tests run these; together they must show everything that the stage reads and writes.
extension FilterStage: ExemplifiedStage {
    private static let ferry: JSONValue = [
        "title": "Ferry returns", "language": "en", "published": "2026-03-02T21:30:00-05:00", "tags": ["transport"],
        "text": "Jean Reisz came to Lisbon. Reisz left.", "sentences": [["start": 0, "end": 26], ["start": 27, "end": 38]],
        "entities": [
            ["start": 0, "end": 10, "type": "person"], ["start": 19, "end": 25, "type": "location"],
            ["start": 27, "end": 32, "type": "person", "name": "Jean Reisz"],
        ],
        "summary": ["text": "Reisz left.", "sentences": [1]], "extensions": ["readability": ["lix": 42]],
    ]

    public static let examples = [
        StageExample(
            "keeps what a condition holds of",
            given: .article(ferry), settings: ["keep": #"words >= 7 and language == "en""#], expect: ["title": "Ferry returns"]),
        StageExample(
            "drops the others, and says which part did not hold",
            given: .article(ferry), settings: ["keep": #"words >= 8 and language == "en""#], expect: .dropped(reason: "not: words >= 8")),
        StageExample(
            "drops by the first part that holds",
            given: .article(ferry), settings: ["drop": #"title contains word "ferry" or words < 5"#],
            expect: .dropped(reason: #"title contains word "ferry""#)),
        StageExample(
            "counts under the reason that is given",
            given: .article(ferry), settings: ["keep": "words >= 150", "reason": "too short"], expect: .dropped(reason: "too short")),
        StageExample(
            "asks who is mentioned, and how often",
            given: .article(ferry), settings: ["keep": #"mentions contains "Jean Reisz" and entities("person") == 2 and entity("Lisbon")"#],
            expect: ["title": "Ferry returns"]),
        StageExample(
            "asks what other stages found",
            given: .article(ferry), settings: ["keep": #"extensions.readability.lix < 50 and sentences == 2 and summary matches "*left?""#],
            expect: ["title": "Ferry returns"]),
        StageExample(
            "compares days as they were where the article was published",
            given: .article(ferry), settings: ["keep": "published >= 2026-03-02 and published < 2026-03-03"], expect: ["title": "Ferry returns"]),
        StageExample(
            "holds nothing of what is absent",
            given: .text("It sails."), settings: ["keep": #"language != "de""#], expect: .dropped(reason: #"not: language != "de""#)),
    ]
}
