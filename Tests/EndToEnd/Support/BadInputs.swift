import Foundation
import Testing
import TestSupport

/// Input that goes wrong, as it does in the wild. Each is written into a folder of its own beside a good article, so that
/// a test sees what the bad one gets and that the good one passes.
struct BadInput: Sendable, CustomTestStringConvertible {
    /// What is bad, in words; the table in docs/bad-input.md has a row for each.
    var what: String
    /// How many articles go to quarantine.
    var quarantined: Int
    /// How many articles of the bad file still pass.
    var passing: Int
    /// Writes the files, below `in/`.
    var write: @Sendable (Workspace) throws -> Void

    var testDescription: String { what }

    private static let sentence = "The council met on Monday and decided nothing of note. "

    static let all: [BadInput] = [
        // Text
        file("an empty text file", "bad.txt", [], quarantined: 1),
        file("a text file of spaces and line feeds", "bad.txt", Array(" \n\n \t \n".utf8), quarantined: 1),
        file("a text file with NUL bytes", "bad.txt", Array("The mayor\u{0} spoke on Monday.\u{0}\u{0} Nobody listened.".utf8), passing: 1),
        file("text that is not UTF-8 and declares nothing", "bad.txt", latin1, passing: 1),
        file("broken UTF-8 in the middle of UTF-8", "bad.txt", Array(sentence.utf8) + [0xC3, 0x28, 0xFF] + Array(sentence.utf8), passing: 1),
        file("UTF-16 with a byte-order mark", "bad.txt", utf16, passing: 1),
        file("random bytes named .txt", "bad.txt", noise(4096), quarantined: 1),
        file("escape sequences for a terminal", "bad.txt", Array("\u{1B}[2J\u{1B}]0;owned\u{7}\(sentence)".utf8), passing: 1),
        // Compressed
        file("a file that is no gzip but is named .gz", "bad.txt.gz", Array(sentence.utf8), quarantined: 1),
        shell("a truncated gzip", "printf '%s' \"$(seq 9999)\" | gzip | head -c 5000 > in/bad.txt.gz", quarantined: 1),
        shell("a gzip with a wrong checksum", "printf 'The mayor spoke.' | gzip | head -c -8 > in/bad.txt.gz; printf '12345678' >> in/bad.txt.gz", quarantined: 1),
        shell("a gzip bomb of 2 GB", "head -c 2000000000 /dev/zero | gzip -1 > in/bad.txt.gz", quarantined: 1),
        shell("a truncated zstd", "seq 99999 | zstd -q | head -c 5000 > in/bad.txt.zst", quarantined: 1),
        file("an empty .gz", "bad.txt.gz", [], quarantined: 1),
        shell("a PDF named .html", "printf '%%PDF-1.7\n1 0 obj' > in/bad.html", quarantined: 1),
        // JSON Lines
        file("a broken line among good ones", "bad.jsonl", lines(record, "{\"text\": \"cut off", record), quarantined: 1, passing: 2),
        file("a line that is no object", "bad.jsonl", lines(record, "[1, 2]", "\"text\"", record), quarantined: 2, passing: 2),
        file("a record without text", "bad.jsonl", lines("{\"title\": \"Nothing below\"}", record), quarantined: 1, passing: 1),
        file("a text that is a number", "bad.jsonl", lines("{\"text\": 7}", record), quarantined: 1, passing: 1),
        file("a line that is not UTF-8", "bad.jsonl", Array("{\"text\": \"".utf8) + [0xFF, 0xFE] + lines("\"}", record), quarantined: 1, passing: 1),
        file("100,000 nested brackets", "bad.jsonl", [UInt8](repeating: 0x5B, count: 100_000) + lines("", record), quarantined: 1, passing: 1),
        file("a lone surrogate", "bad.jsonl", lines("{\"text\": \"A \\ud800 stands alone here.\"}"), passing: 1),
        shell("100 MB on one line", "{ printf '{\"text\":\"'; head -c 100000000 /dev/zero | tr '\\0' 'a'; printf '\"}\\n%s\\n' '\(record)'; } > in/bad.jsonl", quarantined: 1, passing: 1),
        file("no line feed at the end", "bad.jsonl", Array(lines(record, record).dropLast()), passing: 2),
        file("empty lines and carriage returns", "bad.jsonl", Array("\r\n\n\(record)\r\n\n\(record)\r\n".utf8), passing: 2),
        // JSON documents
        file("a JSON list spread over lines", "bad.json", Array("[\n  \(record),\n  {\n    \"text\": \"It decided nothing.\"\n  }\n]\n".utf8), passing: 2),
        file("a JSON list that is cut off", "bad.json", Array("[\(record),\n  {\"text\": \"It dec".utf8), quarantined: 1, passing: 1),
        // Feeds and web archives
        file("a feed that is cut off", "bad.xml", Array("<rss><channel><item><description>\(sentence)</description></item>\n<item><descr".utf8), quarantined: 1, passing: 1),
        file("an entity of a feed that grows without bounds", "bad.xml", growing, passing: 1),
        file("XML that is no feed", "bad.xml", Array("<urlset><url/></urlset>".utf8), quarantined: 1),
        file("a web archive that is cut off", "bad.warc", Array((archived + archived).dropLast(20)), quarantined: 1, passing: 1),
        file("a file that is no web archive but is named .warc", "bad.warc", Array(sentence.utf8), quarantined: 1),
        // CSV
        file("a quote that is never closed", "bad.csv", Array("title,text\nA,\"The mayor spoke.\nB,And left.\n".utf8), quarantined: 1),
        file("a row with too many cells", "bad.csv", Array("title,text\nA,The mayor spoke.,extra\nB,And left the hall.\n".utf8), quarantined: 1, passing: 1),
        file("a CSV without a column for the text", "bad.csv", Array("colour,size\nred,7\n".utf8), quarantined: 1),
        file("a CSV with semicolons", "bad.csv", Array("title;text\nA;\"The mayor spoke; and left.\"\n".utf8), passing: 1),
        file("a CSV with a header alone", "bad.csv", Array("title,text\n".utf8)),
        // HTML
        file("an empty page", "bad.html", [], quarantined: 1),
        file("100,000 nested elements", "bad.html", Array("<html><body>\(String(repeating: "<div>", count: 100_000))<p>\(sentence)</p>".utf8), passing: 1),
        file("a page that ends in the middle of a tag", "bad.html", Array("<html><body><article><h1>News</h1><p>\(sentence)\(sentence)</p><p cla".utf8), passing: 1),
        file("a page with NUL bytes", "bad.html", Array("<html><body><p>\(sentence)\u{0}\(sentence)</p>".utf8), passing: 1),
        file("a page that declares a charset nobody knows", "bad.html", Array("<html><meta charset=klingon><body><p>\(sentence)</p>".utf8), passing: 1),
        shell("a page of 50 MB", "{ printf '<html><body>'; yes '<p>\(sentence)</p>' | head -c 50000000; } > in/bad.html", quarantined: 1),
        // Files
        shell("a dangling link", "ln -s nowhere in/bad.txt", quarantined: 1),
        shell("a link that leads to its own folder", "mkdir in/loop && ln -s . in/loop/again"),
        shell("a folder with the name of an article", "mkdir in/bad.txt"),
        file("a file name with control characters", "bad\u{1B}[31m\nname.txt", Array(sentence.utf8), passing: 1),
        file("a kind of file nobody asked for", "photo.jpg", noise(1000)),
    ]

