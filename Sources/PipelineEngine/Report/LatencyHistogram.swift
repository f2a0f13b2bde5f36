/// Counts durations in buckets whose width grows with the duration, so that any quantile is known within 6 % while
/// memory stays the same. (The layout of HdrHistogram, Gil Tene: a power of two cut into 16 linear parts.)
struct LatencyHistogram: Sendable {
    private static let partBits = 4
    private static let parts = 1 << partBits
    private var counts = [UInt64](repeating: 0, count: (64 - partBits + 1) << partBits)
    private(set) var total: UInt64 = 0

    /// - Complexity: O(1).
    mutating func record(nanoseconds: UInt64) {
        counts[LatencyHistogram.bucket(of: nanoseconds)] += 1
        total += 1
    }

    mutating func merge(_ other: LatencyHistogram) {
        for index in counts.indices { counts[index] += other.counts[index] }
        total += other.total
    }

    /// The duration in nanoseconds below which the share `quantile` (0 to 1) of all lie; nil when none was recorded.
    func quantile(_ quantile: Double) -> UInt64? {
        guard total > 0 else { return nil }
        let rank = UInt64((Double(total) * quantile).rounded(.up))
        var seen: UInt64 = 0
        for (index, count) in counts.enumerated() {
            seen += count
            if seen >= max(rank, 1) { return LatencyHistogram.upperBound(of: index) }
        }
        return nil
    }

    private static func bucket(of value: UInt64) -> Int {
        guard value >= UInt64(parts) else { return Int(value) }
        let shift = 63 - value.leadingZeroBitCount - partBits
        return (shift + 1) << partBits + Int(value >> UInt64(shift)) - parts
    }

    private static func upperBound(of bucket: Int) -> UInt64 {
        guard bucket >= parts else { return UInt64(bucket) }
        let shift = UInt64(bucket >> partBits - 1)
        let part = UInt64(bucket & (parts - 1) + parts)
        return ((part + 1) << shift) &- 1  // the last bucket ends at UInt64.max
    }
}
