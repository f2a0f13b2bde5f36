internal import Glibc
import StageKit

/// Hands out a stream line by line, holding no more than one line and one piece of the stream.
struct LineBuffer {
    private var input: StreamBuffer
    private let most: Int
    private var isAtFileStart: Bool
    /// Lines handed out so far.
    private(set) var lines = 0
    /// Bytes of the unpacked stream handed out so far.
    var consumed: Int { input.consumed }

    /// - Parameters:
    ///   - most: lines of more bytes are handed out without them.
    ///   - isAtFileStart: whether a byte-order mark may come first; it belongs to no line.
    init(_ stream: any ByteStream, most: Int, isAtFileStart: Bool) {
        self.init(StreamBuffer(stream), most: most, isAtFileStart: isAtFileStart)
    }

    init(_ input: StreamBuffer, most: Int, isAtFileStart: Bool) {
        self.input = input
        self.most = most
        self.isAtFileStart = isAtFileStart
    }

    var storedPosition: Int { input.storedPosition }

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
        if isAtFileStart {
            isAtFileStart = false
            try input.passByteOrderMark()
        }
        // How many bytes of the line are known to hold no line feed.
        var searched = 0
        while true {
            if let length = lengthToLineFeed(from: searched) {
                let line = length <= most ? Line.bytes(trimmed(length)) : .tooLong
                advance(length + 1)
                return line
            }
            searched = input.ahead.count
            if searched > most { return try skipLine() }
            guard try input.fillMore() else {
                guard searched > 0 else { return nil }
                let line = Line.bytes(trimmed(searched))
                advance(searched)
                return line
            }
        }
    }

    private mutating func advance(_ count: Int) {
        input.drop(count)
        lines += 1
    }

    /// Passes over the rest of a line that is too long.
    private mutating func skipLine() throws -> Line {
        while true {
            if let length = lengthToLineFeed(from: 0) {
                advance(length + 1)
                return .tooLong
            }
            input.drop(input.ahead.count)
            guard try input.fillMore() else {
                lines += 1
                return .tooLong
            }
        }
    }

    /// How many bytes come before the next line feed; nil where none is ahead.
    ///
    /// - Parameter offset: so many bytes are known to hold none.
    private func lengthToLineFeed(from offset: Int) -> Int? {
        input.ahead.withUnsafeBytes { bytes in
            guard offset < bytes.count, let base = bytes.baseAddress, let found = memchr(base + offset, 0x0A, bytes.count - offset) else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }

    /// The next bytes, without a carriage return at their end.
    private func trimmed(_ length: Int) -> [UInt8] {
        let bytes = input.ahead.prefix(length)
        return Array(bytes.last == 0x0D ? bytes.dropLast() : bytes)
    }
}
