import Glibc

/// Seconds that this thread has had a processor for: other than a clock's time, the same on a busy machine.
func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
