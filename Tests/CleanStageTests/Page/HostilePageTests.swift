import StageKit
import Testing

@testable import CleanStage
import TestSupport

@Suite struct HostilePageTests {
    private static let prose = "<p>The lighthouse keeper counted the boats every evening, and every evening one more had come home, which pleased him.</p>"

    @Test func deepNestingKeepsItsText() throws {
        let page = String(repeating: "<div>", count: 100_000) + Self.prose + String(repeating: "</div>", count: 100_000)
        #expect(try Pages.cleaned(Array(page.utf8)).text?.string.contains("lighthouse keeper") == true)
    }

    @Test func anEndlessAttributeIsRead() throws {
        let page = "<div data-x=\"" + String(repeating: "x", count: 1 << 20) + "\" class=\"" + String(repeating: "a ", count: 1 << 19) + "\">" + Self.prose + "</div>"
        #expect(try Pages.cleaned(Array(page.utf8)).text?.string.contains("lighthouse keeper") == true)
    }

    @Test func nulBytesDoNotEndThePage() throws {
        let page = Array("<p>Be\0fore</p>\0".utf8) + Array(Self.prose.utf8)
        let texts = try PageAnalysis(utf8: page).blockTexts
        #expect(texts.first == "Before")
        #expect(texts.count == 2)
    }

    @Test(arguments: [
        "", " ", "<", "<!--", "<p", "<p class=", "<p class=\"", "</", "<script>", "<![CDATA[", "&", "&#x110000;", "&#99999999999;", "<svg><p>x", "<a href='", "<!doctype",
        "<table><tr><td><table>", "<p>x</p><!-- open <p>y</p>",
    ])
    func cutPagesDoNotFail(_ html: String) throws {
        let analysis = try PageAnalysis(utf8: Array(html.utf8))
        let result = try Pages.extractor().extract(analysis)
        #expect(result.parts.allSatisfy { !$0.text.isEmpty })
    }

    @Test func manyUnclosedScriptsStayLinear() throws {
        // Each is looked for once: quadratic search would take minutes here.
        let page = String(repeating: "<script>a<style>b<svg>", count: 60_000) + Self.prose
        #expect(try PageAnalysis(utf8: Array(page.utf8)).page.blocks.count >= 1)
    }

    @Test(arguments: [
        String(repeating: "<div class='author'>", count: 200) + "12345" + String(repeating: "</div>", count: 200),
        String(repeating: "<aside>", count: 150) + String(repeating: "<b class='author'></b>", count: 20_000) + String(repeating: "</aside>", count: 150),
        String(repeating: "<div class='author'>", count: 200) + String(repeating: "<b class='author'></b>", count: 20_000) + String(repeating: "</div>", count: 200),
    ])
    func nestedAuthorsStayLinear(_ authors: String) throws {
        // Each level that is looked through twice doubles the work: 200 levels would never end.
        #expect(try Pages.cleaned(Array(("<h1>Harbour</h1>" + authors + Self.prose).utf8)).text?.string.contains("lighthouse keeper") == true)
    }

    @Test func pagesAboveTheLimitAreRefusedWithAdvice() {
        let error = #expect(throws: StageFailure.self) { try HTMLPage(utf8: [UInt8](repeating: 0x20, count: HTMLPage.mostBytes + 1)) }
        #expect(error.map { "\($0)".contains("at most") } == true)
    }

    /// Bytes flipped, cut out, doubled and moved: whatever comes out is well-formed and no block lies outside the text.
    @Test(arguments: 0..<8) func mutatedPagesGiveSoundArticles(_ seed: Int) throws {
        var random = Mutations(seed: UInt64(seed))
        for round in 0..<25 {
            var page = Array(Pages.harbour.utf8)
            for _ in 0..<(1 + round) { random.mutate(&page) }
            let article = try Pages.cleaned(page)
            let count = article.text?.count ?? 0
            for block in article.blocks {
                if case .inText(let range) = block.content { #expect(range.upperBound <= count, "seed \(seed), round \(round)") }
            }
            #expect(try Pages.cleaned(page).text == article.text, "seed \(seed), round \(round)")
        }
    }
}

/// Seeded damage to bytes.
struct Mutations {
    private var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    private mutating func next(_ bound: Int) -> Int { random.below(max(1, bound)) }

    mutating func mutate(_ bytes: inout [UInt8]) {
        guard bytes.count > 40 else { return }
        let start = next(bytes.count - 30)
        let end = start + 1 + next(30)
        switch next(5) {
        case 0: bytes[start] = UInt8(next(256))
        case 1: bytes.removeSubrange(start..<end)
        case 2: bytes.insert(contentsOf: bytes[start..<end], at: next(bytes.count))
        case 3: bytes.insert(contentsOf: [0x3C, 0x22, 0x26, 0, 0xFF].prefix(1 + next(5)), at: start)
        default: bytes.removeSubrange(max(start, bytes.count - next(400))..<bytes.count)
        }
    }
}
