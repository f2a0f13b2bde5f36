internal import Glibc
import StageKit

/// Time as the engine needs it: a monotonic clock for durations, the wall clock for names and reports.
enum Clock {
    /// Nanoseconds since some fixed point; never goes back. Costs some 20 ns.
    static var monotonic: UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    /// Seconds since 1970.
    static var seconds: Int { time(nil) }

    /// The moment in UTC as ISO 8601, to the second: `2026-11-24T08:00:00Z`.
    static func timestamp(_ seconds: Int = time(nil)) -> String {
        format(seconds, "%Y-%m-%dT%H:%M:%SZ")
    }

    /// The moment in UTC in a form fit for file names: `20261124T080000Z`.
    static func compactTimestamp(_ seconds: Int = time(nil)) -> String {
        format(seconds, "%Y%m%dT%H%M%SZ")
    }

    private static func format(_ seconds: Int, _ pattern: String) -> String {
        var moment = seconds
        var parts = tm()
        gmtime_r(&moment, &parts)
        var buffer = [CChar](repeating: 0, count: 32)
        let count = strftime(&buffer, buffer.count, pattern, &parts)
        return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
