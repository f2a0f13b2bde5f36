@testable import CleanStage
import StageKit
import Testing
import TestSupport

/// What becomes of articles that come without markup.
@Suite struct PlainTextCleanerTests {
    /// One `role: text` a part, with `(…)` around those beside the running text.
    private func parts(_ text: String, markdown: Bool = false, metadata: Metadata = Metadata()) -> (lines: [String], metadata: Metadata) {
        var metadata = metadata
        let parts = PlainTextCleaner.parts(Array(text.utf8), isMarkdown: markdown, metadata: &metadata)
        return (parts.map { $0.isAside ? "(\($0.role.rawValue): \($0.text))" : "\($0.role.rawValue): \($0.text)" }, metadata)
    }

    @Test func headlineBylineAndDateLeaveTheText() {
        let (lines, metadata) = parts("""
            Ferry returns after two winters

            By Ines Duarte and Tom Ward
            March 3, 2026

            The ferry left the old quay at seven on Monday with forty people on board.

            It will sail twice a day until October.
            """)
        #expect(lines == [
            "(headline: Ferry returns after two winters)", "(byline: By Ines Duarte and Tom Ward)", "(byline: March 3, 2026)",
            "paragraph: The ferry left the old quay at seven on Monday with forty people on board.", "paragraph: It will sail twice a day until October.",
        ])
        #expect(metadata.title == "Ferry returns after two winters")
        #expect(metadata.byline == ["Ines Duarte", "Tom Ward"])
        #expect(metadata.published == "2026-03-03")
        #expect(metadata.origins["title"] == "text" && metadata.origins["published"] == "text")
    }

    @Test func captionSummaryBoxAndAppealStandBesideTheText() {
        let (lines, _) = parts("""
            The old quay at Porto Velho, the largest wooden pier of the coast.

            In summary

            A ferry that was given up for lost sails again, and the town that fought for it wonders who will pay.

            The ferry sails again. The town council voted for it on Monday, after two winters without a boat.

            Nobody knows who will pay.

            We want to hear from you

            Have you sailed with her? Please write to the desk: desk@quay.example
            """)
        #expect(lines == [
            "(caption: The old quay at Porto Velho, the largest wooden pier of the coast.)", "(standfirst: In summary)",
            "(standfirst: A ferry that was given up for lost sails again, and the town that fought for it wonders who will pay.)",
            "paragraph: The ferry sails again. The town council voted for it on Monday, after two winters without a boat.",
            "paragraph: Nobody knows who will pay.", "(promotion: We want to hear from you)",
            "(promotion: Have you sailed with her? Please write to the desk: desk@quay.example)",
        ])
    }

    @Test func aLedeToldTwiceIsAStandfirstOnce() {
        let (lines, _) = parts("""
            The town council has voted to bring back the ferry after two winters without a boat.

            The town council has voted to bring back the ferry after two winters without a boat, and it did so against the mayor.

            The mayor spoke of a mistake.
            """)
        #expect(lines.map { $0.prefix(11) } == ["(standfirst", "paragraph: ", "paragraph: "])
    }

    @Test func wrappedLinesBecomeParagraphs() {
        let (lines, _) = parts("""
            LISBON, March 3 - The ferry that the town had given up for lost sailed
            again on Monday, with forty people on board and a brass band on the old
            quay. It was, the pilot said to a reporter who had sailed along, a well-
            known truth that boats come back.

            Nobody knows who will pay for the second boat, which the council wants
            to order in the autumn.
            """)
        #expect(lines == [
            "paragraph: LISBON, March 3 - The ferry that the town had given up for lost sailed again on Monday, with forty people on board and a brass "
                + "band on the old quay. It was, the pilot said to a reporter who had sailed along, a well-known truth that boats come back.",
            "paragraph: Nobody knows who will pay for the second boat, which the council wants to order in the autumn.",
        ])
    }

    @Test func aLinePerParagraphNeedsNoBlankLines() {
        let long = "The council met for six hours on Monday to hear from everybody who had ever sailed with the old ferry, and from some who had not."
        let (lines, _) = parts("\(long)\n\(long.replacing("Monday", with: "Friday and again on Sunday"))\nIt decided nothing.\n")
        #expect(lines.count == 3)
    }

    @Test func listsQuotationsSubheadsAndRules() {
        let (lines, _) = parts("""
            The council has three plans for the quay, it said on Monday evening.

            Three plans

            - mend the old pier
            • build a new one
            2. do nothing

            > We never asked for a pier.

            * * *

            The vote is on Friday.
            """)
        #expect(lines == [
            "paragraph: The council has three plans for the quay, it said on Monday evening.", "heading: Three plans", "list: mend the old pier",
            "list: build a new one", "list: 2. do nothing", "quotation: We never asked for a pier.", "paragraph: The vote is on Friday.",
        ])
    }

    @Test func pointersAndCreditsBetweenParagraphs() {
        let (lines, _) = parts("""
            The ferry sailed on Monday.

            READ MORE: How the quay was saved

            The pilot waved to the crowd. (Photo by Ana Reis)

            It came back at noon.
            """)
        #expect(lines == [
            "paragraph: The ferry sailed on Monday.", "(promotion: READ MORE: How the quay was saved)",
            "(caption: The pilot waved to the crowd. (Photo by Ana Reis))", "paragraph: It came back at noon.",
        ])
    }

    @Test(arguments: ["By then the river had risen above the road.", "By noon, nobody was left.", "In summary, the council did nothing."])
    func sentencesThatOpenLikeOneOfThese(sentence: String) {
        let (lines, metadata) = parts("\(sentence)\n\nThe council met again on Friday and decided to wait for the report.\n")
        #expect(lines.first == "paragraph: \(sentence)")
        #expect(metadata.byline.isEmpty && metadata.title == nil)
    }

    @Test func oneParagraphIsNoHeadline() {
        #expect(parts("Ferry returns").lines == ["paragraph: Ferry returns"])
    }

    @Test func leftOverReferencesAndInvisibleCharactersGo() {
        let (lines, _) = parts("The mayor&#8217;s boat &amp; the coun\u{AD}cil\u{A0}met.\u{200B}\n\nIt rained.")
        #expect(lines == ["paragraph: The mayor’s boat & the council met.", "paragraph: It rained."])
    }

    @Test func markdown() {
        let (lines, metadata) = parts("""
            ---
            title: "The slow train"
            author: Ines Duarte
            date: 2026-03-03
            tags: [rail, travel]
            ---
            # The slow train

            The *night* train to [Vigo](https://rail.example/vigo) leaves at ten,
            as it always did.

            ![A train in the rain](train.jpg)

            ## Who still takes it

            1. students
            2. a priest

            > I like to sleep while I travel.
            """, markdown: true)
        #expect(lines == [
            "(headline: The slow train)", "paragraph: The night train to Vigo leaves at ten, as it always did.", "(caption: A train in the rain)",
            "heading: Who still takes it", "list: students", "list: a priest", "quotation: I like to sleep while I travel.",
        ])
        #expect(metadata.title == "The slow train" && metadata.byline == ["Ines Duarte"] && metadata.published == "2026-03-03")
        #expect(metadata.tags == ["rail", "travel"])
    }

    @Test func aLongListOfAddressesAtTheEndIsTheArticles() {
        let story = ["The ferry left the old quay at seven on Monday with forty people on board.", "It will sail twice a day until October, and the timetable hangs at every stop."]
        let addresses = (1...14).map { "https://quay.example/\($0)" }
        #expect(parts((story + addresses.prefix(3)).joined(separator: "\n\n")).lines.count { $0.hasPrefix("(promotion") } == 3)
        #expect(parts((story + addresses).joined(separator: "\n\n")).lines.count { $0.hasPrefix("(promotion") } == 0)
        let plan = (1...14).map { "Stop \($0)" }
        #expect(parts((story + plan + ["Sign up for our newsletter: desk@quay.example"]).joined(separator: "\n\n")).lines.count { $0.hasPrefix("(promotion") } == 1)
    }

    /// What is cleaned once comes out of a second pass as it was, also when only its text and metadata were kept between.
    @Test func cleaningTwiceIsCleaningOnce() throws {
        var generator = SplitMix64(seed: 11)
        let heads = ["Ferry returns after two winters", "By Ana Reis", "March 3, 2026", "The old quay, closed since 1974.", "Photo: Ana Reis"]
        let box = ["In summary", "The ferry that was given up for lost sails again."]
        let bodies = [
            "The ferry sailed on Monday with forty people.", "Three plans for the quay", "“We sail,” she said.", "“What now?” he asked the crowd on the quay.",
            "- one plan", "2. two plans", "> Never again.", ">> > Said twice.", "•• two marks", "Read more: the quay", "It came back at noon, and the brass band had gone home by then.",
        ]
        let feet = ["Sign up for our newsletter: desk@quay.example", "© 2026 The Quay", "We want to hear from you", "ENDS"]
        for round in 0..<400 {
            func some(_ pieces: [String]) -> [String] { pieces.filter { _ in generator.next() % 2 == 0 } }
            let lede = ["The council voted on Monday to bring back the boat."]
            let end = ["Nobody knows who will pay for it in the end."]
            let opening = some(heads) + (generator.next() % 2 == 0 ? box : [])
            let text = (opening + lede + some(bodies) + end + some(feet)).joined(separator: "\n\n")
            let context = StageContext(pipeline: "test", inputDirectory: "/", outputDirectory: "/", run: "test", report: { _ in })
            var cleaner = try CleanStage().makeWorker(context)
            var once = Article(id: ArticleID(content: Array(text.utf8)), source: ArticleSource(uri: "x"), text: ArticleText(text))
            _ = try cleaner.process(&once)
            var again = once
            _ = try cleaner.process(&again)
            #expect(again.text == once.text && again.blocks == once.blocks)
            again.blocks = []
            _ = try cleaner.process(&again)
            #expect(again.text?.string == once.text?.string, "seed 11, round \(round): \(text)")
        }
    }
}
