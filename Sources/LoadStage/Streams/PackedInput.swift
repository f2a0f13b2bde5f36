/// What a decompressor reads from: the bytes of a stream, a piece at a time.
struct PackedInput {
    private let stream: any ByteStream
    private(set) var bytes: [UInt8] = []
    /// How many of ``bytes`` the decompressor has taken.
    var used = 0

    init(_ stream: any ByteStream) {
        self.stream = stream
    }

    var storedPosition: Int { stream.storedPosition }

    /// Gets the next piece when all of the last was taken; false at the end.
    mutating func refill() throws -> Bool {
        guard used == bytes.count else { return true }
        bytes.removeAll(keepingCapacity: true)
        used = 0
        return try stream.read(into: &bytes)
    }
}
