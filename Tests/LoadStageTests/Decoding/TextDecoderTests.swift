import Glibc
import StageKit
import Testing
import TestSupport

@testable import LoadStage

@Suite struct TextDecoderTests {
    private static let french = "À l'été, l'élève a été reçu à l'école près de la forêt; où est-il passé? Ça, c'est « très » déplorable, dit Noël."
    private static let polish = """
        Zażółć gęślą jaźń – w środę rząd przyjął projekt ustawy o ochronie środowiska. Większość posłów głosowała za, część \
        wstrzymała się od głosu. Premier powiedział, że źródłem kłopotów są spóźnione dostawy węgla, a mieszkańcy Łodzi i Gdańska \
        płacą coraz więcej. Następne posiedzenie odbędzie się w przyszłym miesiącu, jeśli zgodę wyrażą wszyscy członkowie komisji.
        """
    private static let japanese = "政府は水曜日、新しい環境保護法案を閣議決定した。首相は記者会見で、エネルギー価格の上昇について説明し、国民に理解を求めた。次の会議は来月開かれる予定だ。"
    private static let english = "The council met on Monday. "

    private func encoded(_ text: String, _ charset: String) -> [UInt8] {
        let converter = iconv_open(charset, "UTF-8")!
        defer { iconv_close(converter) }
        var input = text.utf8.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: input.count * 4)
        let count = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                var (from, left, to, room) = (input.baseAddress, input.count, output.baseAddress, output.count)
                precondition(iconv(converter, &from, &left, &to, &room) == 0, "\(charset) has not all of the text")
                return output.count - room
            }
        }
        return output[..<count].map { UInt8(bitPattern: $0) }
    }

    private func decode(_ bytes: [UInt8]) throws -> String { try TextDecoder.decode(bytes).string }

    @Test func byteOrderMarks() throws {
        for text in [Self.french, Self.japanese, "😀 ok", ""] {
            #expect(try decode(Array(text.utf8)) == text)
            #expect(try decode([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == text)
            #expect(try decode([0xFF, 0xFE] + encoded(text, "UTF-16LE")) == text)
            #expect(try decode([0xFE, 0xFF] + encoded(text, "UTF-16BE")) == text)
        }
        // Half a unit at the end vanished.
        #expect(try decode([0xFF, 0xFE, 0x41, 0, 0x42]) == "A\u{FFFD}")
        #expect(try decode([0xFF, 0xFE, 0x00, 0xD8, 0x41, 0]) == "\u{FFFD}A")
        #expect(throws: StageFailure("the file is UTF-32, which is not read", advice: "save it as UTF-8")) {
            try TextDecoder.decode([0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0])
        }
    }

    @Test func charsetsWithoutAMark() throws {
        #expect(try decode(encoded(Self.french, "WINDOWS-1252")) == Self.french)
        #expect(try decode(encoded(Self.japanese, "SHIFT_JIS")) == Self.japanese)
        let polish = Self.polish.replacing("–", with: "-")
        #expect(try decode(encoded(polish, "ISO-8859-2")) == polish)
        let quotes = "The mayor said \u{201C}no\u{201D} \u{2013} and that\u{2019}s it\u{2026}"
        #expect(try decode(encoded(quotes, "WINDOWS-1252")) == quotes)
    }

    @Test func longTexts() throws {
        let text = String(repeating: Self.french + "\n", count: 3000)
        #expect(try decode(encoded(text, "WINDOWS-1252")) == text)
        let japanese = String(repeating: Self.japanese, count: 2000)
        #expect(try decode(encoded(japanese, "SHIFT_JIS")) == japanese)
    }

    /// Three damaged bytes were taken for a Mac's Cyrillic, and all of the text for it.
    @Test(arguments: [[0xC3, 0x28, 0xFF], [0xFF], [0xE2, 0x82], [0xFE, 0xFE, 0xFE], [0xC3, 0x20], [0xF0, 0x9F, 0x98], [0xD0, 0x0A]] as [[UInt8]])
    func damageInAPlainTextIsRepaired(damage: [UInt8]) throws {
        let text = Self.english
        for bytes in [Array(text.utf8) + damage + Array(text.utf8), Array(text.utf8) + damage, Array(String(repeating: text, count: 500).utf8) + damage] {
            let decoded = try decode(bytes)
            #expect(decoded.contains("\u{FFFD}"))
            #expect(decoded.hasPrefix(text))
            #expect(decoded.unicodeScalars.allSatisfy { $0.isASCII || $0 == "\u{FFFD}" })
        }
    }

    @Test func damageInUTF8IsRepaired() throws {
        for text in [Self.french, Self.japanese, Self.polish] {
            for seed in UInt64(1)...30 {
                var random = SplitMix64(seed: seed)
                var bytes = Array(text.utf8)
                for _ in 0..<3 { bytes[random.below(bytes.count)] = UInt8(0x80 + random.below(128)) }
                #expect(try decode(bytes) == String(decoding: bytes, as: UTF8.self), "seed \(seed)")
            }
        }
        // What an earlier program had repaired counted as damage.
        let repaired = "\u{FFFD} and \u{FFFD} and \u{FFFD}"
        #expect(try decode(Array(repaired.utf8) + [0xFF]) == repaired + "\u{FFFD}")
    }

    @Test func aFewLettersOfWindows1252() throws {
        for text in ["The café on the square has closed.", "École", "Voilà à Paris", "naïve façade", "That\u{2019}s all.", "\u{201C}No\u{201D}", "ÉTÉ", "5 £"] {
            #expect(try decode(encoded(text, "WINDOWS-1252")) == text)
        }
    }

    @Test func whatIsNoText() throws {
        var random = SplitMix64(seed: 5)
        let noise = (0..<4000).map { _ in UInt8(random.below(256)) }
        #expect(throws: StageFailure("the file is no text: it is full of control characters")) { try TextDecoder.decode(noise) }
    }

    @Test func blankFiles() throws {
        for (name, bytes) in [("a.txt", [0x20, 0x0A]), ("a.md", [0xEF, 0xBB, 0xBF]), ("a.html", [0x0A, 0x09]), ("a.txt", [0, 0])] as [(String, [UInt8])] {
            #expect(try Folder().read(name, bytes).reasons == ["the file is blank"])
        }
    }
}
