import Dispatch

/// Seconds on a clock that no one sets.
enum MonotonicTime {
    static var seconds: Double { Double(DispatchTime.now().uptimeNanoseconds) / 1e9 }
}
