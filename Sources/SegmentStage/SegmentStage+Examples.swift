public import StageKit

extension SegmentStage: ExemplifiedStage {
    public static let examples = [
        StageExample(
            "tells full stops from abbreviations",
            given: .text("Dr. Aune met the mayor at 9 a.m. on Monday. She left at noon.\n\nNobody spoke."),
            expect: [
                "blocks": [["role": "paragraph", "start": 0], ["role": "paragraph", "text": "Nobody spoke."]],
                "sentences": [
                    ["text": "Dr. Aune met the mayor at 9 a.m. on Monday.", "block": 0],
                    ["text": "She left at noon.", "block": 0],
                    ["text": "Nobody spoke.", "block": 1],
                ],
            ]),
        StageExample(
            "parts contractions and possessives, and leaves the blocks that are there",
            given: .article([
                "text": "Ships\n\nIt's the crew's.",
                "blocks": [["role": "heading", "start": 0, "end": 5], ["role": "quotation", "start": 7, "end": 23]],
            ]),
            expect: [
                "blocks": [["role": "heading"], ["role": "quotation"]],
                "tokens": [
                    ["text": "Ships"], ["text": "It"], ["text": "'s"], ["text": "the"], ["text": "crew"], ["text": "'s"], ["text": "."],
                ],
            ]),
        StageExample("needs a text", given: .html("<p>Not cleaned yet.</p>"), expect: .failure("no text")),
    ]
}
