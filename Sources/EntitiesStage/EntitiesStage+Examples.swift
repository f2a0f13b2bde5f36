public import StageKit

extension EntitiesStage: ExemplifiedStage {
    public static let examples = [
        StageExample(
            "finds names, dates and amounts, and gives each name its fullest form",
            given: .segmented("Jean Reisz came to Lisbon on 3 March 2026 with $2 million. Reisz later left for Madrid."),
            settings: ["types": ["person", "location", "date", "money"]],
            expect: [
                "entities": [
                    ["text": "Jean Reisz", "type": "person"], ["text": "Lisbon", "type": "location"],
                    ["text": "3 March 2026", "type": "date", "value": "2026-03-03"], ["text": "$2 million", "type": "money"],
                    ["text": "Reisz", "type": "person", "name": "Jean Reisz"], ["text": "Madrid", "type": "location"],
                ]
            ]),
        StageExample(
            "finds what a list of names holds",
            given: .segmented("The Kelp Line sails again."),
            settings: ["gazetteers": ["ships.csv"], "types": ["email"]],
            files: ["ships.csv": "id,name,type\ns1,Kelp Line,ship\n"],
            expect: ["entities": [["text": "Kelp Line", "type": "ship", "id": "s1"]]]),
    ]
}
