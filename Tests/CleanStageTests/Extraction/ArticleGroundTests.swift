import Testing

@testable import CleanStage

@Suite struct ArticleGroundTests {
    private let paragraph = "<p>The ferry to the northern islands will sail twice a day again from the first of May.</p>"

    private func leasts(_ html: String, _ chances: [Float]) throws -> [Float] {
        let analysis = try Pages.analysis(html)
        try #require(analysis.page.blocks.count == chances.count)
        let ground = ArticleGround(analysis.page.blocks, analysis.tree, chances)
        return analysis.page.blocks.enumerated().map { ground.least($0, $1) }
    }

    @Test func outsideOfTheElementThatHoldsTheSureTextABlockHasToBeLikelier() throws {
        let notice = "<p>We keep small files on your device to know you again; choose what suits you.</p>"
        let body = "<article>\(notice)\(paragraph)\(notice)\(paragraph)\(paragraph)\(notice)</article>"
        #expect(try leasts("<div>\(notice)</div>\(body)", [0.3, 0.3, 0.9, 0.12, 0.9, 0.9, 0.3]) == [
            ArticleGround.leastOutside, ArticleGround.leastBeside, ArticleGround.leastAmong, ArticleGround.leastAmong,
            ArticleGround.leastAmong, ArticleGround.leastAmong, ArticleGround.leastBeside,
        ])
    }

    @Test func aStrayBlockDoesNotWidenTheGround() throws {
        let body = "<article>\(String(repeating: paragraph, count: 12))</article>"
        let page = "<div><p>Read the rules for comments here.</p></div>\(body)"
        #expect(try leasts(page, [0.55] + [Float](repeating: 0.9, count: 12)).first == ArticleGround.leastOutside)
    }

    @Test func shortBlocksAndRowsOfLinksHaveToBeLikelierEverywhere() throws {
        let links = "<p><a href=a>Harbour</a> <a href=b>Islands</a> <a href=c>Timetables</a> <a href=d>Fares</a></p>"
        let page = "<article>\(paragraph)<p>Share</p>\(links)\(paragraph)\(paragraph)</article>"
        #expect(try leasts(page, [0.9, 0.2, 0.2, 0.9, 0.9]) == [
            ArticleGround.leastAmong, ArticleGround.leastShort, ArticleGround.leastLinkRow, ArticleGround.leastAmong, ArticleGround.leastAmong,
        ])
    }

    @Test func whereLittleIsSureAllPlacesAreAlike() throws {
        #expect(try leasts("<div>\(paragraph)</div><article>\(paragraph)</article>", [0.3, 0.9]) == [ArticleGround.leastBeside, ArticleGround.leastBeside])
    }
}
