internal import CZlib
import StageKit

/// The bytes of a gzip file (RFC 1952), of all its members.
final class GzipStream: ByteStream {
    /// 15 bits of window, and 16 for "a gzip header, nothing else" (zlib's manual, inflateInit2).
    private static let windowBits: Int32 = 15 + 16
    /// How much one call may add, in bytes: a bomb grows by no more than this before its reader can stop.
    private static let step = 1 << 18
    /// Of every member (RFC 1952, 2.3.1).
    private static let firstByte: UInt8 = 0x1F

    private var input: PackedInput
    private var state = z_stream()
    /// Whether a member has begun and not ended.
    private var isInside = false
    private var sawMember = false

    init(_ stream: any ByteStream) throws {
        input = PackedInput(stream)
        guard inflateInit2_(&state, GzipStream.windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw StageFailure("there is no memory to unpack the file")
        }
    }

    deinit {
        inflateEnd(&state)
    }

    var storedPosition: Int { input.storedPosition }

    func read(into buffer: inout [UInt8]) throws -> Bool {
        let before = buffer.count
        while buffer.count == before {
            guard try input.refill() else {
                guard sawMember, !isInside else { throw StageFailure(sawMember ? "the gzip file is cut off" : "the file is empty") }
                return false
            }
            if !sawMember, input.bytes[input.used] != GzipStream.firstByte { throw StageFailure("the file is no gzip, though its name says so") }
            if sawMember, !isInside, try !findMember() { continue }
            try inflate(into: &buffer)
        }
        return true
    }

    /// Passes over the zeros that tapes and some archivers pad with behind a member; false when the input ends with them.
    private func findMember() throws -> Bool {
        while input.used < input.bytes.count, input.bytes[input.used] == 0 { input.used += 1 }
        guard input.used < input.bytes.count else { return false }
        guard input.bytes[input.used] == GzipStream.firstByte else {
            throw StageFailure("something that is no gzip follows in the gzip file")
        }
        return true
    }

    private func inflate(into buffer: inout [UInt8]) throws {
        var result = Z_MEM_ERROR
        var taken = input.used
        buffer.append(addingCapacity: GzipStream.step) { span in
            span.withUnsafeMutableBufferPointer { output, filled in
                input.bytes.withUnsafeBufferPointer { source in
                    guard let base = source.baseAddress else { return }
                    // zlib only reads there; its C declaration has no `const`.
                    state.next_in = UnsafeMutablePointer(mutating: base + input.used)
                    state.avail_in = uInt(source.count - input.used)
                    state.next_out = output.baseAddress
                    state.avail_out = uInt(GzipStream.step)
                    result = CZlib.inflate(&state, Z_NO_FLUSH)
                    taken = source.count - Int(state.avail_in)
                    filled = GzipStream.step - Int(state.avail_out)
                }
            }
        }
        input.used = taken
        switch result {
        case Z_OK, Z_BUF_ERROR:
            isInside = true
            sawMember = true
        case Z_STREAM_END:
            isInside = false
            sawMember = true
            inflateReset(&state)
        default: throw StageFailure("the gzip file is damaged")
        }
    }
}
