internal import Glibc
internal import StageKit

/// So many requests at most are under way, of all threads of all worker processes of a run: each holds the lock of one file.
/// The operating system gives a lock back when its process ends, however it ends.
///
/// A value type without state of its own; safe to use from any thread.
struct RequestSlots: Sendable {
    /// A lock that is held until the value goes away.
    final class Lease {
        private let descriptor: Int32

        fileprivate init(descriptor: Int32) {
            self.descriptor = descriptor
        }

        deinit {
            close(descriptor)
        }
    }

    private let folder: String
    private let count: Int

    /// - Parameter folder: made where it is missing.
    init(_ folder: String, count: Int) throws(SystemCallError) {
        try FileSystem.makeFolders(folder, mode: 0o700)
        self.folder = folder
        self.count = count
    }

    /// A slot that is free; nil when none is.
    ///
    /// - Complexity: O(slots), some microseconds each.
    func lease() throws(SystemCallError) -> Lease? {
        for number in 0..<count {
            let descriptor = open("\(folder)/\(number)", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw SystemCallError() }
            let lease = Lease(descriptor: descriptor)
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return lease }
            guard errno == EWOULDBLOCK else { throw SystemCallError() }
        }
        return nil
    }
}
