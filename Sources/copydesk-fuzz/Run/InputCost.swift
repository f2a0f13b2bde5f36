import CLinux
import Glibc
import StageKit

/// What reading one input took.
struct InputCost {
    /// Memory that no input is to blame for: the kernel counts pages in batches, and stacks and tables are touched now and then.
    static let noise = 1 << 20  // bytes

    /// Of the processor; what else runs on the machine does not count.
    var seconds: Double
    /// Bytes of physical memory at the highest point, beyond what was held before.
    var memory: Int

    /// - Throws: what `body` throws; a `SystemCallError` where the kernel does not say how much memory is held.
    static func measure<Result>(_ body: () throws -> Result) throws -> (result: Result, cost: InputCost) {
        // What earlier inputs left in the allocator would be taken before new memory is, and hide it.
        copydesk_return_freed_memory()
        try forgetHighest()
        let held = highest()
        let started = processorTime()
        let result = try body()
        return (result, InputCost(seconds: processorTime() - started, memory: highest() - held))
    }

    /// Makes the highest amount of memory so far the one held now (Linux, proc(5): `clear_refs`).
    private static func forgetHighest() throws(SystemCallError) {
        let file = open("/proc/self/clear_refs", O_WRONLY | O_CLOEXEC)
        guard file >= 0 else { throw SystemCallError() }
        defer { close(file) }
        guard write(file, "5", 1) == 1 else { throw SystemCallError() }
    }

    private static func highest() -> Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss * 1024  // Linux counts in kibibytes
    }

    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
