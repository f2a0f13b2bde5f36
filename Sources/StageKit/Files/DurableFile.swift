internal import Glibc

/// A file that is written under a temporary name, piece by piece, and moved into place as a whole.
///
/// What was appended is durable after ``sync()``; after a crash, ``init(resuming:length:)`` cuts the file back to a length
/// that was synced and goes on from there. Used by one thread at a time. Closed when it goes away.
public final class DurableFile {
    public let path: String
    /// How many bytes it holds.
    public private(set) var length: Int
    private var descriptor: Int32

    /// Makes the file, empty, replacing one of that name.
    public init(creating path: String, mode: UInt32 = 0o600) throws(SystemCallError) {
        try FaultPoint.open.pass()
        self.path = path
        length = 0
        descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw SystemCallError() }
    }

    /// Makes the file with the contents of another, to go on behind them; empty where there is no other.
    public convenience init(creating path: String, mode: UInt32 = 0o600, copying other: String) throws(SystemCallError) {
        try self.init(creating: path, mode: mode)
        let source = open(other, O_RDONLY | O_CLOEXEC)
        guard source >= 0 else {
            let error = SystemCallError()
            if error.isMissingFile { return }
            throw error
        }
        defer { close(source) }
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = Glibc.read(source, &buffer, buffer.count)
            if count == 0 { return }
            if count > 0 {
                try append(Array(buffer[..<count]))
            } else if errno != EINTR {
                throw SystemCallError()
            }
        }
    }

    /// Opens a file that an earlier process left and cuts it back to its first `length` bytes.
    ///
    /// - Throws: ``SystemCallError`` also when the file is shorter than that.
    public init(resuming path: String, length: Int) throws(SystemCallError) {
        try FaultPoint.open.pass()
        self.path = path
        self.length = length
        descriptor = open(path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemCallError() }
        let end = lseek(descriptor, 0, SEEK_END)
        guard end >= length else { throw SystemCallError(number: EIO) }
        guard ftruncate(descriptor, off_t(length)) == 0, lseek(descriptor, off_t(length), SEEK_SET) == length else {
            throw SystemCallError()
        }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Appends bytes. After an error the file may hold a part of them; only what was synced counts.
    public func append(_ bytes: [UInt8]) throws(SystemCallError) {
        let allowed = try FaultPoint.write.pass(writing: bytes.count)
        var written = 0
        while written < allowed {
            let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress?.advanced(by: written), allowed - written) }
            if count >= 0 {
                written += count
                length += count
            } else if errno != EINTR {
                throw SystemCallError()
            }
        }
        if allowed < bytes.count { try FaultPoint.write.afterShortWrite() }
    }

    /// Makes what was appended survive a crash of the process and of the machine.
    public func sync() throws(SystemCallError) {
        try FaultPoint.sync.pass()
        guard fdatasync(descriptor) == 0 else { throw SystemCallError() }
    }

    /// The file's bytes from `offset` on.
    public func read(from offset: Int) throws(SystemCallError) -> [UInt8] {
        try read(offset..<max(offset, length))
    }

    /// The file's bytes in a range, which must lie in it.
    public func read(_ range: Range<Int>) throws(SystemCallError) -> [UInt8] {
        let offset = range.lowerBound
        var bytes = [UInt8](repeating: 0, count: range.count)
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeMutableBytes {
                pread(descriptor, $0.baseAddress?.advanced(by: done), $0.count - done, off_t(offset + done))
            }
            if count > 0 {
                done += count
            } else if count == 0 {
                throw SystemCallError(number: EIO)
            } else if errno != EINTR {
                throw SystemCallError()
            }
        }
        return bytes
    }

    /// Makes what was appended durable under its final name, replacing what is there, and closes the file.
    public func moveIntoPlace(as final: String) throws(SystemCallError) {
        try sync()
        try FaultPoint.rename.pass()
        guard rename(path, final) == 0 else { throw SystemCallError() }
        try FileSystem.sync(folder: FileSystem.folder(of: final))
    }

    /// Removes the file.
    public func remove() throws(SystemCallError) {
        try FileSystem.remove(path)
    }
}
