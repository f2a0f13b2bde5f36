internal import Glibc

/// Cuts a stream of bytes into lines, keeping no more of a line than `longest` bytes.
struct LineCollector {
    let longest: Int
    private var bytes: [UInt8] = []
    /// Where the first line that was not taken begins, and up to where no line feed was found.
    private var start = 0
    private var searched = 0

    init(longest: Int) {
        self.longest = longest
    }

    /// Whether the line that is not ended yet is longer than is allowed.
    var isTooLong: Bool { bytes.count - start > longest }
    var isEmpty: Bool { start == bytes.count }

    mutating func append(_ more: UnsafeRawBufferPointer) {
        if start > 0 {
            bytes.removeSubrange(..<start)
            searched -= start
            start = 0
        }
        bytes.append(contentsOf: more)
    }

    /// The next whole line, without its line feed.
    ///
    /// - Complexity: O(length); a byte is looked at once.
    mutating func next() -> [UInt8]? {
        let end: Int? = bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress, searched < buffer.count,
                let found = memchr(base + searched, 0x0A, buffer.count - searched)
            else { return nil }
            return UnsafeRawPointer(found) - base
        }
        guard let end else {
            searched = bytes.count
            return nil
        }
        defer {
            start = end + 1
            searched = start
        }
        return Array(bytes[start..<end])
    }

    /// What stands behind the last line feed; nil where that is nothing.
    mutating func rest() -> [UInt8]? {
        guard !isEmpty else { return nil }
        defer { removeAll() }
        return Array(bytes[start...])
    }

    mutating func removeAll() {
        bytes.removeAll()
        start = 0
        searched = 0
    }
}
