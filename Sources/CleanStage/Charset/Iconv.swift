internal import Glibc

/// Conversion by the C library, for the charsets that are not worth tables of our own.
enum Iconv {
    /// `bytes` of `charset` as UTF-8; sequences that mean nothing become U+FFFD. Nil where the charset is unknown.
    static func toUTF8(_ bytes: [UInt8], from charset: String) -> [UInt8]? {
        guard let converter = iconv_open("UTF-8", charset), converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count * 2)
        // The C library reads the input through a pointer to what may change, and does not change it.
        bytes.withUnsafeBytes { source in
            guard let start = source.assumingMemoryBound(to: CChar.self).baseAddress else { return }
            var input: UnsafeMutablePointer<CChar>? = UnsafeMutablePointer(mutating: start)
            var inputLeft = source.count
            withUnsafeTemporaryAllocation(of: CChar.self, capacity: chunkSize) { chunk in
                while inputLeft > 0 {
                    let before = inputLeft
                    let (written, code) = convert(converter, &input, &inputLeft, chunk, &output)
                    guard code != 0 else { continue }
                    if code == E2BIG, written > 0 || inputLeft < before { continue }
                    // An ill-formed or cut sequence: one mark for one byte, and on.
                    output += [0xEF, 0xBF, 0xBD]
                    input = input.map { $0 + 1 }
                    inputLeft -= 1
                }
                // Some charsets hold a letter back until they know that no accent follows it (windows-1258).
                var nothing: UnsafeMutablePointer<CChar>?
                _ = convert(converter, &nothing, &inputLeft, chunk, &output)
            }
        }
        return output
    }

    /// Bytes that are converted at a time.
    private static let chunkSize = 1 << 16

    /// One call of the C library: as much of the input as the chunk takes.
    /// - Parameter input: where to go on; nil to flush what the converter holds back.
    /// - Returns: how many bytes were appended, and the error number, 0 where there was none.
    private static func convert(
        _ converter: iconv_t, _ input: inout UnsafeMutablePointer<CChar>?, _ inputLeft: inout Int, _ chunk: UnsafeMutableBufferPointer<CChar>, _ output: inout [UInt8]
    ) -> (written: Int, code: Int32) {
        var target = chunk.baseAddress
        var targetLeft = chunk.count
        let isFlush = input == nil
        let result = isFlush ? iconv(converter, nil, nil, &target, &targetLeft) : iconv(converter, &input, &inputLeft, &target, &targetLeft)
        let code = result == Int(bitPattern: UInt.max) ? errno : 0
        let written = chunk.count - targetLeft
        output.append(contentsOf: UnsafeRawBufferPointer(UnsafeMutableBufferPointer(rebasing: chunk[..<written])))
        return (written, code)
    }
}
