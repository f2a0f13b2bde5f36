import Testing

/// Stops that are no ends, and ends that are no plain stops: `|` marks where a sentence ends.
@Suite struct MarkTests {
    @Test(arguments: [
        "Prices rose 2.5 percent in May. |They fell 0.4 percent in June.",
        "It costs $3.99 now. |It cost $.50 then.",
        "The toll was 1,204.5 tonnes. |Last year it was 980.",
        "Version 2.1.3 is out. |Version 3 is not.",
        "He ran it in 9.58. |She ran it in 10.7.",
        "The train leaves at 16.45 and the bus at 17:05. |The ferry is gone.",
        "They won 3.2 million votes in 2024. |In 2020 they won 2.9 million.",
    ])
    func stopsInNumbers(_ marked: String) throws { try expectSentences(marked) }

    @Test(arguments: [
        "Read it at www.harbour.example/news.html today. |Then vote.",
        "Write to desk@ferry.example.org or call. |Letters are welcome.",
        "The page is https://river.example/a.b?c=1. |It is long.",
        "Our site is tidewater.com. |Theirs is down.",
        "Node.js and file.txt are names. |So is Web2.0 to some.",
    ])
    func webAddresses(_ marked: String) throws { try expectSentences(marked) }

    @Test(arguments: [
        "He paused... and went on. |She did not.",
        "Nobody knew… |Then the lights went out.",
        "It was late .... |The bus had gone.",
        "The rule . . . was old. |It fell.",
        "\"The bridge [...] must close,\" she said. |It did.",
    ])
    func ellipses(_ marked: String) throws { try expectSentences(marked) }

    @Test(arguments: [
        "Why? |Nobody knows! |Not even she.",
        "Really?! |Yes!!! |Quite.",
        "He works for Yahoo! in Dublin. |She does not.",
        "They asked why (did it matter?) and left. |It did not.",
    ])
    func questionsAndCries(_ marked: String) throws { try expectSentences(marked) }

    @Test(arguments: [
        "\"It is over.\" |They left the hall.",
        "“It is over.” |They left the hall.",
        "\"Stop!\" he cried. |Nobody did.",
        "“Where is it?” she asked. |He pointed north.",
        "She said, \"Go home.\" |They went.",
        "“We knew,” said Ito. |“We all knew.”",
        "'It is late.' |He rose.",
        "He called it \"a farce.\" |She agreed.",
        "“Who did it?” is the question. |“Why?” is another.",
    ])
    func quotations(_ marked: String) throws { try expectSentences(marked) }

    @Test(arguments: [
        "„Es ist vorbei.“ |Alle gingen.",
        "« C'est fini. » |Ils sont partis.",
        "»Alles gut.« |Niemand blieb.",
        "「終わりです。」|彼は去った。",
        "‚Nein.‘ |Er ging.",
    ])
    func quotationMarksOfOtherLanguages(_ marked: String) throws { try expectSentences(marked) }

    @Test(arguments: [
        "(It rained all day.) |The match went on.",
        "The match (it rained all day) went on. |Nobody minded.",
        "It closed in 1971. [3] |Nobody missed it.",
        "The vote was close (51 to 49). |It was the third.",
        "He left (at last!). |She stayed.",
    ])
    func brackets(_ marked: String) throws { try expectSentences(marked) }

    @Test(arguments: [
        "The boats came in.|The crews slept.",
        "Nobody answered!|The phone was dead.",
        "It was built in 1908.|It burned in 1950.",
    ])
    func missingSpaces(_ marked: String) throws { try expectSentences(marked) }

    @Test(arguments: [
        "i went home. |it was late. |i slept.",
        "iPhone sales fell. |eBay did better.",
        "The council met. |de Vries spoke first.",
    ])
    func lowerCaseStarts(_ marked: String) throws { try expectSentences(marked) }

    @Test(arguments: ["他走了。|她留下了。", "本当？|はい！", "यह समाप्त हुआ। |सब चले गए।"])
    func stopsOfOtherScripts(_ marked: String) throws { try expectSentences(marked) }
}
