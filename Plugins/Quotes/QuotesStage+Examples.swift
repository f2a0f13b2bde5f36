public import StageKit

/// Tests run these; together they must show everything that the stage reads and writes.
extension QuotesStage: ExemplifiedStage {
    public static let examples = [
        StageExample(
            "finds what stands in quotation marks, and what is reported",
            given: .segmented("\"The bridge moves,\" said the mayor. She said that it had to be closed."),
            expect: ["extensions": ["quotes": [
                ["kind": "direct", "text": "The bridge moves,", "cue": ["text": "said"], "speaker_text": ["text": "the mayor"], "speaker": .null],
                ["kind": "indirect", "text": "it had to be closed", "cue": ["text": "said"], "speaker_text": ["text": "She"]],
            ]]]),
        StageExample(
            "takes the speaker's name from the entities",
            given: .article(falk), settings: ["kinds": ["direct"]],
            expect: ["extensions": ["quotes": [
                ["start": 1, "end": 10, "text": "It moves,", "speaker": "Ingrid Falk", "speaker_text": ["start": 17, "end": 21, "text": "Falk"]],
                ["text": "Bridges should not.", "speaker": "Ingrid Falk", "cue": .null],
            ]]]),
        StageExample(
            "joins what the attribution interrupts",
            given: .segmented("\"It moves,\" said the mayor, \"and bridges should not.\""),
            expect: ["extensions": ["quotes": [
                ["kind": "direct", "text": "It moves,\" said the mayor, \"and bridges should not.", "parts": [["text": "It moves,"], ["text": "and bridges should not."]]]
            ]]]),
        StageExample(
            "tells words in quotation marks inside a report from the report",
            given: .segmented("The union said that some of them had been \"casual\" for years."),
            expect: ["extensions": ["quotes": [
                ["kind": "mixed", "text": "some of them had been \"casual\" for years", "parts": [["text": "casual"]]]
            ]]]),
        StageExample(
            "leaves titles, terms and headings alone",
            given: .article([
                "text": "He said \"No.\"\n\nHer film \"The Last Ferry\" won the \"silver\" prize.",
                "blocks": [["role": "heading", "start": 0, "end": 13], ["role": "paragraph", "start": 15, "end": 64]],
                "tokens": [
                    ["start": 0, "end": 2], ["start": 3, "end": 7], ["start": 8, "end": 9], ["start": 9, "end": 11], ["start": 11, "end": 12],
                    ["start": 12, "end": 13], ["start": 15, "end": 18], ["start": 19, "end": 23],
                ],
                "sentences": [
                    ["start": 0, "end": 13, "block": 0, "first_token": 0, "last_token": 6],
                    ["start": 15, "end": 64, "block": 1, "first_token": 6, "last_token": 8],
                ],
            ]),
            expect: ["extensions": .null]),
    ]

    /// “It moves,” said Falk. “Bridges should not.”
    private static let falk: JSONValue = [
        "text": "“It moves,” said Falk. “Bridges should not.”",
        "blocks": [["role": "paragraph", "start": 0, "end": 44]],
        "tokens": [
            ["start": 0, "end": 1], ["start": 1, "end": 3], ["start": 4, "end": 9], ["start": 9, "end": 10], ["start": 10, "end": 11],
            ["start": 12, "end": 16], ["start": 17, "end": 21], ["start": 21, "end": 22], ["start": 23, "end": 24], ["start": 24, "end": 31],
            ["start": 32, "end": 38], ["start": 39, "end": 42], ["start": 42, "end": 43], ["start": 43, "end": 44],
        ],
        "sentences": [
            ["start": 0, "end": 22, "block": 0, "first_token": 0, "last_token": 8],
            ["start": 23, "end": 44, "block": 0, "first_token": 8, "last_token": 14],
        ],
        "entities": [["start": 17, "end": 21, "type": "person", "name": "Ingrid Falk"]],
    ]
}
