import StageKit

extension LoadStage: ExemplifiedStage {
    public static let examples = [
        StageExample(
            "takes a text file for an article",
            settings: ["from": "in/*.txt"], files: ["in/a.txt": "The ferry sails.\n", "in/b.html": "<p>Not asked for.</p>"],
            expect: .records([["source": ["uri": "in/a.txt", "record": 0], "text": "The ferry sails.\n"]])),
        StageExample(
            "takes each line of JSON Lines for an article, and its members for fields",
            settings: ["from": "day.jsonl", "fields": ["title": "head"]],
            files: ["day.jsonl": "{\"head\": \"One\", \"text\": \"First.\"}\n{\"head\": \"Two\", \"text\": \"Second.\"}\n"],
            expect: .records([
                ["source": ["line": 1], "title": "One", "text": "First."], ["source": ["line": 2], "title": "Two", "text": "Second."],
            ])),
        StageExample(
            "keeps a page as it is, for clean",
            settings: ["from": ["a.html"]], files: ["a.html": "<p>The ferry sails.</p>"],
            expect: .records([["raw": ["media_type": "text/html", "text": "<p>The ferry sails.</p>"], "text": .null]])),
        StageExample(
            "says where a line is broken",
            settings: ["from": "day.jsonl"], files: ["day.jsonl": "{\"text\": \"cut off\n"], expect: .failure("not closed")),
    ]
}
