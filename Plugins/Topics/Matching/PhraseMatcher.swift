import StageKit

/// Finds the phrases of all rules in one pass over the text: a hash table of the phrases and of their beginnings, so that a
/// search goes on only where a phrase can.
///
/// Immutable; all workers share it.
struct PhraseMatcher: Sendable {
    private let table: WordTable
    /// The lengths of the prefixes in any rule, a bit each.
    private let prefixLengths: UInt32
    /// Distinct phrases.
    let count: Int

    /// In a table's value: another word may follow.
    private static let goesOn: UInt32 = 1 << 31

    /// - Returns: the number of each phrase, in the order given; equal ones have the same.
    static func make(_ patterns: [PhrasePattern]) -> (matcher: PhraseMatcher, numbers: [Int]) {
        var numbers: [UInt64: Int] = [:]
        var entries: [(hash: UInt64, value: UInt32)] = []
        var lengths: UInt32 = 0
        var result: [Int] = []
        for pattern in patterns {
            guard let whole = pattern.keys.last else { continue }
            for key in pattern.keys.dropLast() { entries.append((key, goesOn)) }
            if let length = pattern.prefix { lengths |= 1 << UInt32(length) }
            if let number = numbers[whole] {
                result.append(number)
            } else {
                numbers[whole] = numbers.count
                result.append(numbers.count - 1)
                entries.append((whole, UInt32(numbers.count)))
            }
        }
        return (PhraseMatcher(table: WordTable(entries), prefixLengths: lengths, count: numbers.count), result)
    }

    private init(table: WordTable, prefixLengths: UInt32, count: Int) {
        self.table = table
        self.prefixLengths = prefixLengths
        self.count = count
    }

    /// Calls `body` with the number and the range of the longest phrase at every word that begins one; they do not overlap.
    ///
    /// - Complexity: O(bytes), as a phrase has at most ``PhrasePattern/mostWords`` words.
    @inline(__always)
    func find(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (Int, Range<Int>) -> Void) {
        var at = range.lowerBound
        while let first = WordReader.next(bytes, at, range.upperBound) {
            at = first.upperBound
            var word = first
            var key = PhrasePattern.start
            var best: (number: Int, end: Int)?
            for _ in 0..<PhrasePattern.mostWords {
                if let number = prefix(of: word, after: key, bytes) { best = (number, word.upperBound) }
                key = PhrasePattern.key(key, WordHash.singular(bytes, word))
                let value = table[key]
                if value & ~PhraseMatcher.goesOn != 0 { best = (Int(value & ~PhraseMatcher.goesOn) - 1, word.upperBound) }
                guard value & PhraseMatcher.goesOn != 0, let next = WordReader.next(bytes, word.upperBound, range.upperBound),
                    WordReader.joins(bytes, word.upperBound..<next.lowerBound)
                else { break }
                word = next
            }
            guard let best else { continue }
            body(best.number, first.lowerBound..<best.end)
            at = best.end
        }
    }

    /// The longest phrase whose last word is given by a beginning of this word.
    @inline(__always)
    private func prefix(of word: Range<Int>, after key: UInt64, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var lengths = prefixLengths
        if word.count < 31 { lengths &= (1 << UInt32(word.count + 1)) - 1 }
        var best: Int?
        while lengths != 0 {
            let length = lengths.trailingZeroBitCount
            lengths &= lengths - 1
            let hash = WordHash.folded(bytes, word.lowerBound..<word.lowerBound + length)
            let value = table[PhrasePattern.key(key, prefix: hash)] & ~PhraseMatcher.goesOn
            if value != 0 { best = Int(value) - 1 }
        }
        return best
    }
}
