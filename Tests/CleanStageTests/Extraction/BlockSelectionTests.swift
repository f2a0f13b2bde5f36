import Testing

@testable import CleanStage

@Suite struct BlockSelectionTests {
    private let paragraph = "<p>This paragraph has a few more than twelve words so that it alone makes a text.</p>"

    private func chosen(_ html: String, _ chances: [Float]) throws -> [Bool] {
        let analysis = try Pages.analysis(html)
        try #require(analysis.page.blocks.count == chances.count)
        var selection = BlockSelection(analysis, chances)
        selection.choose()
        if selection.words < BlockSelection.leastWords { selection.fallBack() }
        return selection.isChosen
    }

    @Test func aBlockInASmallGapIsRescued() throws {
        #expect(try chosen("<div>\(paragraph)<p>Yes.</p>\(paragraph)</div>", [0.9, 0.15, 0.9]) == [true, true, true])
        #expect(try chosen("<div>\(paragraph)<p>Advertisement</p>\(paragraph)</div>", [0.9, 0.05, 0.9]) == [true, false, true])
    }

    @Test func aSubheadWithoutTextBehindItGoes() throws {
        #expect(try chosen("<div>\(paragraph)<h2>More</h2>\(paragraph)<h2>Last</h2></div>", [0.9, 0.9, 0.9, 0.9]) == [true, true, true, false])
    }

    @Test func withoutAnyLikelyBlockTheDensestElementIsTaken() throws {
        let chances = try chosen("<div>\(paragraph)\(paragraph)</div><ul><li><a href=x>link</a></li></ul>", [0, 0, 0])
        #expect(chances == [true, true, false])
    }

    @Test func whereNothingIsLikelyTheLikeliestIsTaken() throws {
        let page = "<div>\(paragraph)<p>Photo: the harbour in spring, by our own man</p><p>Home</p></div>"
        #expect(try chosen(page, [0.09, 0.03, 0.01]) == [true, false, false])
        // Too little of it, or nothing better than a menu: the densest element.
        #expect(try chosen(page, [0.04, 0.09, 0.01]) == [true, true, true])
        #expect(try chosen(page, [0.02, 0.01, 0.01]) == [true, true, true])
    }

    @Test func aPageOfNothingButLinksIsItsLinks() throws {
        #expect(try chosen("<p><a href=a>Harbour</a></p><p><a href=b>Islands</a></p>", [0.1, 0.1]) == [true, true])
    }

    private func slides(_ counts: [String]) -> String {
        "<ul>" + counts.map { "<li><h2>\($0) A bridge</h2>\(paragraph)</li>" }.joined() + "</ul>"
    }

    @Test func aSlideShowBesideAStoryIsAnotherPiece() throws {
        let story = String(repeating: paragraph, count: 10)
        let counts = ["1/4", "2/4", "3 / 4", "4/4"]
        #expect(try chosen("<div>\(story)</div>\(slides(counts))", [Float](repeating: 0.9, count: 18)).filter { $0 }.count == 10)
        // Alone, or behind a short introduction, the slides are the story; neither do scores and dates count slides.
        #expect(try chosen("<div>\(paragraph)</div>\(slides(counts))", [Float](repeating: 0.9, count: 9)).filter { $0 }.count == 9)
        #expect(try chosen("<div>\(story)</div>\(slides(["1/4", "3/4", "2/4", "4/4"]))", [Float](repeating: 0.9, count: 18)).filter { $0 }.count == 18)
        #expect(try chosen("<div>\(story)</div>\(slides(["1/2024", "2/2024", "3/2024", "4/2024"]))", [Float](repeating: 0.9, count: 18)).filter { $0 }.count == 18)
    }

    @Test func captionsAreTheTextOfAPictureStory() throws {
        let figure = "<figure><img src=a><figcaption>One more view of the valley in the morning, when the mist still lies over the river.</figcaption></figure>"
        let analysis = try Pages.analysis("<article><p>Ten views of the valley.</p>\(figure)\(figure)</article>")
        let parts = try Pages.extractor().extract(analysis, chances: [0.9, 0.9, 0.9]).parts
        #expect(parts.map(\.isAside) == [false, false, false])
        let story = try Pages.analysis("<article>\(String(repeating: paragraph, count: 3))\(figure)</article>")
        #expect(try Pages.extractor().extract(story, chances: [0.9, 0.9, 0.9, 0.9]).parts.map(\.isAside) == [false, false, false, true])
    }
}
