internal import Glibc
import StageKit

/// Bytes that come piece by piece: of a file, of standard input, of something compressed. Used by one thread at a time.
protocol ByteStream: AnyObject {
    /// Appends more bytes to `buffer`; false at the end.
    ///
    /// - Throws: ``StageFailure`` when the bytes cannot be read or are damaged.
    func read(into buffer: inout [UInt8]) throws -> Bool
    /// How many bytes of the stored file were read so far, from where reading began.
    var storedPosition: Int { get }
}

/// How many bytes are asked of the operating system at a time.
let readSize = 1 << 17

extension FileStream {
    /// Opens what a split names.
    ///
    /// - Throws: ``StageFailure`` when it cannot be opened.
    static func open(path: String, split: Split, compression: Compression) throws -> any ByteStream {
        let file = try split.uri == "-" ? FileStream(descriptor: STDIN_FILENO) : FileStream(path: path, split: split)
        switch compression {
        case .none: return file
        case .gzip: return try GzipStream(file)
        case .zstandard: return try ZstandardStream(file)
        }
    }
}

/// The bytes of a file, or of a range of one.
final class FileStream: ByteStream {
    private let descriptor: Int32
    private let ownsDescriptor: Bool
    private var remaining: Int
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
        guard descriptor >= 0 else { throw FileStream.failure() }
        guard !FileSystem.isFolder(path) else { throw FileStream.failure(SystemCallError(number: EISDIR)) }
        if split.offset > 0, lseek(descriptor, off_t(split.offset), SEEK_SET) < 0 { throw FileStream.failure() }
    }

    deinit {
        if ownsDescriptor, descriptor >= 0 { close(descriptor) }
    }

    func read(into buffer: inout [UInt8]) throws -> Bool {
        guard remaining > 0 else { return false }
        let wanted = min(readSize, remaining)
        let before = buffer.count
        var count = -1
        repeat {
            buffer.append(contentsOf: repeatElement(0, count: before + wanted - buffer.count))
            count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress?.advanced(by: before), wanted) }
        } while count < 0 && errno == EINTR
        let error = SystemCallError()
        buffer.removeLast(wanted - max(count, 0))
        guard count >= 0 else { throw FileStream.failure(error) }
        storedPosition += count
        remaining -= count
        return count > 0
    }

    private static func failure(_ error: SystemCallError = SystemCallError()) -> StageFailure {
        StageFailure("the file cannot be read: \(error.explanation)")
    }
}
