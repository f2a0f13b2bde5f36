public import StageKit

extension SummarizeStage: ExemplifiedStage {
    private static let story = """
        The harbour of Larvik will close for the winter, the council decided on Monday. The ferry company had asked for a \
        closure of the harbour until March. Repairs to the quay will cost two million kroner.

        Fishermen will use the harbour of Stavern until then. The council promised them free berths.
        """

    public static let examples = [
        StageExample(
            "takes whole sentences of the article and names them by number",
            given: .segmented(story), settings: ["sentences": 1],
            expect: [
                "summary": ["text": "The harbour of Larvik will close for the winter, the council decided on Monday.", "sentences": [0]]
            ]),
        StageExample(
            "notes keyphrases where it is asked to",
            given: .segmented(story), settings: ["sentences": 1, "keyphrases": 2],
            expect: ["extensions": ["keyphrases": [["text": "harbour"], ["text": "council decided"]]]]),
        StageExample("leaves an article without sentences alone", given: .text("Nothing is cut here."), expect: ["summary": .null]),
    ]
}
