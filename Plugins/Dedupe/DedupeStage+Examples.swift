public import StageKit

/// Tests run these; together they must show everything that the stage reads and writes.
extension DedupeStage: ExemplifiedStage {
    private static let report = """
        The ferry to the island sails again from Monday, the company said on Sunday. For three weeks the old ship had lain in the \
        yard with a broken shaft, and the islanders had crossed in fishing boats. The mayor thanked the fishermen, who had taken \
        no money for it, and said that the town would pay for their fuel.
        """
    private static let edited = report.replacing("the company said on Sunday", with: "its owner said at the weekend")
    private static let other = """
        The library lent out a goat for the first time on Tuesday. It mows the lawns of readers who have none to do it, and comes \
        back after a week with a note on what it left standing. Nine people wait for it, the librarian said, and a second goat is \
        to be bought as soon as the council has agreed to the hay.
        """

    private static func article(_ text: String, id: String, title: String = "Ferry") -> JSONValue {
        ["id": .string(id), "title": .string(title), "text": .string(text)]
    }

    public static let examples = [
        StageExample(
            "marks an article that has another's words",
            given: .articles([article(report, id: "a"), article(report.uppercased(), id: "b")]), settings: ["action": "mark"],
            expect: ["extensions": ["dedupe": ["repeats": "a", "kind": "exact", "similarity": 1]]]),
        StageExample(
            "marks one that is nearly another",
            given: .articles([article(other, id: "a"), article(report, id: "b"), article(edited, id: "c")]), settings: ["action": "mark"],
            expect: ["extensions": ["dedupe": ["repeats": "b", "kind": "near"]]]),
        StageExample(
            "drops repeats, where it is not told to mark them",
            given: .articles([article(report, id: "a"), article(edited, id: "b")]), expect: .dropped(reason: "repeats another article (near)")),
        StageExample(
            "lets other articles be",
            given: .articles([article(report, id: "a"), article(other, id: "b")]), settings: ["action": "mark"], expect: ["extensions": .null]),
        StageExample(
            "compares short texts with their title",
            given: .articles([article("Closed today.", id: "a", title: "Library"), article("Closed today.", id: "b", title: "Swimming pool")]),
            settings: ["action": "mark"], expect: ["extensions": .null]),
    ]
}
