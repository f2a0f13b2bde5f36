internal import Glibc
import StageKit

/// Hands out a stream line by line, holding no more than one line and one piece of the stream.
struct LineBuffer {
    private let stream: any ByteStream
    private let most: Int
    private var isAtFileStart: Bool
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false
    /// Lines handed out so far.
    private(set) var lines = 0
    /// Bytes of the unpacked stream handed out so far.
    private(set) var consumed = 0

    /// - Parameters:
    ///   - most: lines of more bytes are handed out without them.
    ///   - isAtFileStart: whether a byte-order mark may come first; it belongs to no line.
    init(_ stream: any ByteStream, most: Int, isAtFileStart: Bool) {
        self.stream = stream
        self.most = most
        self.isAtFileStart = isAtFileStart
    }

    var storedPosition: Int { stream.storedPosition }

    /// A line without its line feed (and carriage return before it); nil bytes for one that is too long.
    enum Line {
        case bytes([UInt8])
        case tooLong

        /// Whether it holds nothing; such a line is no record.
        var isBlank: Bool {
            if case .bytes(let bytes) = self { bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } } else { false }
        }
    }

    /// - Throws: ``StageFailure`` when the stream is damaged, or is UTF-16, where line feeds mean nothing.
    mutating func next() throws -> Line? {
        if isAtFileStart { try passByteOrderMark() }
        // How many bytes of the line are known to hold no line feed.
        var searched = 0
        while true {
            if let feed = indexOfLineFeed(from: start + searched) {
                let line = feed - start <= most ? Line.bytes(trimmed(start..<feed)) : .tooLong
                advance(to: feed + 1)
                return line
            }
            searched = buffer.count - start
            if buffer.count - start > most { return try skipLine() }
            guard try fill() else {
                guard start < buffer.count else { return nil }
                let line = Line.bytes(trimmed(start..<buffer.count))
                advance(to: buffer.count)
                return line
            }
        }
    }

    private mutating func passByteOrderMark() throws {
        isAtFileStart = false
        while buffer.count < 3, try fill() {}
        if buffer.starts(with: [0xFF, 0xFE]) || buffer.starts(with: [0xFE, 0xFF]) {
            throw StageFailure("the file is UTF-16", advice: "records are read as UTF-8; convert the file")
        }
        guard buffer.starts(with: [0xEF, 0xBB, 0xBF]) else { return }
        start = 3
        consumed = 3
    }

    private mutating func advance(to index: Int) {
        consumed += index - start
        start = index
        lines += 1
    }

    /// Passes over the rest of a line that is too long.
    private mutating func skipLine() throws -> Line {
        while true {
            if let feed = indexOfLineFeed(from: start) {
                advance(to: feed + 1)
                return .tooLong
            }
            consumed += buffer.count - start
            buffer.removeAll(keepingCapacity: true)
            start = 0
            guard try fill() else {
                lines += 1
                return .tooLong
            }
        }
    }

    /// Reads more; false at the end. Moves what is left to the front when that is the smaller part.
    private mutating func fill() throws -> Bool {
        guard !isAtEnd else { return false }
        if start > buffer.count / 2 {
            buffer.removeSubrange(..<start)
            start = 0
        }
        isAtEnd = try !stream.read(into: &buffer)
        return !isAtEnd
    }

    private func indexOfLineFeed(from index: Int) -> Int? {
        guard index < buffer.count else { return nil }
        return buffer.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, let found = memchr(base + index, 0x0A, bytes.count - index) else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }

    private func trimmed(_ range: Range<Int>) -> [UInt8] {
        let end = range.upperBound > range.lowerBound && buffer[range.upperBound - 1] == 0x0D ? range.upperBound - 1 : range.upperBound
        return Array(buffer[range.lowerBound..<end])
    }
}
