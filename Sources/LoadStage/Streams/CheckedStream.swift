import StageKit

/// A stream that is refused where its first bytes are those of a ``ForeignFile``.
final class CheckedStream: ByteStream {
    private let stream: any ByteStream
    private var isChecked = false
    /// Damage behind the first bytes: those are handed out before it is told.
    private var damage: (any Error)?

    init(_ stream: any ByteStream) {
        self.stream = stream
    }

    var storedPosition: Int { stream.storedPosition }

    func read(into buffer: inout [UInt8]) throws -> Bool {
        if let damage { throw damage }
        guard !isChecked else { return try stream.read(into: &buffer) }
        isChecked = true
        let start = buffer.count
        do {
            while buffer.count - start < ForeignFile.headLength, try stream.read(into: &buffer) {}
        } catch {
            guard buffer.count > start else { throw error }
            damage = error
        }
        if let foreign = ForeignFile(head: buffer[start...]) {
            throw StageFailure("the file is \(foreign.words.kind), which is not read", advice: foreign.words.advice)
        }
        return buffer.count > start
    }
}
