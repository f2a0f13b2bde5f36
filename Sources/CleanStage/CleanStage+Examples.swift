public import StageKit

extension CleanStage: ExemplifiedStage {
    private static let page = """
        <html lang="en"><head><title>Ferry returns - The Example Post</title><meta name="author" content="Jean Reisz"></head>
        <body><nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a></nav>
        <article><h1>Ferry returns</h1>
        <p>The ferry to the island sails again from Monday, the company said after a week of repairs in the harbour.</p>
        <p>It will leave every hour until the evening, and twice in the night. Tickets cost what they did before the storm.</p>
        <p>Islanders had used fishing boats to get to work. The council thanked the crews and said it would pay for their fuel.</p>
        </article><footer>Copyright The Example Post. All rights reserved. <a href="/terms">Terms of use</a></footer></body></html>
        """

    public static let examples = [
        StageExample(
            "finds the article in a page",
            given: .html(page),
            expect: [
                "title": "Ferry returns", "byline": ["Jean Reisz"], "language": "en",
                "blocks": [
                    ["role": "headline", "text": "Ferry returns"],
                    [
                        "role": "paragraph", "start": 0,
                        "text": "The ferry to the island sails again from Monday, the company said after a week of repairs in the harbour.",
                    ],
                    ["role": "paragraph"], ["role": "paragraph"],
                ],
            ]),
        StageExample(
            "repairs letters that were decoded wrongly",
            given: .text("The cafÃ© on the square isnâ€™t open any more, its owner said. She couldnâ€™t say why."),
            expect: ["text": "The café on the square isn’t open any more, its owner said. She couldn’t say why."]),
        StageExample(
            "drops what is no article where it is asked to",
            given: .text("Subscribe now"), settings: ["drop": ["not_articles"]], expect: .dropped(reason: "not an article")),
    ]
}
