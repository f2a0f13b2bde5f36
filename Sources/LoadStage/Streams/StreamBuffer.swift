import StageKit

/// A stream with a look ahead, holding no more than is looked at and one piece of the stream.
struct StreamBuffer {
    private let stream: any ByteStream
    private var bytes: [UInt8] = []
    private var start = 0
    private var isAtEnd = false
    /// Bytes of the unpacked stream that were taken so far.
    private(set) var consumed = 0

    init(_ stream: any ByteStream) {
        self.stream = stream
    }

    var storedPosition: Int { stream.storedPosition }
    /// What was read and not yet taken.
    var ahead: ArraySlice<UInt8> { bytes[start...] }

    /// Reads one more piece; false at the end. Moves what is left to the front when that is the smaller part.
    mutating func fillMore() throws -> Bool {
        guard !isAtEnd else { return false }
        if start > bytes.count / 2 {
            bytes.removeSubrange(..<start)
            start = 0
        }
        isAtEnd = try !stream.read(into: &bytes)
        return !isAtEnd
    }

    /// Reads until so many bytes are ahead; false when the stream ends before.
    mutating func fill(_ count: Int) throws -> Bool {
        while bytes.count - start < count {
            guard try fillMore() else { return false }
        }
        return true
    }

    /// Passes over bytes that are ahead.
    mutating func drop(_ count: Int) {
        start += count
        consumed += count
    }

    /// Passes over so many bytes, holding none of them; false when the stream ends before.
    mutating func skip(_ count: Int) throws -> Bool {
        var left = count
        while left > 0 {
            guard try fill(1) else { return false }
            let step = min(left, ahead.count)
            drop(step)
            left -= step
        }
        return true
    }

    /// Passes over the byte-order mark of UTF-8 where the stream begins with one.
    ///
    /// - Throws: ``StageFailure`` when it is UTF-16, where the bytes that part records mean nothing.
    mutating func passByteOrderMark() throws {
        _ = try fill(3)
        if ahead.starts(with: [0xFF, 0xFE]) || ahead.starts(with: [0xFE, 0xFF]) {
            throw StageFailure("the file is UTF-16", advice: "records are read as UTF-8; convert the file")
        }
        if ahead.starts(with: [0xEF, 0xBB, 0xBF]) { drop(3) }
    }
}
