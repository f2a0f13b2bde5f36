/// Fits the curve from raw confidence to the share of mentions that are right at it: means of bins of equal size, made
/// ascending by pooling neighbours (Zadrozny and Elkan, KDD 2002).
enum CalibrationFit {
    private static let bins = 24

    static func points(_ confidences: [(raw: Float, isRight: Bool)]) -> [(Float, Float)] {
        let sorted = confidences.sorted { ($0.raw, $0.isRight ? 1 : 0) < ($1.raw, $1.isRight ? 1 : 0) }
        guard sorted.count >= bins else { return [] }
        var pools: [(raw: Float, right: Float, count: Float)] = []
        for bin in 0..<bins {
            let part = sorted[sorted.count * bin / bins..<sorted.count * (bin + 1) / bins]
            var pool = (
                raw: part.reduce(0) { $0 + $1.raw }, right: Float(part.count { $0.isRight }), count: Float(part.count)
            )
            while let last = pools.last, last.right / last.count >= pool.right / pool.count {
                pool = (pool.raw + last.raw, pool.right + last.right, pool.count + last.count)
                pools.removeLast()
            }
            pools.append(pool)
        }
        return pools.map { ($0.raw / $0.count, $0.right / $0.count) }
    }
}
