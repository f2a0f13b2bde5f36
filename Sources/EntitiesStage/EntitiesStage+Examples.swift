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
        StageExample(
            "finds names and patterns that the pipeline file holds",
            given: .segmented("Regulation (EU) 2016/679 binds the Kelp Line."),
            settings: [
                "entries": [["id": "eu", "type": "law", "patterns": ["Regulation (EU) #/#"]], ["id": "s1", "type": "ship", "names": ["kelp line"], "case": "any"]],
                "types": ["email"],
            ],
            expect: ["entities": [["text": "Regulation (EU) 2016/679", "type": "law", "id": "eu"], ["text": "Kelp Line", "type": "ship", "id": "s1"]]]),
        StageExample(
            "says why a pattern finds nothing",
            given: .segmented("Case No. 12 is closed."), settings: ["entries": [["id": "c", "patterns": ["#/#"]]]],
            expect: .failure("the pattern has only wildcards; add a word that tells what it is, as in 'Case No. #'")),
    ]
}
