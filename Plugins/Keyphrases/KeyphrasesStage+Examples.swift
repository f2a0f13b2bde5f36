public import StageKit

/// Tests run these; together they must show everything that the stage reads and writes.
extension KeyphrasesStage: ExemplifiedStage {
    private static let story = """
        The harbour council closed the ferry terminal. Ferry terminals rust. The harbour council will mend the ferry terminal.

        Nobody mends a goat.
        """

    public static let examples = [
        StageExample(
            "finds phrases, counts them and says where they stand first",
            given: .segmented(story), settings: ["most": 2],
            expect: ["extensions": ["keyphrases": [
                ["text": "ferry terminal", "start": 31, "end": 45, "count": 3], ["text": "harbour council", "start": 4, "end": 19, "count": 2],
            ]]]),
        StageExample(
            "keeps to the length it is asked for",
            given: .segmented(story), settings: ["most": 1, "words": 1],
            expect: ["extensions": ["keyphrases": [["text": "ferry"]]]]),
        StageExample(
            "leaves captions out, and prefers the headline's words",
            given: .article([
                "text": "Piers broke, boats sank.\n\nA ferry.", "title": "Boat",
                "blocks": [["role": "paragraph", "start": 0, "end": 24], ["role": "caption", "start": 26, "end": 34]],
                "tokens": [
                    ["start": 0, "end": 5], ["start": 6, "end": 11], ["start": 11, "end": 12], ["start": 13, "end": 18], ["start": 19, "end": 23],
                    ["start": 23, "end": 24], ["start": 26, "end": 27], ["start": 28, "end": 33], ["start": 33, "end": 34],
                ],
                "sentences": [
                    ["start": 0, "end": 24, "block": 0, "first_token": 0, "last_token": 6],
                    ["start": 26, "end": 34, "block": 1, "first_token": 6, "last_token": 9],
                ],
            ]),
            expect: ["extensions": ["keyphrases": [["text": "boats sank", "start": 13, "end": 23, "count": 1], ["text": "Piers broke"]]]]),
        StageExample("adds nothing where nothing is said", given: .segmented("It is as it was."), expect: ["extensions": .null]),
    ]
}
