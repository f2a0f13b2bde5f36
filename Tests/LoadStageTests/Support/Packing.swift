import CZlib
import CZstd

/// Packs bytes as the gzip and zstd programs do.
enum Packing {
    /// A gzip member.
    static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        var state = z_stream()
        deflateInit2_(&state, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        defer { deflateEnd(&state) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&state, uLong(bytes.count))) + 32)
        let length = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                state.next_in = input.baseAddress
                state.avail_in = uInt(input.count)
                state.next_out = output.baseAddress
                state.avail_out = uInt(output.count)
                precondition(deflate(&state, Z_FINISH) == Z_STREAM_END)
                return output.count - Int(state.avail_out)
            }
        }
        return Array(output[..<length])
    }

    /// A Zstandard frame, without a checksum.
    static func zstandard(_ bytes: [UInt8]) -> [UInt8] {
        var output = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
        let capacity = output.count
        let length = ZSTD_compress(&output, capacity, bytes, bytes.count, 3)
        precondition(ZSTD_isError(length) == 0)
        return Array(output[..<length])
    }

    /// A Zstandard frame of zeros, written by hand (RFC 8878, 3.1.1): blocks of at most 128 KiB that one byte stands for.
    static func zstandardBomb(blocks: Int, of size: Int = 1 << 17) -> [UInt8] {
        var frame: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0x00, 0x38]  // magic; no sizes, no checksum; a window of 128 KiB
        for block in 1...blocks {
            let header = UInt32(size) << 3 | 1 << 1 | (block == blocks ? 1 : 0)
            frame += [UInt8(header & 0xFF), UInt8(header >> 8 & 0xFF), UInt8(header >> 16), 0]
        }
        return frame
    }
}
