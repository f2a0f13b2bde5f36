import StageKit

extension ExportStage: ExemplifiedStage {
    private static let article: JSONValue = ["id": "a1", "source": ["uri": "a.txt"], "title": "Ferry", "text": "It sails."]

    public static let examples = [
        StageExample(
            "writes one object a line",
            given: .articles([article, ["id": "a2", "source": ["uri": "b.txt"], "text": "It \"sank\"."]]),
            settings: ["to": [["jsonl": "out.jsonl"]]],
            expect: .files([
                "out.jsonl": """
                {"id":"a1","source":{"uri":"a.txt","record":0},"title":"Ferry","text":"It sails."}
                {"id":"a2","source":{"uri":"b.txt","record":0},"text":"It \\"sank\\"."}

                """
            ])),
        StageExample(
            "writes to several outputs at once",
            given: .articles([article]),
            settings: ["to": [["jsonl": "{pipeline}.jsonl"], ["csv": "out.csv", "columns": ["id", "title"]]]],
            expect: .files([
                "example.jsonl": "{\"id\":\"a1\",\"source\":{\"uri\":\"a.txt\",\"record\":0},\"title\":\"Ferry\",\"text\":\"It sails.\"}\n",
                "out.csv": "id,title\r\na1,Ferry\r\n",
            ])),
    ]
}
