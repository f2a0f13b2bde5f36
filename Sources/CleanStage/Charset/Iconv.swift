internal import Glibc

/// Conversion by the C library, for the charsets that are not worth tables of our own.
enum Iconv {
    /// `bytes` of `charset` as UTF-8; sequences that mean nothing become U+FFFD. Nil where the charset is unknown.
    static func toUTF8(_ bytes: [UInt8], from charset: String) -> [UInt8]? {
        guard let converter = iconv_open("UTF-8", charset), converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        var chunk = [CChar](repeating: 0, count: 1 << 16)
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count * 2)
        var consumed = 0
        while consumed < input.count {
            var inputLeft = input.count - consumed
            var outputLeft = chunk.count
            let (result, code) = input.withUnsafeMutableBufferPointer { source in
                chunk.withUnsafeMutableBufferPointer { target in
                    var from = source.baseAddress.map { $0 + consumed }
                    var to = target.baseAddress
                    let result = iconv(converter, &from, &inputLeft, &to, &outputLeft)
                    return (result, errno)
                }
            }
            let written = chunk.count - outputLeft
            output.append(contentsOf: chunk[..<written].lazy.map { UInt8(bitPattern: $0) })
            let before = consumed
            consumed = input.count - inputLeft
            guard result == Int.max || result == -1 || result == Int(bitPattern: UInt.max) else { continue }
            if code == E2BIG, written > 0 || consumed > before { continue }
            // An ill-formed or cut sequence: one mark for one byte, and on.
            output.append(contentsOf: [0xEF, 0xBF, 0xBD])
            consumed += 1
        }
        // Some charsets hold a letter back until they know that no accent follows it (windows-1258).
        var outputLeft = chunk.count
        chunk.withUnsafeMutableBufferPointer { target in
            var to = target.baseAddress
            _ = iconv(converter, nil, nil, &to, &outputLeft)
        }
        output.append(contentsOf: chunk[..<(chunk.count - outputLeft)].lazy.map { UInt8(bitPattern: $0) })
        return output
    }
}
