import StageKit
import Testing

@testable import SummarizeStage

/// What must not stand in a summary, and what must not stand alone in one.
@Suite struct ReadingTests {
    /// Whether the sentence at `index` may be chosen, in a text where every line is a sentence.
    private func facts(_ lines: String, _ index: Int) -> Analysis.SentenceFacts {
        let article = Samples.article(lines)
        var analyser = Analyser()
        var analysis = Analysis()
        analyser.read(article.text?.utf8 ?? [], ArticleReader.inputs(of: article), titles: [], into: &analysis)
        return analysis.sentences[index]
    }

    @Test(arguments: [
        "Fresh start: The crew of the Mirabel paints the hull before the race.",
        "Ada Brook (left) shakes hands with the minister in Port Ellis.",
        "Ada Brook, pictured right, runs the bakery with her brother.",
        "Ivo Lund, second left, and Pia Holm, second right, won the cup last year.",
        "07:32 GMT, 29 December 2012.",
        "Sign up for our newsletter to get the news every morning.",
        "Write to desk@example.org with your questions about this story.",
        "Heavy rain.",
        "Anyone who saw the boat is asked to contact the harbour office at 555-010-4477.",
    ])
    func excludes(_ line: String) {
        let text = "The ferry to Port Ellis was cancelled on Monday after a storm damaged the pier.\n\(line)\nIvo Lund said the pier would be repaired by May."
        #expect(!facts(text, 1).isEligible)
        #expect(facts(text, 0).isEligible)
    }

    @Test(arguments: [
        "Ivo Lund said: The pier will be repaired by May.",
        "The left wing of the party voted against the plan.",
        "The council decided on three things: money, time and people.",
        "A picture of the pier hangs in the town hall of Port Ellis.",
    ])
    func admits(_ line: String) {
        let text = "The ferry to Port Ellis was cancelled on Monday after a storm damaged the pier.\n\(line)\nIvo Lund said the pier would be repaired by May."
        #expect(facts(text, 1).isEligible)
    }

    @Test(arguments: [
        ("But he also wants the pier to be longer.", true),
        ("She has run the ferry for ten years.", true),
        ("In 2009, he bought a second boat.", true),
        ("However, Ivo Lund disagrees with the plan.", true),
        ("In Port Ellis, however, the market stayed open.", true),
        ("This is the third storm of the winter.", true),
        ("It sank within an hour.", true),
        ("\"Nobody was hurt,\" he said.", true),
        ("\"Nobody was hurt in the storm at all.\"", true),
        ("In addition, the market was flooded.", true),
        ("It is illegal to land at the pier without a permit.", false),
        ("Those who booked will get their money back.", false),
        ("Ivo Lund said he would repair the pier by May.", false),
        ("\"Nobody was hurt,\" Ivo Lund said.", false),
        ("The harbour office said that it would pay.", false),
        ("After docking at the Kestrel Quay, she spoke to reporters.", true),
        ("After docking, Ivo Lund said she was a fine boat.", false),
        ("and that the pier would be closed until spring.", true),
    ])
    func knowsWhatRefersBack(_ line: String, _ refersBack: Bool) {
        let text = "The ferry to Port Ellis was cancelled on Monday, Ivo Lund of the harbour office said.\n\(line)"
        #expect(facts(text, 1).needsPredecessor == refersBack)
    }

    @Test func bringsTheSentenceThatAPronounRefersTo() throws {
        for wanted in 1...8 {
            var stage = SummarizeStage()
            stage.sentences = wanted
            let article = summarized(Samples.bridge, stage)
            let chosen = try #require(article.summary).sentences
            var analyser = Analyser()
            var analysis = Analysis()
            analyser.read(article.text?.utf8 ?? [], ArticleReader.inputs(of: article), titles: [], into: &analysis)
            for sentence in chosen where analysis.sentences[sentence].needsPredecessor {
                #expect(chosen.contains(sentence - 1), "sentence \(sentence) of \(chosen)")
            }
        }
    }

