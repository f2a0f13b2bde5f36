import Testing

@testable import LoadStage

@Suite struct GlobTests {
    @Test(arguments: [
        ("*.html", "a.html", true), ("*.html", "a.htm", false), ("*.html", "in/a.html", false),
        ("in/*", "in/a", true), ("in/*", "in/a/b", false),
        ("**/*.txt", "a.txt", true), ("**/*.txt", "x/y/a.txt", true), ("x/**/a.txt", "x/a.txt", true), ("x/**", "x/y/z", true),
        ("**/y/**/*.txt", "x/y/z/a.txt", true), ("**/y/**/*.txt", "x/z/a.txt", false),
        ("[a-c]x", "bx", true), ("[a-c]x", "dx", false), ("[!a-c]x", "dx", true), ("[!a-c]x", "ax", false), ("[^a]x", "bx", true),
        ("[]x]", "]", true), ("[a-", "[a-", true), ("day[12]*", "day2-evening", true),
        ("?.txt", "é.txt", true), ("??.txt", "é.txt", false), ("?", "日", true), ("?", "ab", false),
        ("a*b*c", "aXbYc", true), ("a*b*c", "aXbY", false), ("*", "", false), ("a**b", "axxb", true),
    ])
    func matches(pattern: String, path: String, expected: Bool) {
        #expect(Glob(pattern).matches(path) == expected)
    }

    @Test func entersOnlyFoldersThatMayHoldAMatch() {
        let glob = Glob("2026-*/**/x/*.html")
        #expect(glob.mayMatchBelow("2026-01"))
        #expect(glob.mayMatchBelow("2026-01/deep/deeper"))
        #expect(!glob.mayMatchBelow("2025-01"))
        #expect(!Glob("*/a.html").mayMatchBelow("x/y"))
    }

    @Test func partsBeforeAndFromTheFirstPatternOn() {
        #expect(Glob.fixedPrefix(of: "/data/in/*/x.html") == "/data/in")
        #expect(Glob.variablePart(of: "/data/in/*/x.html") == "*/x.html")
        #expect(Glob.fixedPrefix(of: "*.html") == "")
        #expect(Glob.variablePart(of: "*.html") == "*.html")
    }

    @Test func manyStarsTakeNoExponentialTime() {
        let glob = Glob(String(repeating: "*a", count: 40) + "b")
        #expect(!glob.matches(String(repeating: "a", count: 2000)))
    }
}
