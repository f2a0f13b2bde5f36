/// All patterns in one table, beginning by beginning, as ``PhraseIndex`` has names.
struct PatternIndex: Sendable {
    /// So many patterns may differ in nothing but marks and casing ("#/#", "#-#"); further ones are not looked at, so that a list
    /// of one pattern a million times stays linear.
    private static let mostAlike = 16

    /// Numbers the keys of the beginnings.
    private var beginnings: [UInt64: Int] = [:]
    /// Of each beginning the patterns that end with it, in the order of the lists.
    private var ends: [[Int32]] = []

    /// Whether a pattern may start with a byte; and a bit for every beginning, by its key: most words of a text stop here.
    private var firstBytes: [Bool] = Array(repeating: false, count: 256)
    private var filter: [UInt64] = [0]

    var isEmpty: Bool { ends.isEmpty }

    mutating func add(_ pattern: TokenPattern, entry: Int) {
        for byte in pattern.firstBytes { firstBytes[Int(byte)] = true }
        var last = 0
        for key in pattern.keys {
            last = beginnings[key, default: ends.count]
            guard last == ends.count else { continue }
            beginnings[key] = last
            ends.append([])
        }
        if ends[last].count < PatternIndex.mostAlike { ends[last].append(Int32(entry)) }
    }

    /// To be called when all patterns are there.
    mutating func build() {
        // Sixteen bits a beginning, a power of two, as ``PhraseIndex`` has them.
        var words = 1
        while words * 64 < beginnings.count * 16 { words *= 2 }
        filter = Array(repeating: 0, count: words)
        for key in beginnings.keys { filter[word(of: key)] |= 1 << (key >> 58) }
    }

    @inline(__always)
    private func word(of key: UInt64) -> Int { Int(truncatingIfNeeded: key >> 20) & (filter.count - 1) }

    /// The longest pattern that starts at `start`, and its range in the text; the first listed of several.
    ///
    /// - Parameters:
    ///   - patterns: those that were added, in that order. (Handed down as arrays: a closure would keep and release them at every word.)
    ///   - text: what their ranges are in.
    /// - Complexity: O(the words that patterns go on with).
    @inline(__always)
    func longest(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, patterns: [UserGazetteer.Entry], _ text: [UInt8]
    ) -> (entry: Int, range: Range<Int>)? {
        guard start < end, firstBytes[Int(bytes[start])] else { return nil }
        var best: (entry: Int, range: Range<Int>)?
        follow(TokenPattern.start, bytes, start..<start, end, 0, &best, patterns, text)
        return best
    }

    private func follow(
        _ key: UInt64, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ end: Int, _ words: Int,
        _ best: inout (entry: Int, range: Range<Int>)?, _ patterns: [UserGazetteer.Entry], _ text: [UInt8]
    ) {
        guard words < TokenPattern.mostWords, let word = PatternScan.next(bytes, range.upperBound, end, key),
            words > 0 || word.range.lowerBound == range.lowerBound
        else { return }
        let next = range.lowerBound..<word.range.upperBound
        take(word.key, bytes, next, end, words + 1, &best, patterns, text)
        if word.startsWithCapital { take(TokenPattern.starred(key), bytes, next, end, words + 1, &best, patterns, text) }
    }

    @inline(__always)
    private func take(
        _ key: UInt64, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ end: Int, _ words: Int,
        _ best: inout (entry: Int, range: Range<Int>)?, _ patterns: [UserGazetteer.Entry], _ text: [UInt8]
    ) {
        guard filter[word(of: key)] & (1 << (key >> 58)) != 0, let number = beginnings[key] else { return }
        for entry in ends[number] {
            let pattern = patterns[Int(entry)]
            guard let found = NameMatch.matches(text, pattern.name, pattern.casing, isPattern: true, bytes, range) else { continue }
            if found.count > best?.range.count ?? 0 { best = (Int(entry), found) }
            break
        }
        follow(key, bytes, range, end, words, &best, patterns, text)
    }
}
