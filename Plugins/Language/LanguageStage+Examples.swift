public import StageKit

/// Tests run these; together they must show everything that the stage reads and writes.
extension LanguageStage: ExemplifiedStage {
    private static let english = "The ferry to the island sails again from Monday, the company said after a week of repairs."
    private static let german = "Die Fähre zur Insel fährt ab Montag wieder, teilte das Unternehmen nach einer Woche Reparatur mit."

    public static let examples = [
        StageExample(
            "tells the language of a text that says none",
            given: .text(german), expect: ["language": "de", "extensions": ["language": ["code": "de", "confidence": 0.99]]]),
        StageExample(
            "leaves what the page says",
            given: .article(["text": .string(german), "language": "de-AT"]), expect: ["language": "de-AT", "extensions": ["language": ["code": "de"]]]),
        StageExample(
            "replaces what the page says where it is asked to",
            given: .article(["text": .string(german), "language": "en"]), settings: ["replace": true], expect: ["language": "de"]),
        StageExample(
            "drops what is in other languages",
            given: .text(german), settings: ["keep": ["en", "fr"]], expect: .dropped(reason: "other language")),
        StageExample(
            "believes the text more than the page",
            given: .article(["text": .string(english), "language": "de"]), settings: ["drop": "en"], expect: .dropped(reason: "language dropped")),
        StageExample(
            "does not guess at a few words",
            given: .text("Fähre fährt"), settings: ["keep": "en", "unknown": "drop"], expect: .dropped(reason: "language unknown")),
        StageExample(
            "keeps what is unknown unless told otherwise",
            given: .text("Fähre fährt"), settings: ["keep": "en"], expect: ["language": .null, "extensions": .null]),
    ]
}
