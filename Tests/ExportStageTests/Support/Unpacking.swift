import CZlib
import CZstd

/// Unpacks what was written, with the libraries' own readers.
enum Unpacking {
    static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var input = bytes
        var output = [UInt8](repeating: 0, count: 1 << 20)
        var state = z_stream()
        inflateInit2_(&state, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        defer { inflateEnd(&state) }
        input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                state.next_in = input.baseAddress
                state.avail_in = uInt(input.count)
                while true {
                    state.next_out = output.baseAddress
                    state.avail_out = uInt(output.count)
                    let status = inflate(&state, Z_NO_FLUSH)
                    result += output[..<(output.count - Int(state.avail_out))]
                    if status == Z_STREAM_END {
                        guard state.avail_in > 0 else { return }
                        inflateReset(&state)
                    } else if status != Z_OK {
                        return result.removeAll()
                    }
                }
            }
        }
        return result
    }

    static func zstandard(_ bytes: [UInt8]) -> [UInt8] {
        var output = [UInt8](repeating: 0, count: 20_000_000)
        let capacity = output.count
        let length = ZSTD_decompress(&output, capacity, bytes, bytes.count)
        return ZSTD_isError(length) == 0 ? Array(output[..<length]) : []
    }
}
