public import StageKit

/// Tests run these; together they must show everything that the stage reads and writes.
extension ReadabilityStage: ExemplifiedStage {
    public static let examples = [
        StageExample(
            "counts sentences, words and long words",
            given: .segmented("The council met on Monday. It decided nothing."),
            expect: ["extensions": ["readability": ["sentences": 2, "words": 8, "long_words": 3, "lix": 42]]]),
        StageExample(
            "lets the pipeline say what a long word is",
            given: .segmented("The council met on Monday. It decided nothing."),
            settings: ["long_word": 6],
            expect: ["extensions": ["readability": ["long_words": 4]]]),
        StageExample(
            "adds nothing where there are no words",
            given: .segmented("1912 - 2026."),
            expect: ["extensions": .null]),
    ]
}
