import SeededRandom
import Testing

@testable import CleanStage

/// What browsers make of sound and broken markup (HTML living standard, 13.2.6).
@Suite struct TreeConstructionTests {
    @Test(arguments: [
        ("<p>one<p>two", #"p("one") p("two")"#),
        ("<p>one<div>two</div>three", #"p("one") div("two") "three""#),
        ("<ul><li>one<li>two<ul><li>inner</ul><li>three</ul>", #"ul(li("one") li("two" ul(li("inner"))) li("three"))"#),
        ("<li>one<div><li>two</div>three", #"li("one" div) li("two" "three")"#),
        ("<dl><dt>word<dd>meaning<dt>next</dl>", #"dl(dt("word") dd("meaning") dt("next"))"#),
        ("<h2>one<h3>two</h2>three", #"h2("one") h3("two") "three""#),
        ("<h2>one</h4>two", #"h2("one") "two""#),
        ("<select><option>gone</select>kept", #""kept""#),
        ("<p>one<hr>two", #"p("one") hr "two""#),
        ("one</p>two", #""one" p "two""#),
        ("one</br>two", #""one" br "two""#),
        ("<button>one<button>two", #"button("one") button("two")"#),
        ("<form><form>one</form>two</form>three", #"form("one") "two""# + #" "three""#),
        ("<div><form></div>one</form>two", #"div(form) "one" "two""#),
        ("<div><span>one</div>two</span>three", #"div(span("one")) "two" "three""#),
        ("<x-card><p>one</x-card>two", #"other(p("one" "two"))"#), ("<x-card>one</x-card>two", #"other("one") "two""#),
        ("<article>one</section>two", #"article("one" "two")"#),
        ("<image>", "img"),
    ])
    func impliedEnds(_ html: String, _ outline: String) throws {
        #expect(try TreeOutline.of(html) == outline)
    }

    @Test(arguments: [
        ("<b>one<i>two</b>three</i>", #"b("one" i("two")) i("three")"#),
        ("<b>one<p>two</b>three</p>four", #"b("one") p(b("two") "three") "four""#),
        ("<p><b>one<p>two</b>three", #"p(b("one")) p(b("two") "three")"#),
        ("<a>one<a>two", #"a("one") a("two")"#),
        ("<a>one<div>two<a>three</div>", #"a("one") div(a("two") a("three"))"#),
        ("<a><div><div>one</a>two", #"a div(a div(a("one") "two"))"#),
        ("<a>one<b><p>two</a>three</b>four", #"a("one" b) b p(b(a("two") "three") "four")"#),
        ("<b><b><b><b>one<p>two", #"b(b(b(b("one" p("two")))))"#),
        ("<p><b><b><b><b>one<p>two", #"p(b(b(b(b("one"))))) p(b(b(b("two"))))"#),
        ("</b>one", #""one""#),
        ("<p><nobr>one<p><nobr>two", #"p(other("one")) p(other other("two"))"#),
        ("<object><b>one</object>two", #"object(b("one")) "two""#),
    ])
    func formattingGoesOnAcrossBlocks(_ html: String, _ outline: String) throws {
        #expect(try TreeOutline.of(html) == outline)
    }

    @Test(arguments: [
        ("<table><tr><td>one<td>two<tr><th>three</table>four", #"table(tbody(tr(td("one") td("two")) tr(th("three")))) "four""#),
        ("<table><td>one</table>", #"table(tbody(tr(td("one"))))"#),
        ("<table>one<tr><td>two</table>", #""one" table(tbody(tr(td("two"))))"#),
        ("<div><table><tr><p>one</p><td>two</table></div>", #"div(p("one") table(tbody(tr(td("two")))))"#),
        ("<table><tr><td>one<table><tr><td>two</table>three</table>", #"table(tbody(tr(td("one" table(tbody(tr(td("two")))) "three"))))"#),
        ("<table><caption>one<tr><td>two</table>", #"table(caption("one") tbody(tr(td("two"))))"#),
        ("<table><colgroup><col><tbody><tr><td>one</table>", #"table(other(other) tbody(tr(td("one"))))"#),
        ("<table><tr><td>one<col><td>two</table>", #"table(tbody(tr(td("one"))) other(other) tbody(tr(td("two"))))"#),
        ("<table><tr><td><b>one<td>two</b></table>three", #"table(tbody(tr(td(b("one")) td("two")))) "three""#),
        ("<table><a>one<table>two", #"a("one") table a("two") table"#),
        ("<table><tr><td>one</tbody>two</table>", #""two" table(tbody(tr(td("one"))))"#),
        ("<p><table><tr><td>one", #"p table(tbody(tr(td("one"))))"#),
        ("<td>one</td>", #""one""#),
    ])
    func tables(_ html: String, _ outline: String) throws {
        #expect(try TreeOutline.of(html) == outline)
    }

    @Test(arguments: [
        ("<title>One</title>two", #"html(head(title("One")) body("two"))"#),
        ("<html><head><meta name=x></head> <link rel=x href=y><body class=z>one", #"html(head(meta link) body("one"))"#),
        ("<head><div>one</div><meta>", #"html(head body(div("one") meta))"#),
        ("<title>a <b>c</title>", #"html(head(title("a <b>c")))"#),
        ("<title>a <p>c", #"html(head(title("a ")) body(p("c")))"#),
        ("<!doctype html>\n<!-- c -->\n<html>\n<body>\n<p>one\n</body>\n</html>\ntwo", #"html(head body(p("one" "two")))"#),
        ("<frameset><frame>one", #"html(head body("one"))"#),
    ])
    func headAndBody(_ html: String, _ outline: String) throws {
        let found = try TreeOutline.whole(html).replacing("\n", with: "")
        #expect(found == outline)
    }

    @Test func unclosedFormattingDoesNotMultiply() throws {
        // Every paragraph opens again what is still open: without a bound, 20,000 × 100 elements.
        let page = (0..<200).map { "<i class=\($0)>" }.joined() + String(repeating: "<p>x", count: 20_000)
        let tree = try HTMLPage(utf8: Array(page.utf8)).tree
        #expect(tree.count < page.utf8.count)
        #expect((0..<tree.count).filter { tree.tag[$0] == .text }.count == 20_000)
    }

    /// Tags in any order: the tree is sound, and every text is in it once.
    @Test(arguments: 0..<8) func tagSoupLosesNoText(_ seed: Int) throws {
        let names = [
            "p", "div", "b", "i", "a", "span", "ul", "li", "h2", "table", "tbody", "tr", "td", "th", "caption", "form", "button", "dl", "dd", "nobr", "object", "x-card", "font",
            "option", "br", "img", "hr", "article", "blockquote", "col", "colgroup", "body", "html", "head",
        ]
        var random = SplitMix64(seed: UInt64(seed))
        for _ in 0..<200 {
            var html = ""
            var texts: [String] = []
            for word in 0..<Int.random(in: 1...60, using: &random) {
                let name = names.randomElement(using: &random) ?? "p"
                switch Int.random(in: 0..<10, using: &random) {
                case 0..<5: html += "<\(name)\(Bool.random(using: &random) ? " class='a\(word)'" : "")>"
                case 5..<8: html += "</\(name)>"
                default:
                    html += "t\(word);"
                    texts.append("t\(word);")
                }
            }
            let tree = try HTMLPage(utf8: Array(html.utf8)).tree
            TreeConstructionTests.expectSound(tree, html)
            let found = (0..<tree.count).filter { tree.tag[$0] == .text }.map {
                String(decoding: tree.bytes[Int(tree.textStart[$0])..<Int(tree.textEnd[$0])], as: UTF8.self)
            }
            #expect(found.joined().split(separator: ";").map { $0 + ";" }.sorted() == texts.sorted(), "\(html)")
        }
    }

    /// Parents stand before their children, and subtrees are nested runs.
    static func expectSound(_ tree: PageTree, _ html: String) {
        for node in 0..<tree.count {
            let parent = Int(tree.parent[node])
            #expect(parent < node && (node == 0) == (parent < 0), "\(html)")
            #expect(Int(tree.end[node]) > node && Int(tree.end[node]) <= (parent < 0 ? tree.count : Int(tree.end[parent])), "\(html)")
            #expect(parent < 0 || tree.tag[parent] != .text, "\(html)")
        }
    }
}
