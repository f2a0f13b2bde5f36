/// Feature rows cut into at most ``mostBins`` bins each, the form that histogram boosting reads.
struct BinnedTable: Sendable {
    static let mostBins = 64

    let width: Int
    /// Upper borders of a feature's bins but the last: a value is in bin b when b borders are at or below it.
    private(set) var borders: [[Float]]
    /// Row by row.
    private(set) var bins: [UInt8] = []
    private(set) var count = 0

    /// Chooses the borders so that bins hold about equal numbers of the rows seen.
    init(width: Int, sample: [[Float]]) {
        self.width = width
        var borders: [[Float]] = []
        for feature in 0..<width {
            var values: [Float] = []
            for rows in sample {
                var index = feature
                while index < rows.count {
                    values.append(rows[index])
                    index += width
                }
            }
            values.sort()
            borders.append(Self.borders(of: values))
        }
        self.borders = borders
    }

    private static func borders(of values: [Float]) -> [Float] {
        var unique: [Float] = []
        for value in values where unique.last != value { unique.append(value) }
        if unique.count <= mostBins { return zip(unique, unique.dropFirst()).map { ($0 + $1) / 2 } }
        var result: [Float] = []
        for bin in 1..<mostBins {
            let value = values[bin * values.count / mostBins]
            if value > result.last ?? values[0] { result.append(value) }
        }
        return result
    }

    mutating func append(_ rows: [Float]) {
        for start in stride(from: 0, to: rows.count, by: width) {
            for feature in 0..<width { bins.append(UInt8(bin(rows[start + feature], borders[feature]))) }
            count += 1
        }
    }

    private func bin(_ value: Float, _ borders: [Float]) -> Int {
        var (low, high) = (0, borders.count)
        while low < high {
            let middle = (low + high) / 2
            if borders[middle] <= value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
