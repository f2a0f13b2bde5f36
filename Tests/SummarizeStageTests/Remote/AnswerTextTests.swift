@testable import SummarizeStage
import StageKit
import Testing
import TestSupport

/// What is left of what a model wrote.
@Suite struct AnswerTextTests {
    private func parts(_ content: String, _ style: SummaryStyle = .paragraph) -> [String] {
        AnswerText.parts(of: content, style: style, abbreviations: ["kr."])
    }

    @Test(arguments: [
        "The harbour closes. The council voted.",
        "Here is a summary of the article:\n\nThe harbour closes. The council voted.",
        "Sure! Here's a two-sentence summary: The harbour closes. The council voted.",
        "**Summary:** The harbour closes. The council voted.",
        "## Summary:\nThe harbour closes. The council voted.",
        "Voici le texte demandé :\nThe harbour closes. The council voted.",
        "Zusammenfassung: The harbour closes. The council voted.",
        "```\nThe harbour closes. The council voted.\n```",
        "<think>\nThe article says: it closes.\n</think>\n\nThe harbour closes. The council voted.",
        "\"The harbour closes. The council voted.\"",
        "- The harbour closes.\n- The council voted.",
        "1. The **harbour** closes.\n2. The council voted.",
        "The harbour\u{1B}[31m closes.\u{202E}\tThe council voted.\u{0}".replacingOccurrence(of: "[31m", with: ""),
        "The harbour closes. The council voted.\n\nNote: I left out the costs.",
    ])
    func whatIsAroundASummaryGoes(content: String) {
        #expect(parts(content) == ["The harbour closes.", "The council voted."])
    }

    @Test(arguments: [
        "The council was asked one thing: whether the harbour closes.", "He said: \"It closes.\"", "\"It closes,\" he said. \"For good.\"", "Costs rose 2*3 ways, a_b.",
    ])
    func whatBelongsToASummaryStays(content: String) {
        #expect(parts(content).joined(separator: " ") == content)
    }

    @Test func listsAndHeadlinesTakeTheirForm() {
        #expect(parts("Key points:\n* The harbour closes.\n\n* The council voted.", .bullets) == ["The harbour closes.", "The council voted."])
        #expect(parts("The harbour closes. The council voted.", .bullets) == ["The harbour closes.", "The council voted."])
        #expect(parts("Headline: **Harbour closes**.", .headline) == ["Harbour closes"])
        #expect(parts("\"Harbour closes\"\nMore follows.", .headline) == ["Harbour closes"])
    }

    @Test(arguments: [
        ("Mr. Berg met J. R. Vik of the U.S. Senate. They spoke.", 2), ("It costs 5 kr. A week later it rose.", 1), ("He won 2.5 points! Who? Nobody knows…", 3),
        ("港は冬の間閉鎖される。市長が述べた。", 2), ("(It closed.) It reopened.", 2), ("no end", 1), ("", 0),
    ])
    func sentencesAreCounted(text: String, count: Int) {
        #expect(AnswerSentences.split(text, abbreviations: ["kr."]).count == count)
        #expect(AnswerSentences.split(text, abbreviations: ["kr."]).joined(separator: text.contains("。") ? "" : " ") == text)
    }

    /// Whatever bytes a server sends: a summary within its limit, or none.
    @Test func damagedAnswersNeverCrash() {
        let article = Samples.article(Samples.bridge)
        let seeds = [
            LoopbackServer.completion("Here is a summary:\n- The bridge, 1.2 million kroner — “opens” on 3 May 2026.\n- **Mayor Jon Vik** said so."),
            LoopbackServer.completion("<think>x</think>\n# Title\n\"Ein Satz. Noch einer.\"", finish: "length", tokens: (-1, 1 << 62)),
            "{\"choices\":[{\"message\":{\"content\":[{\"type\":\"text\",\"text\":\"A. B.\"},{\"type\":\"x\"}]}}]}", "{\"error\":{\"message\":\"bad\"}}",
        ].map { Array($0.utf8) }
        let tokens = ["\"content\":", "null", "<think>", "</think>", "**", "```", "\\n- ", ":", "。", "\\ud83d", "1,000.5", "Mr. ", "\\u202e", "'s", "\""].map { Array($0.utf8) }
        var accepted = 0
        for seed in UInt64(0)..<2000 {
            var random = SplitMix64(seed: seed)
            var bytes = random.pick(seeds)
            for _ in 0...random.below(5) {
                let place = random.below(bytes.count + 1)
                switch random.below(4) {
                case 0: bytes.insert(contentsOf: random.pick(tokens), at: place)
                case 1 where place < bytes.count: bytes[place] = UInt8(truncatingIfNeeded: random.next())
                case 2: bytes.removeSubrange(place..<min(place + random.below(12), bytes.count))
                default: bytes.insert(contentsOf: bytes[min(place, 40)..<min(place, 120)], at: place)
                }
            }
            var stage = SummarizeStage()
            stage.style = random.pick(SummaryStyle.allCases)
            stage.characters = 30 + random.below(300)
            guard let summary = ChatAnswerReading.summary(bytes, of: article, stage) else { continue }
            accepted += 1
            #expect(!summary.text.isEmpty && summary.text.unicodeScalars.count <= stage.characters ?? 0, "seed \(seed)")
            #expect(!summary.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F || $0.value == 0x202E }, "seed \(seed)")
        }
        #expect(accepted > 100 && accepted < 2000)
    }
}

extension String {
    fileprivate func replacingOccurrence(of part: String, with other: String) -> String {
        split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
    }
}
