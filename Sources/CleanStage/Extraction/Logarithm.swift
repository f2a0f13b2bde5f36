internal import Glibc

/// Logarithms of counts, most of which are small whole numbers: looked up, with the same results as computed ones.
enum Logarithm {
    private static let size = 4096
    private static let table = (0..<size).map { Glibc.log1p(Float($0)) }

    /// ln(1 + value).
    static func log1p(_ value: Float) -> Float {
        if value >= 0, value < Float(size) {
            let whole = Int(value)
            if Float(whole) == value { return table[whole] }
        }
        return Glibc.log1p(value)
    }
}
