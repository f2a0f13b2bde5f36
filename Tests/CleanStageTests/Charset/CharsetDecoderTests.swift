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
}
