import Testing

@testable import CleanStage

/// How bytes become tags and texts (HTML living standard, 13.2.5).
@Suite struct HTMLTokenizerTests {
    @Test(arguments: [
        ("a < b <3 c", #""a < b <3 c""#),
        ("one<!-- two > three -->four", #""one" "four""#),
        ("one<!-->two", #""one" "two""#),
        ("one<!--->two", #""one" "two""#),
        ("one<!-- x --!>two", #""one" "two""#),
        ("one<!-- never closed two", #""one" " never closed two""#),
        ("one<![CDATA[x]]>two<?php echo ?>three</ bogus>four", #""one" "two" "three" "four""#),
        ("<script>if (a < b) { '</p>' }</script>one", #""one""#),
        ("<script><!-- <script>a</script> b --></script>one", #""one""#),
        ("<script><!-- a</script>one", #""one""#),
        ("<script><!-- <script>a</script>one", #""one""#),
        ("<SCRIPT>a</ScRiPt >one", #""one""#),
        ("<style>p > a { }</style>one", #""one""#),
        ("<svg><path/><svg></svg><text>no</text></svg>one", #""one""#),
        ("<svg/>one", #""one""#),
        ("<template><p>no<template></template></template>one", #""one""#),
        ("<iframe><p>no</iframe>one", #""one""#),
        ("<textarea>no</textarea>one<script>never closed", #""one" "never closed""#),
        ("<p title='>'>one", #"p("one")"#),
        ("<p title=\">\" class=x>one</p title='>'>two", #"p("one") "two""#),
        ("<p title='never closed>one", #"p("one")"#),
        ("<p/>one", #"p("one")"#),
        ("<P>one</P\n>two", #"p("one") "two""#),
        ("<p \n\t class = 'x' =y>one", #"p("one")"#),
        ("  one  \n  two  ", #"" one  \n  two ""#),
    ])
    func markup(_ html: String, _ outline: String) throws {
        #expect(try TreeOutline.of(html).replacing("\n", with: "\\n") == outline)
    }

    @Test(arguments: [
        ("&amp;&lt;&eacute;&hellip;", "&<é…"), ("&#8217;&#x2019;&#X2019;&#128;&#150;", "’’’€–"), ("&ampx &copy2024 &notit;", "&x ©2024 ¬it;"), ("&unknown; &; & &# &#x;", "&unknown; &; & &# &#x;"),
        ("&#0;&#xD800;&#x110000;&#99999999999;", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"), ("&NotEqualTilde;&CounterClockwiseContourIntegral;", "≂̸∳"), ("&nbsp;x&#160", "\u{A0}x\u{A0}"),
        ("&AMP;&apos;&lbrack;", "&'["),
    ])
    func references(_ html: String, _ text: String) throws {
        let tree = try HTMLPage(utf8: Array("<p>\(html)".utf8)).tree
        let node = try #require((0..<tree.count).first { tree.tag[$0] == .text })
        #expect(String(decoding: tree.bytes[Int(tree.textStart[node])..<Int(tree.textEnd[node])], as: UTF8.self) == text)
    }

    @Test func namesAreAllKnown() {
        #expect(NamedCharacters.shared.count == 2125)
    }

    @Test func attributes() throws {
        let html = """
            <div ID=one CLASS="a &amp; b" class=second data-x=no itemprop='articleBody' style="color: none" onclick="a>b" hidden>\
            <a href="/sport/">x</a><a href='/author/mira?a=1&copy=2'>y</a>
            """
        let tree = try HTMLPage(utf8: Array(html.utf8)).tree
        let div = try #require((0..<tree.count).first { tree.tag[$0] == .div })
        #expect(tree.string(.id, of: div) == "one")
        #expect(tree.string(.class, of: div) == "a & b")
        #expect(tree.string(.itemprop, of: div) == "articleBody")
        #expect(tree.string(.style, of: div) == "color: none")
        #expect(tree.string(.hidden, of: div) == "")
        let links = (0..<tree.count).filter { tree.tag[$0] == .a }
        #expect(links.map { tree.string(.href, of: $0) } == [nil, "/author/mira?a=1&copy=2"])
        #expect((0..<tree.count).filter { tree.tag[$0] == .div }.map { tree.attributeRange(of: $0).count } == [5])
    }

    @Test(arguments: [
        ("/staff/mira-solberg", true), ("https://post.example/staff/2648123001/mira-solberg/", true), ("/by/mira", true), ("/licenses/by/4.0/", false), ("/by/4/", false), ("/staff/", false),
        ("/staff/12ab", false), ("/sport/mira", false),
    ])
    func authorsAddresses(_ address: String, _ isAuthors: Bool) {
        var bytes = Array(address.utf8)
        bytes.withUnsafeMutableBufferPointer { #expect(AuthorAddress.isAuthorsPage(UnsafeBufferPointer($0), 0..<$0.count) == isAuthors) }
    }

    @Test func linkedDataIsKeptAside() throws {
        let page = try HTMLPage(utf8: Array(#"<script type="application/LD+JSON">{"a": "</p>"}</script><script>x</script><p>one"#.utf8))
        #expect(page.linkedData.map { String(decoding: $0, as: UTF8.self) } == [#"{"a": "</p>"}"#])
    }

    @Test(arguments: ["<!--", "<script><!--<script></script>", "<p class=\"", "<p class='", "<title>", "<svg><svg>", "<textarea>", "&#", "<![", "<a<b", "</"])
    func whatNeverEndsStaysLinear(_ part: String) throws {
        // Each is looked for to the page's end once; again and again, 100,000 of them would take minutes.
        let page = String(repeating: part, count: 100_000) + "<p>kept"
        #expect(try HTMLPage(utf8: Array(page.utf8)).tree.count > 0)
    }
}
