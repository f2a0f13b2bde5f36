import Glibc
import StageKit

/// The number of the input that is being run, and how many were accepted, in memory that a crash leaves to the parent: a
/// mapped file.
final class ProgressRecord {
    private static let size = 2 * MemoryLayout<Int>.size
    private let memory: UnsafeMutableRawPointer

    /// Maps the file, making it where it is missing.
    init(path: String) throws {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SystemCallError() }
        defer { close(descriptor) }
        guard ftruncate(descriptor, off_t(ProgressRecord.size)) == 0,
            let memory = mmap(nil, ProgressRecord.size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0), memory != MAP_FAILED
        else { throw SystemCallError() }
        self.memory = memory
    }

    deinit {
        munmap(memory, ProgressRecord.size)
    }

    var index: Int {
        get { memory.load(as: Int.self) }
        set { memory.storeBytes(of: newValue, as: Int.self) }
    }

    var accepted: Int {
        get { memory.load(fromByteOffset: MemoryLayout<Int>.size, as: Int.self) }
        set { memory.storeBytes(of: newValue, toByteOffset: MemoryLayout<Int>.size, as: Int.self) }
    }
}
