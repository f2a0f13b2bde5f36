import StageKit

/// How signatures are cut into bands (locality-sensitive hashing; Leskovec, Rajaraman, Ullman, Mining of Massive Datasets,
/// section 3.4): two articles are compared where they agree in all rows of at least one band.
struct Banding: Sendable, Hashable {
    /// Places in a band.
    let rows: Int
    var bands: Int { Signature.places / rows }

    /// The share of pairs, just at the wanted similarity, that must be compared.
    private static let leastRecall = 0.99

    /// The fewest bands that find nearly all pairs of this similarity or more: most rows, so that few others are compared.
    init(similarity: Double) {
        rows = (2...Signature.placesPerWord).last { rows in
            Banding.recall(similarity, rows: rows) >= Banding.leastRecall
        } ?? 2
    }

    /// How likely two articles of this similarity agree in a band: 1 − (1 − Jʳ)ᵇ.
    static func recall(_ similarity: Double, rows: Int) -> Double {
        func power(_ base: Double, _ exponent: Int) -> Double { (0..<exponent).reduce(1) { product, _ in product * base } }
        return 1 - power(1 - power(similarity, rows), Signature.places / rows)
    }

    /// The rows of a band as one number.
    /// - Parameter signature: points at ``Signature/wordCount`` words.
    @inline(__always)
    func key(_ band: Int, _ signature: UnsafePointer<UInt64>) -> UInt64 {
        let first = band &* rows
        let word = first >> 3
        let shift = UInt64(first & 7) &* 8
        var key = signature[word] >> shift
        // The word's own number is at most the last: a band that ends with it has no bits beyond.
        if shift > 0, first & 7 &+ rows > 8 { key |= signature[word &+ 1] << (64 &- shift) }
        return rows == 8 ? key : key & ((1 << (UInt64(rows) &* 8)) &- 1)
    }
}
