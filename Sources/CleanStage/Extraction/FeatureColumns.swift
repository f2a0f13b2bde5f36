/// A table of numbers that is kept column by column: a column is computed in one tight loop, and a decision tree reads only
/// the columns that it asks for.
struct FeatureColumns {
    /// Rows that are read together.
    typealias Group = SIMD16<Float>

    let rowCount: Int
    let width: Int
    /// One column behind the other, each a whole number of groups; what is behind the last row is 0.
    private let groups: [Group]

    /// How many groups hold a column.
    var groupCount: Int { FeatureColumns.groups(of: rowCount) }

    /// - Parameter body: writes `width` columns, as ``ColumnWriter`` checks.
    init(rows: Int, width: Int, _ body: (inout ColumnWriter) -> Void) {
        rowCount = rows
        self.width = width
        groups = [Group](unsafeUninitializedCapacity: FeatureColumns.groups(of: rows) * width) { room, count in
            // A group is sixteen numbers in a row, and the writer initialises each of them.
            var writer = ColumnWriter(UnsafeMutableRawBufferPointer(room).bindMemory(to: Float.self), rows: rows, columns: width)
            body(&writer)
            precondition(writer.columnCount == width, "a feature table is narrower than its names")
            count = room.count
        }
    }

    /// Takes a table that is given row by row.
    init(_ rows: [Float], width: Int) {
        self.init(rows: width > 0 ? rows.count / width : 0, width: width) { columns in
            for column in 0..<width { columns.add { rows[$0 * width + column] } }
        }
    }

    private static func groups(of rows: Int) -> Int { (rows + Group.scalarCount - 1) / Group.scalarCount }

    /// The numbers, one row behind the other.
    var rows: [Float] {
        (0..<rowCount).flatMap { row in
            (0..<width).map { groups[$0 * groupCount + row / Group.scalarCount][row % Group.scalarCount] }
        }
    }

    /// Calls `body` with a column, a group after the other.
    func withGroups<Result>(of column: Int, _ body: (UnsafeBufferPointer<Group>) -> Result) -> Result {
        precondition(column >= 0 && column < width, "no such column")
        return groups.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[column * groupCount..<(column + 1) * groupCount])) }
    }

    /// Calls `body` with a column's numbers and what is behind the last row.
    func withColumn<Result>(_ column: Int, _ body: (UnsafeBufferPointer<Float>) -> Result) -> Result {
        withGroups(of: column) { $0.withMemoryRebound(to: Float.self) { body($0) } }
    }
}
