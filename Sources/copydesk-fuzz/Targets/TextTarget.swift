import CleanStage
import EntitiesStage
import LoadStage
import SegmentStage
import StageKit
import SummarizeStage

/// Plain text and Markdown, through every stage between load and export.
struct TextTarget: FuzzTarget {
    static let name = "text"
    let seeds: [[UInt8]]
    let tokens: [[UInt8]] = Self.bytes([
        "\n\n", "\n", "# ", "## ", "---\n", "---\ntitle: ", "```\n", "> ", "- ", "* ", "1. ", "    ", "[a](b)", "![a](b)", "**", "__", "\\", "<b>", "<!--",
        "By ", "BY ", "LONDON — ", "(AP) — ", "“", "”", "\"", "'", "’", "...", "…", "?!", "e.g. ", "Mr. ", "U.S. ", "J.P. ", "p.m. ", "$1.5bn", "€3,000",
        "10%", "3 Nov. 2026", "2026-11-24", "yesterday", "next Tuesday", "+44 20 7946 0000", "http://", "www.a.b/", "a@b.c", "@", "&amp;", "&#8217;",
        "&#x1F600;", "Updated: ", "Published ", "Photo: ", "ALSO READ: ", "•", "–", "\u{2028}", "\u{200B}", "\u{AD}", "\u{301}", "\u{1F1EB}\u{1F1F7}", "ﬁ", "İ",
    ])
    private let load = LoadStage()
    private let worker: CleanWorker
    private let chain: ReadingChain

    init(_ samples: Samples) throws {
        seeds = try samples.files(["library-goat.txt", "museum-night.txt", "port-strike.txt", "slow-train.md"]) + [[]]
        worker = try CleaningTools.worker()
        chain = try ReadingChain()
    }

    func run(_ bytes: [UInt8]) throws -> Bool {
        // Both readings of the same bytes in turn; which comes is a matter of the bytes alone.
        let format: InputFormat = bytes.count % 3 == 0 ? .markdown : .text
        let record = SourceRecord(source: ArticleSource(uri: "fuzz"), bytes: bytes, format: format.rawValue)
        guard let article = try? load.decode(record), let cleaned = try CleaningTools.clean(article, with: worker) else { return false }
        try checkPromises(of: chain.read(cleaned))
        return true
    }
}
