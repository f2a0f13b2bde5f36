internal import Glibc
import StageKit

/// The bytes of a file, or of a range of one.
final class FileStream: ByteStream {
    /// How many bytes are asked of the operating system at a time.
    private static let readSize = 1 << 17

    private let descriptor: Int32
    private let ownsDescriptor: Bool
    private var remaining: Int
    /// What was read to look at, and not yet handed out.
    private var ahead: [UInt8] = []
    private(set) var storedPosition = 0

    init(descriptor: Int32) {
        self.descriptor = descriptor
        ownsDescriptor = false
        remaining = .max
    }

    init(path: String, split: Split) throws {
        descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        ownsDescriptor = true
        remaining = split.length ?? .max
        guard descriptor >= 0 else {
            let error = SystemCallError()
            guard error.isMissingFile, path.unicodeScalars.contains("\u{FFFD}") else { throw FileStream.failure(error) }
            throw StageFailure("the file cannot be read: its name is not UTF-8", advice: "rename it")
        }
        guard !FileSystem.isFolder(path) else { throw FileStream.failure(SystemCallError(number: EISDIR)) }
        if split.offset > 0, lseek(descriptor, off_t(split.offset), SEEK_SET) < 0 { throw FileStream.failure() }
    }

    deinit {
        if ownsDescriptor, descriptor >= 0 { close(descriptor) }
    }

    /// What the first bytes tell; to be asked before anything is read.
    func detectCompression() throws -> Compression {
        // A pipe may give less than asked for.
        while ahead.count < Compression.magicLength, try readMore(into: &ahead) {}
        return Compression(magic: ahead)
    }

    func read(into buffer: inout [UInt8]) throws -> Bool {
        guard ahead.isEmpty else {
            if buffer.isEmpty { swap(&buffer, &ahead) } else { buffer += ahead }
            ahead = []
            return true
        }
        return try readMore(into: &buffer)
    }

    private func readMore(into buffer: inout [UInt8]) throws -> Bool {
        guard remaining > 0 else { return false }
        let wanted = min(FileStream.readSize, remaining)
        var count = -1
        buffer.append(addingCapacity: wanted) { span in
            span.withUnsafeMutableBufferPointer { room, filled in
                repeat { count = Glibc.read(descriptor, room.baseAddress, wanted) } while count < 0 && errno == EINTR
                filled = max(count, 0)
            }
        }
        guard count >= 0 else { throw FileStream.failure() }
        storedPosition += count
        remaining -= count
        return count > 0
    }

    private static func failure(_ error: SystemCallError = SystemCallError()) -> StageFailure {
        StageFailure("the file cannot be read: \(error.explanation)")
    }
}
