import StageKit

/// Reads a file of JSON whose name does not tell how it is laid out: as lines, where its first line is an object, as a
/// document else.
enum JSONReader {
    static func open(_ stream: any ByteStream, split: Split, most: Int, counts: LineCounts, path: String) throws -> AnyRecordReader {
        var buffer = StreamBuffer(stream)
        try buffer.passByteOrderMark()
        guard try beginsWithLine(&buffer, most: most) else { return .values(ValueReader(buffer, uri: split.uri, most: most)) }
        return .lines(LineReader(LineBuffer(buffer, most: most, isAtFileStart: false), split: split, most: most, counts: counts, path: path))
    }

    /// Whether the first value is an object that ends on the line it begins on, or was meant to.
    private static func beginsWithLine(_ buffer: inout StreamBuffer, most: Int) throws -> Bool {
        while true {
            let start = buffer.ahead.firstIndex { !([0x20, 0x09, 0x0A, 0x0D] as [UInt8]).contains($0) }
            if let start {
                guard buffer.ahead[start] == UInt8(ascii: "{") else { return false }
                var scan = JSONValueScan()
                let end = start + scan.take(buffer.ahead[start...])
                // A broken line costs itself alone, and it is told which.
                if scan.hasBrokenText { return true }
                if scan.lineFeeds > 0 { return false }
                let rest = buffer.ahead[end...].first { !([0x20, 0x09, 0x0D] as [UInt8]).contains($0) }
                if scan.isDone, let rest { return rest == 0x0A }
            }
            // A line over the limit is told of as such.
            guard buffer.ahead.count <= most, try buffer.fillMore() else { return true }
        }
    }
}
