import StageKit
import Testing

@testable import CleanStage

@Suite struct CharsetDecoderTests {
    private func text(_ bytes: [UInt8], declared: String? = nil) -> String {
        String(decoding: CharsetDecoder.decode(bytes, declared: declared, isHTML: true).bytes, as: UTF8.self)
    }

    @Test func utf8StaysAsItIs() {
        #expect(text(Array("<p>naïve – “so”</p>".utf8)) == "<p>naïve – “so”</p>")
    }

    @Test func theDeclaredCharsetIsUsed() {
        let page = Array("<meta charset=windows-1252><p>caf".utf8) + [0xE9, 0x20, 0x93, 0x6F, 0x6B, 0x94] + Array("</p>".utf8)
        #expect(text(page).contains("café “ok”"))
        #expect(text(Array("<p>caf".utf8) + [0xE9] + Array("</p>".utf8), declared: "iso-8859-1").contains("café"))
    }

    @Test func aByteOrderMarkDecides() {
        var wide: [UInt8] = [0xFF, 0xFE]
        for unit in "<p>caf\u{E9}</p>".utf16 { wide += [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)] }
        #expect(text(wide).contains("<p>café</p>"))
    }

    @Test func aWrongDeclarationDoesNotSpoilUTF8() {
        #expect(text(Array("<meta charset=iso-8859-1><p>für viele Städte schön</p>".utf8)).contains("für viele Städte schön"))
    }

    @Test func anyBytesGiveWellFormedText() {
        var bytes: [UInt8] = []
        for byte in UInt8.min...UInt8.max { bytes += [byte, byte ^ 0x55] }
        let decoded = CharsetDecoder.decode(bytes, declared: "x-unheard-of", isHTML: true).bytes
        #expect(Array(String(decoding: decoded, as: UTF8.self).utf8) == decoded)
    }

    private static let labels: [(String, String?)] = [
        ("UTF8", "utf-8"), (" 'Latin1' ", "windows-1252"), ("ISO-8859-1", "windows-1252"), ("us-ascii", "windows-1252"), ("iso-8859-9", "windows-1254"), ("x-cp1250", "windows-1250"),
        ("iso_8859-7:1987", "iso-8859-7"), ("tis-620", "cp874"), ("x-gbk", "gb18030"), ("x-sjis", "cp932"), ("koi", "koi8-r"), ("x-mac-roman", "macintosh"), ("utf-16", "utf-8"),
        // What browsers refuse: stateful encodings that have hidden scripts, and names that nobody knows.
        ("utf-7", nil), ("hz-gb-2312", nil), ("iso-2022-kr", nil), ("x-unheard-of", nil), ("", nil), ("../../etc", nil),
    ]

    @Test(arguments: labels)
    func labelsAreReadAsBrowsersDo(_ label: String, _ charset: String?) {
        #expect(CharsetLabel.charset(for: label) == charset)
    }

    @Test func everyLabelOfTheStandardCanBeConverted() {
        #expect(CharsetLabels.all.count >= 220)
        for label in CharsetLabels.all {
            guard let charset = CharsetLabel.charset(for: label), charset != "utf-8", charset != "windows-1252" else { continue }
            #expect(Iconv.toUTF8([0x41], from: charset) == [0x41], "\(label) → \(charset)")
        }
    }

    @Test func windows1252HasAMeaningForEveryByte() {
        let decoded = String(decoding: Windows1252.decode((0x80...0x9F).map { UInt8($0) }), as: UTF8.self).unicodeScalars.map(\.value)
        #expect(decoded.prefix(3) == [0x20AC, 0x81, 0x201A])
        #expect(decoded.count == 32)
        #expect(!decoded.contains(0xFFFD))
    }

    private func decoded(_ text: String) -> CharsetDecoder.Decoded { CharsetDecoder.decode(Array(text.utf8), declared: nil, isHTML: true) }

    @Test(arguments: ["Ã¼ber viele StÃ¤dte schÃ¶n", "The cafÃ© isnâ€™t open, â€œsoâ€\u{9D} they said", "Ã€ la carte, Ã\u{A0} la mode, dÃ©jÃ\u{A0} vu"])
    func textThatWasEncodedTwiceIsMended(_ text: String) {
        let result = decoded(text)
        #expect(!String(decoding: result.bytes, as: UTF8.self).contains("Ã"))
        #expect(result.reason == "well-formed, encoded twice and mended")
    }

    @Test func textOfWhichOnlyPartsLookEncodedTwiceIsLeftAloneAndSaidSo() {
        let text = "Größe und Länge: er schrieb Ã¼ber StÃ¤dte und DÃ¶rfer"
        #expect(String(decoding: decoded(text).bytes, as: UTF8.self) == text)
        #expect(decoded(text).reason == "well-formed, parts look encoded twice")
    }

    @Test(arguments: ["São Paulo, SÃO PAULO, ÂMBAR", "ÄÖÜ ÀÉÈ", "naïve"])
    func capitalsWithAccentsAreNoSuspicion(_ text: String) {
        #expect(decoded(text).reason == "well-formed")
        #expect(String(decoding: decoded(text).bytes, as: UTF8.self) == text)
    }

    @Test func aFewBadBytesDoNotMakeAnotherCharset() {
        var bytes = Array("<meta charset=utf-8><p>".utf8)
        for _ in 0..<20 { bytes += Array("schöne Städte ".utf8) }
        bytes += [0xFF] + Array("</p>".utf8)
        let result = CharsetDecoder.decode(bytes, declared: nil, isHTML: true)
        #expect(result.charset == "utf-8")
        #expect(String(decoding: result.bytes, as: UTF8.self).contains("schöne Städte \u{FFFD}"))
    }
}
