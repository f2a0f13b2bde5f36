import Glibc
import StageKit

/// A file in memory that can be opened by its path: readers get what they get in a run, without a disk.
final class MemoryFile {
    private let descriptor: Int32

    init() throws {
        let name = "/dev/shm/copydesk-fuzz-\(getpid())"
        descriptor = open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SystemCallError() }
        // It lives on as long as it is open, and not longer, however the process ends.
        unlink(name)
    }

    deinit {
        close(descriptor)
    }

    var path: String { "/proc/self/fd/\(descriptor)" }

    func write(_ bytes: [UInt8]) throws {
        guard ftruncate(descriptor, 0) == 0 else { throw SystemCallError() }
        let count = bytes.withUnsafeBytes { bytes in bytes.isEmpty ? 0 : pwrite(descriptor, bytes.baseAddress, bytes.count, 0) }
        guard count == bytes.count else { throw SystemCallError() }
    }
}
