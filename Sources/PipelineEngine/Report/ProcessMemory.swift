internal import Glibc

/// The process's own memory.
enum ProcessMemory {
    /// Peak resident size in bytes.
    static var peak: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss * 1024  // Linux counts in kibibytes
    }
}