    private static let record = "{\"title\": \"Council\", \"text\": \"The council met on Monday. It decided nothing.\"}"
    private static let latin1 = Array("The caf".utf8) + [0xE9] + Array(" on the square has closed for good, its owner said.".utf8)
    private static let utf16: [UInt8] = [0xFF, 0xFE] + sentence.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }

    private static let growing = Array("""
        <!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>
        <rss><channel><item><title>&c;</title><description>\(sentence)</description></item></channel></rss>
        """.utf8)
    private static let archived: [UInt8] = {
        let page = "<html><body><p>\(sentence)\(sentence)</p></body></html>"
        return Array("WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: \(page.utf8.count)\r\n\r\n\(page)\r\n\r\n".utf8)
    }()

    private static func noise(_ count: Int) -> [UInt8] {
        var random = SplitMix64(seed: 7)
        return (0..<count).map { _ in UInt8(random.below(256)) }
    }

    private static func lines(_ lines: String...) -> [UInt8] {
        Array(lines.map { "\($0)\n" }.joined().utf8)
    }

    private static func file(_ what: String, _ name: String, _ bytes: [UInt8], quarantined: Int = 0, passing: Int = 0) -> BadInput {
        BadInput(what: what, quarantined: quarantined, passing: passing) { try $0.write("in/\(name)", bytes) }
    }

    private static func shell(_ what: String, _ line: String, quarantined: Int = 0, passing: Int = 0) -> BadInput {
        BadInput(what: what, quarantined: quarantined, passing: passing) {
            try Program.shell("cd \"$1\" && \(line)", $0.path)
        }
    }
}
