internal import CZlib
import StageKit

/// The bytes of a gzip file (RFC 1952), of all its members.
final class GzipStream: ByteStream {
    /// 15 bits of window, and 16 for "a gzip header, nothing else" (zlib's manual, inflateInit2).
    private static let windowBits: Int32 = 15 + 16
    /// How much one call may add, in bytes: a bomb grows by no more than this before its reader can stop.
    private static let step = 1 << 18

    private let file: FileStream
    private var state = z_stream()
    private var input: [UInt8] = []
    private var used = 0
    private var output = [UInt8](repeating: 0, count: GzipStream.step)
    /// Whether a member has begun and not ended.
    private var isInside = false
    private var sawMember = false

    init(_ file: FileStream) throws {
        self.file = file
        guard inflateInit2_(&state, GzipStream.windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw StageFailure("there is no memory to unpack the file")
        }
    }

    deinit {
        inflateEnd(&state)
    }

    var storedPosition: Int { file.storedPosition }

    func read(into buffer: inout [UInt8]) throws -> Bool {
        let before = buffer.count
        while buffer.count == before {
            if used == input.count {
                input.removeAll(keepingCapacity: true)
                used = 0
                guard try file.read(into: &input) else {
                    guard sawMember, !isInside else {
                        throw StageFailure(sawMember ? "the gzip file is cut off" : "the file is empty")
                    }
                    return false
                }
            }
            if sawMember, !isInside, try !findMember() { continue }
            try inflate(into: &buffer)
        }
        return true
    }

    /// Passes over the zeros that tapes and some archivers pad with behind a member; false when the input ends with them.
    private func findMember() throws -> Bool {
        while used < input.count, input[used] == 0 { used += 1 }
        guard used < input.count else { return false }
        guard input[used] == 0x1F else {
            throw StageFailure("something that is no gzip follows in the gzip file")
        }
        return true
    }

    private func inflate(into buffer: inout [UInt8]) throws {
        var consumed = 0
        var produced = 0
        let result: Int32 = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                guard let source = input.baseAddress else { return Z_MEM_ERROR }
                state.next_in = source + used
                state.avail_in = uInt(input.count - used)
                state.next_out = output.baseAddress
                state.avail_out = uInt(output.count)
                let result = CZlib.inflate(&state, Z_NO_FLUSH)
                consumed = input.count - used - Int(state.avail_in)
                produced = output.count - Int(state.avail_out)
                return result
            }
        }
        used += consumed
        buffer += output[..<produced]
        switch result {
        case Z_OK, Z_BUF_ERROR:
            isInside = true
            sawMember = true
        case Z_STREAM_END:
            isInside = false
            sawMember = true
            inflateReset(&state)
        default: throw StageFailure(sawMember || produced > 0 ? "the gzip file is damaged" : "the file is no gzip, though its name says so")
        }
    }
}
