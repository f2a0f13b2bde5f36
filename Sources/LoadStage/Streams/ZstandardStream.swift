internal import CZstd
import StageKit

/// The bytes of a Zstandard file (RFC 8878), of all its frames.
final class ZstandardStream: ByteStream {
    /// A frame may ask for a window of up to 128 MB, the same limit as the zstd program's.
    private static let mostWindowBits: Int32 = 27
    /// How much one call may add, in bytes: a bomb grows by no more than this before its reader can stop.
    private static let step = 1 << 18
    /// A file that unpacks to more than so many times its size, and to more than a gigabyte, is a bomb, no archive.
    private static let mostRatio = 5000
    private static let leastBomb = 1 << 30

    private var input: PackedInput
    private let context: OpaquePointer
    private var unpacked = 0
    private var isInside = false
    private var sawFrame = false

    init(_ stream: any ByteStream) throws {
        input = PackedInput(stream)
        guard let context = ZSTD_createDCtx() else { throw StageFailure("there is no memory to unpack the file") }
        self.context = context
        ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, ZstandardStream.mostWindowBits)
    }

    deinit {
        ZSTD_freeDCtx(context)
    }

    var storedPosition: Int { input.storedPosition }

    func read(into buffer: inout [UInt8]) throws -> Bool {
        let before = buffer.count
        while buffer.count == before {
            guard try input.refill() else {
                guard sawFrame, !isInside else { throw StageFailure(sawFrame ? "the Zstandard file is cut off" : "the file is empty") }
                return false
            }
            try unpack(into: &buffer)
        }
        return true
    }

    private func unpack(into buffer: inout [UInt8]) throws {
        var (taken, produced, result) = (input.used, 0, 0)
        buffer.append(addingCapacity: ZstandardStream.step) { span in
            span.withUnsafeMutableBufferPointer { output, filled in
                input.bytes.withUnsafeBytes { source in
                    var from = ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: input.used)
                    var to = ZSTD_outBuffer(dst: output.baseAddress, size: ZstandardStream.step, pos: 0)
                    result = ZSTD_decompressStream(context, &to, &from)
                    taken = from.pos
                    produced = to.pos
                    filled = produced
                }
            }
        }
        input.used = taken
        guard ZSTD_isError(result) == 0 else {
            if ZSTD_getErrorCode(result) == ZSTD_error_frameParameter_windowTooLarge {
                throw StageFailure("the Zstandard file needs more than 128MB to unpack", advice: "pack it without '--long' or '--ultra'")
            }
            let isForeign = ZSTD_getErrorCode(result) == ZSTD_error_prefix_unknown && !sawFrame
            throw StageFailure(isForeign ? "the file is no Zstandard, though its name says so" : "the Zstandard file is damaged")
        }
        sawFrame = true
        isInside = result != 0
        unpacked += produced
        guard unpacked < ZstandardStream.leastBomb || unpacked / max(input.storedPosition, 1) < ZstandardStream.mostRatio else {
            throw StageFailure("the file unpacks to more than \(ZstandardStream.mostRatio) times its size", advice: "it is no archive of articles")
        }
    }
}
