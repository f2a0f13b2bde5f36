public import StageKit

/// Tests run these; together they must show everything that the stage reads and writes.
extension TopicsStage: ExemplifiedStage {
    private static let story = "The striker scored twice in the cup final. The referee had sent off a midfielder before half-time."

    public static let examples = [
        StageExample(
            "gives a topic with its words",
            given: .text(story),
            expect: ["extensions": ["topics": [["topic": "sport", "evidence": [
                ["text": "striker", "start": 4, "end": 11, "count": 1], ["text": "cup final"], ["text": "midfielder"], ["text": "scored"], ["text": "referee"],
            ]]]]]),
        StageExample(
            "takes the headline's words for more",
            given: .article(["text": "It was over in a minute. The referee shook his head.", "title": "Striker's hat-trick wins the cup final"]),
            expect: ["extensions": ["topics": [["topic": "sport", "evidence": [["text": "referee"]]]]]]),
        StageExample(
            "takes rules of your own",
            given: .text("The goats of the island ate the mayor's roses. A goat is a slow learner."),
            settings: ["rules": ["desks.csv"], "shipped": false],
            files: ["desks.csv": "topic,phrase,weight\ngoats,goat|rose*,4\ngoats,island,required\nsheep,goat,4\nsheep,mayor,excluded\n"],
            expect: ["extensions": ["topics": [["topic": "goats", "evidence": [["text": "goats", "count": 2], ["text": "roses"]]]]]]),
        StageExample(
            "says where a rule is wrong",
            given: .text(story), settings: ["rules": ["desks.csv"]],
            files: ["desks.csv": "topic,phrase,weight\ngoats,goat,3\ngoats,\"rose, red\",requird\n"],
            expect: .failure("desks.csv:3:19: the weight must be a number from -100 to 100 other than 0, 'required' or 'excluded', not 'requird'; did you mean 'required'?")),
        StageExample("gives no topic where no words speak for one", given: .text("It was as it was."), expect: ["extensions": .null]),
    ]
}
