/// The best sequence of labels under integer scores.
package struct Viterbi {
    /// Forbidden steps cost this much; sums of a step, a clamped path and a clamped token stay within `Int16`.
    package static let forbidden: Int16 = -10_000
    /// Tokens' scores are clamped to this; in practice they stay far below it.
    private static let tokenLimit: Int16 = 4000

    private let rows: [SIMD16<Int16>]
    private let columns: [SIMD16<Int16>]
    private let starts: SIMD16<Int16>
    private let ends: SIMD16<Int16>
    private var paths: [SIMD16<Int16>] = []

    package init(_ transitions: UnsafePointer<Int16>) {
        var rows: [SIMD16<Int16>] = Array(repeating: .zero, count: Label.count)
        var columns = rows
        var starts = SIMD16<Int16>.zero
        var ends = SIMD16<Int16>.zero
        for from in 0..<Label.count {
            starts[from] = Label.mayStart(from) ? 0 : Viterbi.forbidden
            ends[from] = Label.mayEnd(from) ? 0 : Viterbi.forbidden
            for to in 0..<Label.count {
                let score = transitions[from * Label.count + to]
                rows[from][to] = score
                columns[to][from] = score
            }
        }
        self.rows = rows
        self.columns = columns
        self.starts = starts
        self.ends = ends
    }

    /// Writes the best labels of a sentence, or of a part of one.
    ///
    /// - Parameters:
    ///   - isInside: whether a token that is outside of names for sure stands before and behind.
    ///   - scores: of each token, in the order of the labels.
    ///   - labels: room for as many labels.
    /// - Complexity: O(tokens), no allocation once the buffer has grown.
    package mutating func decode(
        _ scores: UnsafeBufferPointer<SIMD16<Int16>>, into labels: UnsafeMutablePointer<UInt8>, isInside: (before: Bool, behind: Bool) = (false, false)
    ) {
        let count = scores.count
        guard count > 0 else { return }
        if paths.count < count { paths = Array(repeating: .zero, count: count * 2) }
        paths.withUnsafeMutableBufferPointer { paths in
            rows.withUnsafeBufferPointer { rows in
                var path = Viterbi.normalized((isInside.before ? rows[Label.outside] : starts) &+ Viterbi.clamped(scores[0]))
                paths[0] = path
                for index in 1..<max(count, 1) {
                    var best = rows[0] &+ SIMD16(repeating: path[0])
                    for from in 1..<Label.count {
                        best = pointwiseMax(best, rows[from] &+ SIMD16(repeating: path[from]))
                    }
                    path = Viterbi.normalized(best &+ Viterbi.clamped(scores[index]))
                    paths[index] = path
                }
            }
            var label = Viterbi.best(paths[count - 1] &+ (isInside.behind ? columns[Label.outside] : ends))
            labels[count - 1] = UInt8(truncatingIfNeeded: label)
            for index in stride(from: count - 2, through: 0, by: -1) {
                label = Viterbi.best(paths[index] &+ columns[label])
                labels[index] = UInt8(truncatingIfNeeded: label)
            }
        }
    }

    @inline(__always)
    private static func clamped(_ scores: SIMD16<Int16>) -> SIMD16<Int16> {
        pointwiseMin(pointwiseMax(scores, SIMD16(repeating: -tokenLimit)), SIMD16(repeating: tokenLimit))
    }

    /// Paths relative to the best one, so that sums don't grow with the sentence.
    @inline(__always)
    private static func normalized(_ path: SIMD16<Int16>) -> SIMD16<Int16> {
        pointwiseMax(path &- SIMD16(repeating: path.max()), SIMD16(repeating: forbidden))
    }

    /// The first label with the highest score.
    @inline(__always)
    private static func best(_ scores: SIMD16<Int16>) -> Int {
        var best = 0
        for label in 1..<Label.count where scores[label] > scores[best] { best = label }
        return best
    }
}
