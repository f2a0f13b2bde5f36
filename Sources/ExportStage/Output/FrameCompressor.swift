internal import CZlib
internal import CZstd
import StageKit

/// Compresses a piece of text to a frame that stands by itself: a gzip member or a Zstandard frame. Frames one after the
/// other are a file that every reader of the format takes. The same text gives the same bytes.
enum FrameCompressor {
    case gzip, zstandard

    /// By the ending of the file's name; nil for one that is not compressed.
    init?(path: String) {
        if path.hasSuffix(".gz") {
            self = .gzip
        } else if path.hasSuffix(".zst") {
            self = .zstandard
        } else {
            return nil
        }
    }

    /// What the gzip and zstd programs use.
    private static let gzipLevel: Int32 = 6
    private static let zstandardLevel: Int32 = 3

    func compress(_ text: [UInt8]) throws(StageFailure) -> [UInt8] {
        switch self {
        case .gzip: try FrameCompressor.gzip(text)
        case .zstandard: try FrameCompressor.zstandard(text)
        }
    }

    private static func gzip(_ text: [UInt8]) throws(StageFailure) -> [UInt8] {
        var state = z_stream()
        // 15 bits of window, and 16 for a gzip header, which zlib writes without name and time.
        guard
            deflateInit2_(&state, gzipLevel, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
                == Z_OK
        else { throw StageFailure("there is no memory to compress with") }
        defer { deflateEnd(&state) }
        var input = text
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&state, uLong(text.count))))
        var length = 0
        let result: Int32 = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                state.next_in = input.baseAddress
                state.avail_in = uInt(input.count)
                state.next_out = output.baseAddress
                state.avail_out = uInt(output.count)
                let result = deflate(&state, Z_FINISH)
                length = output.count - Int(state.avail_out)
                return result
            }
        }
        guard result == Z_STREAM_END else { throw StageFailure("the text cannot be compressed (zlib says \(result))") }
        output.removeLast(output.count - length)
        return output
    }

    private static func zstandard(_ text: [UInt8]) throws(StageFailure) -> [UInt8] {
        var output = [UInt8](repeating: 0, count: ZSTD_compressBound(text.count))
        let length = output.withUnsafeMutableBytes { output in
            text.withUnsafeBytes { ZSTD_compress(output.baseAddress, output.count, $0.baseAddress, $0.count, zstandardLevel) }
        }
        guard ZSTD_isError(length) == 0 else { throw StageFailure("the text cannot be compressed (zstd says \(length))") }
        output.removeLast(output.count - length)
        return output
    }
}
