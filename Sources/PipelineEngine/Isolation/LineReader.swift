internal import Glibc
import StageKit

/// Reads lines from a descriptor that may bring them in any pieces. Used by one thread at a time.
struct LineReader {
    private static let pieceSize = 1 << 18

    let descriptor: Int32
    private var pending: [UInt8] = []
    /// Where in `pending` the next line begins, and up to where no line feed was found.
    private var start = 0
    private var searched = 0
    private var piece = [UInt8](repeating: 0, count: LineReader.pieceSize)

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// A whole line without its line feed, if one was read already.
    mutating func take() -> [UInt8]? {
        let found: Int? = pending.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, searched < bytes.count else { return nil }
            return memchr(base + searched, 0x0A, bytes.count - searched).map { UnsafeRawPointer($0) - base }
        }
        guard let feed = found else {
            searched = pending.count
            return nil
        }
        defer {
            start = feed + 1
            searched = start
        }
        return Array(pending[start..<feed])
    }

    /// Reads what there is, waiting for it if need be; false at the end.
    ///
    /// - Throws: also when a line has more than ``WorkerProtocol/mostLine`` bytes.
    mutating func fill() throws(SystemCallError) -> Bool {
        pending.removeSubrange(..<start)
        searched -= start
        start = 0
        guard pending.count <= WorkerProtocol.mostLine else { throw SystemCallError(number: EMSGSIZE) }
        while true {
            let count = Glibc.read(descriptor, &piece, piece.count)
            if count > 0 {
                pending.append(contentsOf: piece[..<count])
                return true
            }
            if count == 0 { return false }
            guard errno == EINTR else { throw SystemCallError() }
        }
    }

    /// The next line, waiting for it; nil at the end. What stands after the last line feed is a line too.
    mutating func next() throws(SystemCallError) -> [UInt8]? {
        while true {
            if let line = take() { return line }
            guard try fill() else {
                guard start < pending.count else { return nil }
                defer { start = pending.count }
                searched = pending.count
                return Array(pending[start...])
            }
        }
    }
}

/// Writes all of some bytes to a descriptor.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(SystemCallError) {
    var written = 0
    while written < bytes.count {
        let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), bytes.count - written) }
        guard count > 0 || errno == EINTR else { throw SystemCallError() }
        written += max(count, 0)
    }
}
