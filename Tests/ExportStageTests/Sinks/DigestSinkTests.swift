import StageKit
import Testing

@testable import ExportStage

@Suite struct DigestSinkTests {
    @Test func anEntry() throws {
        let folder = OutputFolder()
        var short = TestArticles.article(1, title: nil)
        (short.summary, short.metadata.description, short.metadata.url) = (nil, "Just a description.", nil)
        try folder.export([TestArticles.article(0), short], ExportStage(DigestSink(to: "digest.md") { $0.title = "Monday *news*" }))
        #expect(folder.text("digest.md") == """
            # Monday \\*news\\*

            ## [Council meets](<https://example.org/0>)

            Example · A. Writer, B. Author · 2026-01-02

            - The mayor spoke.
            - Nobody in Århus listened 😀.

            ## in/day.jsonl:2

            Example · A. Writer, B. Author · 2026-01-02

            - Just a description.

            """)
    }

    /// Whatever articles say: the page's lines are ours, and nothing in them is markup or steers a terminal.
    @Test func hostileArticles() throws {
        for seed in UInt64(1)...15 {
            let folder = OutputFolder()
            let articles = TestArticles.hostile(20, seed: seed)
            try folder.export(articles, ExportStage(DigestSink(to: "digest.md")))
            let text = folder.text("digest.md")
            for scalar in text.unicodeScalars where scalar != "\n" {
                #expect(scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value), "seed \(seed)")
                #expect(!(0x202A...0x202E).contains(scalar.value) && scalar.value != 0x2028 && scalar.value != 0x2029, "seed \(seed)")
            }
            let lines = folder.lines("digest.md")
            #expect(lines.count { $0.hasPrefix("## ") } == articles.count, "seed \(seed)")
            for line in lines {
                let plain = unescaped(line.hasPrefix("## ") ? String(line.dropFirst(3)) : line.hasPrefix("- ") ? String(line.dropFirst(2)) : line == "# Digest" ? "" : line)
                // A link's own brackets, and its target, which must be a web address.
                let parts = plain.split(separator: "](<", maxSplits: 1, omittingEmptySubsequences: false)
                if parts.count == 2 { #expect(parts[0].hasPrefix("[") && parts[1].hasPrefix("https://") && parts[1].hasSuffix(">)"), "seed \(seed): \(line)") }
                let visible = parts.count == 2 ? String(parts[0].dropFirst()) : plain
                #expect(!visible.contains { "*_`<>[]|#&~".contains($0) }, "seed \(seed): \(line)")
            }
        }
    }

    /// The line without what stands behind a backslash.
    private func unescaped(_ line: String) -> String {
        var plain = ""
        var isEscaped = false
        for character in line {
            if isEscaped { isEscaped = false } else if character == "\\" { isEscaped = true } else { plain.append(character) }
        }
        return plain
    }

    /// The heading was a link that nobody could see.
    @Test(arguments: ["", " ", "\n\t"]) func aBlankTitle(title: String) {
        #expect(DigestEntry(TestArticles.article(6, title: title)).markdown.contains("[in/day.jsonl:7](<https://example.org/6>)"))
    }
}
