/// Finds the words of a text: the runs of ASCII letters and bytes beyond ASCII.
enum LetterRuns {
    /// Calls `body` with the borders of each run, in order.
    /// - Complexity: O(n), sixty-four bytes a step and a few instructions a word.
    @inline(__always)
    static func forEach(in text: UnsafeBufferPointer<UInt8>, _ body: (_ start: Int, _ end: Int) -> Void) {
        var start = -1
        forEachStep(in: text) { offset, letters, before in
            // Letters with another neighbour than a letter in front, and the other way round: starts and ends in turn.
            var edges = letters ^ (letters << 1 | before)
            while edges != 0 {
                let place = offset &+ edges.trailingZeroBitCount
                edges &= edges &- 1
                if start < 0 {
                    start = place
                } else {
                    body(start, place)
                    start = -1
                }
            }
        }
        if start >= 0 { body(start, text.count) }
    }

    /// Calls `body` with each place that is no letter or the first of a run.
    @inline(__always)
    static func forEachBorder(in text: UnsafeBufferPointer<UInt8>, _ body: (_ place: Int) -> Void) {
        forEachStep(in: text) { offset, letters, before in
            var places = ~(letters & (letters << 1 | before))
            if text.count - offset < 64 { places &= (1 << UInt64(text.count - offset)) &- 1 }
            while places != 0 {
                body(offset &+ places.trailingZeroBitCount)
                places &= places &- 1
            }
        }
    }

    /// Calls `body` for every sixty-four bytes: where they start, which of them are letters, and whether the byte before is one.
    @inline(__always)
    private static func forEachStep(in text: UnsafeBufferPointer<UInt8>, _ body: (_ offset: Int, _ letters: UInt64, _ before: UInt64) -> Void) {
        var before: UInt64 = 0
        var offset = 0
        while offset < text.count {
            var letters: UInt64 = 0
            let end = min(offset + 64, text.count)
            var place = offset
            while place < end {
                letters |= EightBytes.bits(EightBytes(text, at: place).letters) &<< UInt64(truncatingIfNeeded: place &- offset)
                place &+= 8
            }
            body(offset, letters, before)
            before = letters >> 63
            offset += 64
        }
    }
}
