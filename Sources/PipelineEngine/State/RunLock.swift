internal import Glibc
import StageKit

/// Keeps a second run of the same pipeline out: an advisory lock (flock) on a file in the state folder.
///
/// The operating system gives the lock back when the process ends, however it ends, so that a lock of a dead process
/// holds nobody back. Held until the value goes away.
final class RunLock {
    private let descriptor: Int32

    private init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    enum Failure: Error {
        /// Another run holds it; what that run wrote of itself ("process 4711 since 2026-11-24T08:00:00Z").
        case held(by: String)
        case system(SystemCallError)
    }

    /// How often a waiting run looks whether the lock is free.
    private static let pollInterval: UInt32 = 200_000  // microseconds

    /// Takes the lock; when another run holds it, fails after `patience` seconds.
    ///
    /// - Parameter isUnwanted: asked while waiting; true ends the wait.
    static func take(_ path: String, patience: Double, unless isUnwanted: () -> Bool) throws(Failure) -> RunLock {
        // Nobody waits longer than a century, and the clock's number holds no more than six of them.
        let end = Clock.monotonic + UInt64(min(patience, 3e9) * 1e9)
        while true {
            do throws(Failure) {
                return try take(path)
            } catch .held(let holder) {
                guard Clock.monotonic < end, !isUnwanted() else { throw .held(by: holder) }
                usleep(pollInterval)
            }
        }
    }

    /// Takes the lock or fails at once.
    static func take(_ path: String) throws(Failure) -> RunLock {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .system(SystemCallError()) }
        let lock = RunLock(descriptor: descriptor)
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            guard errno == EWOULDBLOCK else { throw .system(SystemCallError()) }
            throw .held(by: lock.holder)
        }
        // Only for the message of whoever comes second; the lock itself does not depend on it.
        let note = Array("process \(getpid()) since \(Clock.timestamp())\n".utf8)
        ftruncate(descriptor, 0)
        _ = note.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
        return lock
    }

    /// What the run that holds the lock wrote of itself; nil when nobody holds it.
    static func holder(of path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        let lock = RunLock(descriptor: descriptor)
        return flock(descriptor, LOCK_SH | LOCK_NB) == 0 ? nil : lock.holder
    }

    private var holder: String {
        var buffer = [UInt8](repeating: 0, count: 128)
        let count = pread(descriptor, &buffer, buffer.count, 0)
        return String(decoding: buffer[..<max(count, 0)].prefix { $0 != 0x0A }, as: UTF8.self).printable
    }
}