    @Test(arguments: [
        ("HARBOUR BAY (NP) — The bridge is closed.", "The bridge is closed."),
        ("(NP)The bridge is closed.", "The bridge is closed."),
        ("Port Ellis (Reuters) - The bridge is closed.", "The bridge is closed."),
        ("PORT ELLIS, March 3 -- The bridge is closed.", "The bridge is closed."),
        ("The bridge (built in 1968) is closed.", "The bridge (built in 1968) is closed."),
        ("The WHO — a body of the UN — agrees.", "The WHO — a body of the UN — agrees."),
        ("The harbour (HBC) is closed.", "The harbour (HBC) is closed."),
    ])
    func leavesTheDatelineOut(_ sentence: String, _ rest: String) {
        let text = Array(sentence.utf8)
        let range = Dateline.skip(in: text, 0..<text.count)
        #expect(String(decoding: text[range], as: UTF8.self) == rest)
        #expect(range.upperBound == text.count)
    }

    @Test func neverTakesBlocksThatAreNoText() throws {
        let article = summarized(
            """
            caption| The old pier of Port Ellis was damaged when a storm hit the coast on Monday night.

            The ferry to Port Ellis was cancelled on Tuesday after a storm damaged the pier.
            Ivo Lund of the harbour office said the pier would be repaired by May.

            heading| Ivo Lund wants the pier of Port Ellis to be longer and stronger.

            The repair of the pier costs $2 million, Lund said.

            promotion| The harbour office of Port Ellis said Ivo Lund answers every letter about the pier.
            """, SummarizeStage())
        let summary = try #require(article.summary)
        #expect(summary.sentences == [1, 2, 4])
    }

    @Test(arguments: [("“", "”"), ("\"", "\""), ("‘", "’"), ("'", "'")])
    func knowsTheMiddleOfAQuotation(_ open: String, _ close: String) {
        let text = """
            Ivo Lund of Port Ellis's harbour office spoke to fishermen on Monday.
            \(open)The boats aren't lost, nor are Lund's, Ada Brook said.
            The pier of Port Ellis will be open in May.
            Nobody needs to worry about the winter.\(close)
            The ferry to Port Ellis was cancelled on Tuesday.
            """
        // Newspapers open every paragraph of a long quotation anew.
        let again = text.replacing("Nobody needs", with: "\(open)Nobody needs")
        for text in [text, again] {
            #expect([1, 2, 3, 4].map { facts(text, $0).needsPredecessor } == [true, true, true, false])
        }
    }

    @Test func leavesOutWhatLineEndsCutInTwo() {
        let text = """
            The ferry to Port Ellis was cancelled on Monday after a storm.
            Ivo Lund of the harbour office said that the pier .
            would be repaired by the engineers in May.
            The market of Port Ellis was flooded on Monday night.
            The harbour office said that the boats were safe.
            """
        #expect((0..<5).map { facts(text, $0).isEligible } == [true, false, true, true, true])
        #expect(facts(text, 2).needsPredecessor)
    }

    @Test func introducesWhomItNames() throws {
        let lines = """
            The ferry to Port Ellis was cancelled on Monday after a storm damaged the pier and two boats.
            The news reached Ivo Lund when he had his breakfast.
            Lund said the repair of the pier of Port Ellis would cost $2 million and take until May.
            The harbour office of Port Ellis said the storm had damaged the boats at the pier.
            """
        for wanted in 1...3 {
            var stage = SummarizeStage()
            stage.sentences = wanted
            let chosen = try #require(summarized(lines, stage).summary).sentences
            #expect(!chosen.contains(2) || chosen.contains(1), "\(chosen)")
        }
    }

    @Test(arguments: [
        ("Ada Turner left. Turner said so.", 1), ("Ada Turner left. Mr Turner said so.", 1), ("Ada Turner left. Ada Turner said so.", 0),
        ("Turner left. Turner said so.", 0), ("Turner left. Ada Turner said so.", 0),
        ("Ada Turner left on Monday. Rain fell on Monday.", 0),
    ])
    func knowsNamesThatWereIntroducedBefore(_ text: String, _ expected: Int) {
        #expect(facts(text.replacing(". ", with: ".\n"), 1).bareNames.count == expected)
    }

    @Test func saysNothingTwice() throws {
        var stage = SummarizeStage()
        stage.sentences = 2
        let article = summarized(
            """
            The ferry to Port Ellis was cancelled on Monday after a storm damaged the pier.
            The ferry to Port Ellis was cancelled on Monday after a heavy storm damaged the pier.
            Ivo Lund of the harbour office said repairs would cost $2 million.
            """, stage)
        #expect(try #require(article.summary).sentences.contains(2))
    }
}
