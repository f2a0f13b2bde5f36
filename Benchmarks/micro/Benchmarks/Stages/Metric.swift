import Benchmark
import CAllocationCount
import Glibc

/// What can be compared between machines and days, unlike a time.
enum Metric {
    /// How often memory was asked for, in one pass over the samples. The same every time.
    static var allocations: BenchmarkMetric { .custom("Allocations", polarity: .prefersSmaller, useScalingFactor: false) }
    /// Processor time of a pass, in hundredths of the time that the reference work takes right after it.
    static var work: BenchmarkMetric { .custom("Reference work (%)", polarity: .prefersSmaller, useScalingFactor: false) }

    /// Runs a pass and records both.
    static func record(_ benchmark: Benchmark, _ pass: () throws -> Void) rethrows {
        let allocationsBefore = allocation_count()
        let start = threadNanoseconds()
        try pass()
        let mid = threadNanoseconds()
        let asked = allocation_count() - allocationsBefore
        blackHole(referenceWork())
        let end = threadNanoseconds()
        benchmark.measurement(allocations, Int(asked))
        benchmark.measurement(work, Int(100 * (mid - start) / max(end - mid, 1)))
    }

    /// A hash whose steps wait for each other, over a megabyte of bytes that are made up on the way: about a millisecond of pure
    /// computing, which neither caches nor the compiler can shorten.
    private static func referenceWork() -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in 0..<(1 << 20) { hash = (hash ^ UInt64(truncatingIfNeeded: byte & 0xFF)) &* 0x0000_0100_0000_01b3 }
        return hash
    }

    private static func threadNanoseconds() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
