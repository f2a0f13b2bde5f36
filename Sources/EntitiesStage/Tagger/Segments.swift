/// Cuts a sentence at tokens that are outside of names for sure, which most are: what lies between two of them does not
/// depend on anything beyond.
enum Segments {
    /// How far, in nats, "outside" must lie above every other label. Steps between labels are worth up to some five nats on
    /// either side of a token; what is left makes an error less likely than one in a hundred.
    static let margin: Float = 14

    /// Calls `work` with every stretch of tokens that are not outside for sure.
    ///
    /// - Parameter outside: called with every token that is.
    @inline(__always)
    static func each(
        _ scores: UnsafeBufferPointer<SIMD16<Int16>>, margin: Int16, outside: (Int) -> Void, work: (Range<Int>) -> Void
    ) {
        var start = 0
        for index in scores.indices where isOutside(scores[index], margin) {
            if start < index { work(start..<index) }
            outside(index)
            start = index + 1
        }
        if start < scores.count { work(start..<scores.count) }
    }

    @inline(__always)
    private static func isOutside(_ scores: SIMD16<Int16>, _ margin: Int16) -> Bool {
        var others = scores
        others[Label.outside] = .min
        return scores[Label.outside] &- margin > others.max()
    }
}
