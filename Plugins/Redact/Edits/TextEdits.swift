/// Stretches of a text that are replaced, and where everything else goes.
struct TextEdits {
    struct Edit {
        var range: Range<Int>
        var replacement: [UInt8]
    }

    /// In text order, not overlapping.
    let edits: [Edit]
    /// Where each edit begins and ends in the old text, and its replacement in the new one.
    private let lowerBounds: [Int]
    private let upperBounds: [Int]
    private let starts: [Int]
    private let ends: [Int]

    /// - Precondition: the edits are in order and do not overlap.
    init(_ edits: [Edit]) {
        self.edits = edits
        var starts: [Int] = []
        var shift = 0
        for edit in edits {
            starts.append(edit.range.lowerBound + shift)
            shift += edit.replacement.count - edit.range.count
        }
        self.starts = starts
        lowerBounds = edits.map(\.range.lowerBound)
        upperBounds = edits.map(\.range.upperBound)
        ends = zip(starts, edits).map { $0 + $1.replacement.count }
    }

    /// - Complexity: O(n).
    func applied(to text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count + edits.reduce(0) { $0 + $1.replacement.count })
        var end = 0
        for edit in edits {
            result += text[end..<edit.range.lowerBound]
            result += edit.replacement
            end = edit.range.upperBound
        }
        return result + text[end...]
    }

    /// Where a place in the old text is in the new one. What lay within a replaced stretch lies at the replacement's end, so
    /// that ranges keep their order and do not come to overlap.
    ///
    /// - Complexity: O(log edits).
    func place(_ offset: Int) -> Int {
        var low = 0
        var high = lowerBounds.count
        while low < high {
            let middle = (low + high) / 2
            if lowerBounds[middle] < offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return offset }
        return ends[low - 1] + max(0, offset - upperBounds[low - 1])
    }

    func range(_ range: Range<Int>) -> Range<Int> {
        place(range.lowerBound)..<place(range.upperBound)
    }

    /// The old tokens where nothing changed, what is left of those at a replacement's edge, and the words of replacements.
    ///
    /// - Complexity: O(tokens + edits × log edits).
    func tokens(_ old: [Range<Int>]) -> [Range<Int>] {
        var tokens: [Range<Int>] = []
        func append(from start: Int, to end: Int) {
            if start < end { tokens.append(range(start..<end)) }
        }
        var next = 0
        // What lies before it is dealt with.
        var floor = 0
        for (edit, start) in zip(edits, starts) {
            var isCut = false
            while next < old.count, old[next].lowerBound < edit.range.upperBound {
                let token = old[next]
                if token.upperBound > edit.range.lowerBound { isCut = true }
                append(from: max(token.lowerBound, floor), to: min(token.upperBound, edit.range.lowerBound))
                // The rest of it stands behind the edit.
                if token.upperBound > edit.range.upperBound { break }
                next += 1
            }
            floor = edit.range.upperBound
            // Where no tokens were, none are to come.
            if isCut { tokens += TextEdits.words(edit.replacement).map { $0.lowerBound + start..<$0.upperBound + start } }
        }
        for token in old[next...] { append(from: max(token.lowerBound, floor), to: token.upperBound) }
        return tokens
    }

    private static func words(_ replacement: [UInt8]) -> [Range<Int>] {
        replacement.split(separator: UInt8(ascii: " ")).map { $0.startIndex..<$0.endIndex }
    }
}
