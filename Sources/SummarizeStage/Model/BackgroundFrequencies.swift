internal import Glibc

/// How common a word is in news at large: the share of sentences of an open text that have it.
///
/// A count-min sketch (Cormode, Muthukrishnan 2005) of two rows, whose cells hold the logarithm of a count in one
/// printable character each; `copydesk-train summarize-background` writes it. A word that collides in both rows looks
/// more common than it is; none looks rarer. No word can be read back from it.
package struct BackgroundFrequencies: Sendable {
    /// Cells of one row, a power of two.
    package static let rowCells = 16384
    /// Levels in one octave: a cell's count is 2^(level / 3).
    package static let levelsPerOctave = 3.0
    /// The character of level 0. The 64 characters from "0" hold neither quote nor (as a raw string) an escape.
    package static let firstCharacter: UInt8 = 0x30

    /// Inverse sentence frequency by cell, row after row.
    private let rarity: [Float]

    /// The table that ships.
    package static let shipped = BackgroundFrequencies(
        table: BackgroundTable.cells, sentences: BackgroundTable.sentences)

    package init(table: StaticString, sentences: Int) {
        var rarity: [Float] = []
        rarity.reserveCapacity(2 * BackgroundFrequencies.rowCells)
        table.withUTF8Buffer { buffer in
            for byte in buffer where byte >= BackgroundFrequencies.firstCharacter {
                let level = Double(byte - BackgroundFrequencies.firstCharacter)
                let octaves = level / BackgroundFrequencies.levelsPerOctave
                rarity.append(Float(max(0, log2(Double(sentences)) - octaves)))
            }
        }
        let missing = 2 * BackgroundFrequencies.rowCells - rarity.count
        self.rarity = rarity + Array(repeating: 16, count: max(0, missing))
    }

    /// log2(sentences / sentences with the word): about 1 for "the", 8 for "county", 15 for a word never seen.
    ///
    /// - Complexity: O(1).
    func rarity(of hash: UInt64) -> Float {
        let cells = BackgroundFrequencies.cells(of: hash)
        return max(rarity[cells.0], rarity[cells.1])
    }

    /// The two cells that count a word.
    package static func cells(of hash: UInt64) -> (Int, Int) {
        let folded = hash ^ (hash >> 32)
        let second = (hash &* 0x9e37_79b9_7f4a_7c15) >> 40
        return (Int(folded & UInt64(rowCells - 1)), rowCells + Int(second & UInt64(rowCells - 1)))
    }
}
