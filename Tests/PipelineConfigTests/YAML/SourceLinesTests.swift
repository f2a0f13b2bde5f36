import StageKit
import Testing

@testable import PipelineConfig

@Suite struct SourceLinesTests {
    @Test(arguments: [
        ("", [""]), ("a", ["a"]), ("a\n", ["a", ""]), ("a\r\nb\rc\nd", ["a", "b", "c", "d"]), ("\n\r", ["", "", ""]),
        ("a\u{85}b\u{2028}c\u{2029}d", ["a", "b", "c", "d"]), ("\u{2027}\u{202A}é\u{C5}", ["\u{2027}\u{202A}é\u{C5}"]),
    ]) func breaksWhereTheParserDoes(text: String, expected: [String]) {
        let lines = SourceLines(Array(text.utf8))
        #expect(lines.count == expected.count)
        #expect((1...lines.count).map { lines.line($0) } == expected.map { Array($0.unicodeScalars) })
        #expect(lines.line(0) == nil)
        #expect(lines.line(lines.count + 1) == nil)
    }

    @Test(arguments: [(0, 1, 1), (1, 1, 2), (3, 1, 3), (4, 2, 1), (6, 3, 1), (7, 3, 2)]) func locatesABytesOffset(offset: Int, line: Int, column: Int) {
        let location = SourceLines(Array("xé\n\r\nyz".utf8)).location(of: offset, file: "f")
        #expect(location == StageKit.SourceLocation(file: "f", line: line, column: column))
    }

    @Test func findsReferences() {
        let lines = SourceLines(Array("a: ${A} $${B} $ ${C}\nb: ${D}\n".utf8))
        func places(_ line: Int, _ column: Int, _ endLine: Int, _ endColumn: Int) -> [String] {
            let start = StageKit.SourceLocation(file: "f", line: line, column: column)
            return lines.references(from: start, to: StageKit.SourceLocation(file: "f", line: endLine, column: endColumn)).map { "\($0)" }
        }
        #expect(places(1, 4, 1, 21) == ["f:1:4", "f:1:17"])
        #expect(places(1, 5, 2, 8) == ["f:1:17", "f:2:4"])
        #expect(places(2, 4, 9, 9) == ["f:2:4"])
        #expect(places(2, 1, 1, 1) == [])
    }
}
