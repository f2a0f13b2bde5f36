/// Bytes that are at hand already, as a stream.
final class MemoryStream: ByteStream {
    private var bytes: [UInt8]
    private(set) var storedPosition = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    func read(into buffer: inout [UInt8]) -> Bool {
        guard !bytes.isEmpty else { return false }
        storedPosition += bytes.count
        if buffer.isEmpty { swap(&buffer, &bytes) } else { buffer += bytes }
        bytes = []
        return true
    }
}
