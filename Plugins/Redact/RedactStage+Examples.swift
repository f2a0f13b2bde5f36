public import StageKit

/// Tests run these; together they must show everything that the stage reads and writes.
extension RedactStage: ExemplifiedStage {
    private static let ferry: JSONValue = [
        "title": "Reisz leaves Lisbon", "byline": ["Ann Lee"], "url": "https://news.example/reisz-leaves", "tags": ["jean reisz", "sea"],
        "text": "Jean Reisz came to Lisbon. Reisz left.",
        "blocks": [["role": "headline", "text": "REISZ leaves Lisbon"], ["role": "paragraph", "start": 0, "end": 38]],
        "tokens": [
            ["start": 0, "end": 4], ["start": 5, "end": 10], ["start": 11, "end": 15], ["start": 16, "end": 18], ["start": 19, "end": 25], ["start": 25, "end": 26],
            ["start": 27, "end": 32], ["start": 33, "end": 37], ["start": 37, "end": 38],
        ],
        "sentences": [
            ["start": 0, "end": 26, "block": 1, "first_token": 0, "last_token": 6], ["start": 27, "end": 38, "block": 1, "first_token": 6, "last_token": 9],
        ],
        "entities": [
            ["start": 0, "end": 10, "type": "person"], ["start": 19, "end": 25, "type": "location"],
            ["start": 27, "end": 32, "type": "person", "name": "Jean Reisz"],
        ],
        "summary": ["text": "Reisz left.", "sentences": [1]],
        "extensions": ["quotes": [["speaker": "Jean Reisz", "start": 33, "end": 37]], "readability": ["lix": 42]],
    ]

    public static let examples = [
        StageExample(
            "gives everyone a number, everywhere",
            given: .article(ferry), settings: ["types": ["person"]],
            expect: [
                "title": "Person 1 leaves Lisbon", "byline": ["Person 2"], "url": .null, "tags": ["Person 1", "sea"],
                "blocks": [["role": "headline", "text": "Person 1 leaves Lisbon"], ["role": "paragraph", "text": "Person 1 came to Lisbon. Person 1 left."]],
                "tokens": [
                    ["text": "Person"], ["text": "1"], ["text": "came"], ["text": "to"], ["text": "Lisbon"], ["text": "."],
                    ["text": "Person"], ["text": "1"], ["text": "left"], ["text": "."],
                ],
                "sentences": [["text": "Person 1 came to Lisbon."], ["text": "Person 1 left."]],
                "entities": [
                    ["type": "person", "text": "Person 1", "name": "Person 1"], ["type": "location", "text": "Lisbon"],
                    ["type": "person", "text": "Person 1", "name": "Person 1"],
                ],
                "summary": ["text": "Person 1 left.", "sentences": [1]], "extensions": .null,
            ]),
        StageExample(
            "tells only what it was",
            given: .article(ferry), settings: ["types": ["person", "location"], "style": "type", "links": "keep"],
            expect: ["text": "[person] came to [location]. [person] left.", "title": "[person] leaves [location]", "url": .null]),
        StageExample(
            "keeps layers that are named, masked and moved",
            given: .article(ferry), settings: ["types": "person", "layers": ["quotes"]],
            expect: ["extensions": ["quotes": [["speaker": "Person 1", "start": 34, "end": 38]], "readability": .null]]),
        StageExample(
            "finds addresses by itself",
            given: .text("Write to jo@mail.example, call +44 20 7946 0958 or (555) 010-0199, see https://a.example/b?c. On 24.11.2026 jo@mail.example answers 1000 letters."),
            settings: ["types": ["email", "phone", "url"]],
            expect: ["text": "Write to Email 1, call Phone 1 or Phone 2, see URL 1. On 24.11.2026 Email 1 answers 1000 letters."]),
        StageExample(
            "wants the page cleaned first",
            given: .html("<p>Jean Reisz</p>"), settings: ["types": "person"], expect: .failure("put 'clean' before 'redact'")),
    ]
}
