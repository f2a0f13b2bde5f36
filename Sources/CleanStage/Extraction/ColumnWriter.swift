/// Writes the columns of a ``FeatureColumns`` one after the other into room that was made before.
///
/// The ways to add a column are inlined, so that the compiler makes one loop of each and what it computes.
struct ColumnWriter {
    /// A column that was written.
    struct Column {
        fileprivate let start: Int
    }

    private let room: UnsafeMutableBufferPointer<Float>
    private let rowCount: Int
    /// Numbers from the start of a column to that of the next.
    private let stride: Int
    private(set) var columnCount = 0

    /// - Parameter room: a whole number of groups for each column.
    init(_ room: UnsafeMutableBufferPointer<Float>, rows: Int, columns: Int) {
        self.room = room
        rowCount = rows
        stride = columns > 0 ? room.count / columns : 0
    }

    /// Room for the next column. The check holds for all of its numbers, so that they are written without one each.
    @inline(__always)
    private mutating func next() -> (place: UnsafeMutableBufferPointer<Float>, column: Column) {
        let column = Column(start: columnCount * stride)
        precondition(column.start + stride <= room.count, "a feature table is wider than its names")
        columnCount += 1
        let place = UnsafeMutableBufferPointer(rebasing: room[column.start..<column.start + stride])
        for row in rowCount..<stride { place.initializeElement(at: row, to: 0) }
        return (place, column)
    }

    /// Adds what `number` gives for each row.
    @inline(__always) @discardableResult
    mutating func add(_ number: (_ row: Int) -> Float) -> Column {
        let (place, column) = next()
        for row in 0..<rowCount { place.initializeElement(at: row, to: number(row)) }
        return column
    }

    /// Adds 1 where something holds, else 0.
    @inline(__always) @discardableResult
    mutating func addFlag(_ holds: (_ row: Int) -> Bool) -> Column {
        add { holds($0) ? 1 : 0 }
    }

    /// Adds the same number for every row.
    mutating func add(_ number: Float) {
        add { _ in number }
    }

    /// Adds a column for each of the lowest `width` bits of a set.
    mutating func add<Bits: OptionSet>(bits sets: [Bits], _ width: Int) where Bits.RawValue == UInt32 {
        precondition(sets.count == rowCount, "a set a row")
        sets.withUnsafeBufferPointer { sets in
            for bit in 0..<UInt32(width) { add { Float((sets[$0].rawValue &>> bit) & 1) } }
        }
    }

    /// Adds all columns of a table, of some of its rows.
    mutating func add(_ table: FeatureColumns, _ rows: [Int]) {
        precondition(rows.count == rowCount && rows.allSatisfy { $0 >= 0 && $0 < table.rowCount }, "rows that the table has")
        for column in 0..<table.width {
            table.withColumn(column) { values in _ = add { values[rows[$0]] } }
        }
    }

    /// Adds a column once more, moved by some rows, so that a row sees its neighbour's number.
    /// - Parameter outside: the number of rows that have no such neighbour.
    mutating func add(_ other: Column, of offset: Int, outside: Float) {
        let (place, _) = next()
        /// The rows that have such a neighbour.
        let inside = min(rowCount, max(0, -offset))..<max(0, min(rowCount, rowCount - offset))
        for row in 0..<inside.lowerBound { place.initializeElement(at: row, to: outside) }
        for row in inside { place.initializeElement(at: row, to: room[other.start + row + offset]) }
        for row in inside.upperBound..<rowCount { place.initializeElement(at: row, to: outside) }
    }
}
