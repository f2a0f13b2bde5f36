internal import CLinux
internal import Glibc
import StageKit

/// How much memory this process may have. An allocation beyond it fails, which Swift takes for the end of the process; a
/// signal handler then notes in the work mark that this was why.
enum MemoryLimit {
    /// What the signal handler, which can hold nothing, notes on. Set once, before the handlers are.
    private nonisolated(unsafe) static var mark: Unmanaged<WorkMark>?

    /// The signals that a Swift or C program dies by when it fails itself.
    private static let deadly = [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS]

    /// Limits this process for the rest of its life.
    static func set(_ bytes: Int, noting mark: WorkMark?) throws(StageFailure) {
        if let mark {
            self.mark = Unmanaged.passRetained(mark)
            for number in deadly {
                var action = sigaction()
                action.__sigaction_handler.sa_handler = { number in
                    if errno == ENOMEM { MemoryLimit.mark?._withUnsafeGuaranteedRef { $0.noteMemoryRanOut() } }
                    raise(number)
                }
                // The second time, which is right after the handler, the signal ends the process.
                action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
                sigaction(number, &action, nil)
            }
        }
        guard copydesk_limit_memory(UInt(bytes)) == 0 else {
            throw StageFailure("the memory limit cannot be set: \(SystemCallError().explanation)")
        }
    }

    /// Forgets an allocation that failed, and that something got over.
    static func forgetFailure() {
        errno = 0
    }
}
