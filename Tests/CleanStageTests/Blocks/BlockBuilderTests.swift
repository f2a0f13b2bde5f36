import Testing

@testable import CleanStage

@Suite struct BlockBuilderTests {
    @Test func paragraphsBecomeBlocksWithSqueezedText() throws {
        #expect(try Pages.texts("<p>One\n  two</p><p>Three&nbsp;four</p>") == ["One two", "Three four"])
    }

    @Test func twoLineBreaksPartBlocksAndOneDoesNot() throws {
        #expect(try Pages.texts("<div>First line<br>goes on<br><br>Second<br> <br>Third</div>") == ["First line goes on", "Second", "Third"])
    }

    @Test func inlineElementsDoNotPartWords() throws {
        #expect(try Pages.texts("<p><span class=dropcap>O</span>nce <b>up</b>on a <a href=x>time</a></p>") == ["Once upon a time"])
    }

    @Test(arguments: [
        "<p hidden>gone</p>", "<p style='display: none'>gone</p>", "<div style='VISIBILITY:hidden'><p>gone</p></div>", "<button>gone</button>",
        "<noscript><p>gone</p></noscript>", "<template><p>gone</p></template>", "<select><option>gone</select>", "<!-- <p>gone</p> -->",
        "<script>document.write('<p>gone</p>')</script>", "<style>p { color: gone }</style>", "<span aria-hidden=true>gone</span>",
    ])
    func whatNoReaderSeesIsLeftOut(_ html: String) throws {
        #expect(try Pages.texts("<p>before</p>\(html)<p>after</p>") == ["before", "after"])
    }

    @Test func listItemsAndCellsAreBlocksOfTheirOwn() throws {
        #expect(try Pages.texts("<ul><li>a b</li><li>c</li></ul><table><tr><td>d</td><th>e</th></tr></table><dl><dt>f</dt><dd>g</dd></dl>")
            == ["a b", "c", "d", "e", "f", "g"])
    }

    @Test func linksAndBoldTextAreCounted() throws {
        let block = try #require(try Pages.analysis("<p>ab <a href=x>cd</a> <a href=y>ef</a> <b>gh</b></p>").page.blocks.first)
        #expect(block.characters == 8)
        #expect(block.linkCharacters == 4)
        #expect(block.links == 2)
        #expect(block.boldCharacters == 2)
    }

    @Test func contextComesFromTheElementsAround() throws {
        let blocks = try Pages.analysis("<article><blockquote><p>q</p></blockquote><figure><figcaption>c</figcaption></figure></article><footer>f</footer>").page.blocks
        #expect(blocks[0].context.isSuperset(of: [.article, .quotation]))
        #expect(blocks[1].context.isSuperset(of: [.article, .figure, .caption]))
        #expect(blocks[2].context.contains(.footer) && !blocks[2].context.contains(.article))
    }
}
