import Testing

@testable import ExportStage

@Suite struct MarkdownTests {
    @Test(arguments: [
        ("plain words, 1.5 of them.", "plain words, 1.5 of them."), ("a *b* _c_", "a \\*b\\* \\_c\\_"), ("<b>", "\\<b\\>"), ("[x](y)", "\\[x\\]\\(y\\)"),
        ("two\n  lines\r\n", "two lines "), ("# no", "\\# no"), ("- no", "\\- no"), ("well-known - no", "well-known \\- no"), ("+ no", "\\+ no"),
        ("1. no", "1\\. no"), ("2026. A year", "2026\\. A year"), ("1) no", "1\\) no"), ("back\\slash", "back\\\\slash"), ("&amp;", "\\&amp;"), ("a|b", "a\\|b"),
        ("`code`", "\\`code\\`"), ("$x$", "\\$x\\$"), ("~~x~~", "\\~\\~x\\~\\~"), ("esc\u{1B}[2J", "esc␛\\[2J"), ("\u{202E}x", "\u{FFFD}x"), ("", ""),
    ])
    func escaped(text: String, expected: String) {
        #expect(Markdown.escaped(text) == expected)
    }

    @Test(arguments: [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"), ("http://x/é y", "http://x/%C3%A9%20y"), ("https://x/>)<script>", "https://x/%3E%29%3Cscript%3E"),
        ("https://x/\u{1B}\n", "https://x/%1B%0A"), ("javascript:alert(1)", nil), ("data:text/html,x", nil), ("//x", nil), ("file:///etc", nil), ("", nil),
    ] as [(String, String?)])
    func target(url: String, expected: String?) {
        #expect(Markdown.target(url) == expected)
    }
}
