/// Writes the numbers of a feature table one behind the other into room that was made before.
struct FeatureRows {
    private let room: UnsafeMutableBufferPointer<Float>
    private(set) var count = 0

    private init(_ room: UnsafeMutableBufferPointer<Float>) { self.room = room }

    /// The numbers that `body` appends.
    /// - Parameter capacity: how many there will be; more end the program.
    static func filled(_ capacity: Int, _ body: (inout FeatureRows) -> Void) -> [Float] {
        [Float](unsafeUninitializedCapacity: capacity) { buffer, count in
            var rows = FeatureRows(buffer)
            body(&rows)
            count = rows.count
        }
    }

    @inline(__always)
    mutating func append(_ value: Float) {
        precondition(count < room.count, "a feature row is wider than its names")
        room[count] = value
        count += 1
    }

    @inline(__always)
    mutating func append(_ value: Bool) { append(value ? 1 : 0) }

    mutating func append(contentsOf values: ArraySlice<Float>) {
        for value in values { append(value) }
    }
}
