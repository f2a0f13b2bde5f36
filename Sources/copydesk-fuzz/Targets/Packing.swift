import CZlib
import CZstd

/// Compressed seeds, packed so loosely that a changed byte comes through as a changed byte.
enum Packing {
    /// A gzip member of stored blocks.
    static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        var state = z_stream()
        guard deflateInit2_(&state, 0, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return [] }
        defer { deflateEnd(&state) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: bytes.count + 1024)
        let size = output.count
        input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                state.next_in = source.baseAddress
                state.avail_in = uInt(source.count)
                state.next_out = target.baseAddress
                state.avail_out = uInt(target.count)
                _ = deflate(&state, Z_FINISH)
            }
        }
        return Array(output.prefix(size - Int(state.avail_out)))
    }

    /// A Zstandard frame.
    static func zstandard(_ bytes: [UInt8]) -> [UInt8] {
        var output = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
        let count = ZSTD_compress(&output, output.count, bytes, bytes.count, 1)
        return ZSTD_isError(count) == 0 ? Array(output.prefix(count)) : []
    }
}
