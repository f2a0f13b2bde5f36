@testable import PipelineEngine
import Testing

@Suite struct LatencyHistogramTests {
    @Test func quantilesAreWithinSixPercent() {
        var histogram = LatencyHistogram()
        for value in 1...100_000 { histogram.record(nanoseconds: UInt64(value) * 37) }
        for quantile in [0.01, 0.5, 0.95, 0.99, 1] {
            let exact = quantile * 100_000 * 37
            let found = Double(histogram.quantile(quantile) ?? 0)
            #expect(found >= exact && found <= exact * 1.0625, "quantile \(quantile): \(found) for \(exact)")
        }
    }

    @Test func takesTheWholeRange() {
        var histogram = LatencyHistogram()
        #expect(histogram.quantile(0.5) == nil)
        for value in [0, 1, 15, 16, 17, UInt64.max] { histogram.record(nanoseconds: value) }
        #expect(histogram.quantile(0) == 0)
        #expect(histogram.quantile(1) == UInt64.max)
    }

    @Test func mergingAddsUp() {
        var left = LatencyHistogram()
        var right = LatencyHistogram()
        left.record(nanoseconds: 10)
        for _ in 0..<3 { right.record(nanoseconds: 1000) }
        left.merge(right)
        #expect(left.total == 4)
        #expect(left.quantile(0.25) == 10)
        #expect((1000...1062).contains(left.quantile(0.5) ?? 0))
    }
}
