import ArgumentParser
import Glibc
import SummarizeStage

/// Counts in how many sentences of an open text each word stands, and writes the table of background frequencies.
struct SummarizeBackground: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "summarize-background",
        abstract: "Writes the background word frequencies of summarize from a text with one sentence a line, read from stdin.")

    @Option(help: "What text it is, for the comment in the file.") var source: String
    @Option(help: "The Swift file to write.") var output: String

    func run() throws {
        let text = try CommandFiles.standardInput()
        var scanner = WordScanner()
        var counts = [Int](repeating: 0, count: 2 * BackgroundFrequencies.rowCells)
        var sentences = 0
        for line in text.split(separator: UInt8(ascii: "\n")) {
            sentences += 1
            let bytes = Array(line)
            var seen: Set<UInt64> = []
            var position = 0
            while let word = scanner.next(in: bytes, from: &position, to: bytes.count) {
                guard seen.insert(word.hash).inserted else { continue }
                let cells = BackgroundFrequencies.cells(of: word.hash)
                counts[cells.0] += 1
                counts[cells.1] += 1
            }
        }
        var table = ""
        let perLine = 128
        for (index, count) in counts.enumerated() {
            if index % perLine == 0 { table += "\n        " }
            // Half a use for words that were never seen: rarer than those seen once.
            let level = count == 0 ? 0 : log2(Double(count)) * BackgroundFrequencies.levelsPerOctave + 1
            table += String(UnicodeScalar(BackgroundFrequencies.firstCharacter + UInt8(min(63, level.rounded()))))
        }
        try CommandFiles.write(
            """
            /// In how many sentences of \(source) a word stands: see ``BackgroundFrequencies``.
            ///
            /// Written by `copydesk-train summarize-background`; do not edit.
            enum BackgroundTable {
                static let sentences = \(sentences)
                static let cells: StaticString = #\"\"\"\(table)
                    \"\"\"#
            }

            """, to: output)
        print("\(sentences) sentences, \(counts.count { $0 > 0 }) of \(counts.count) cells in use")
    }
}
