/// A MinHash signature (Broder 1997): of two texts, about as many places agree as the texts have shingles in common, of all
/// that either has (Jaccard similarity).
///
/// Of every minimum the lowest byte is kept (b-bit minwise hashing, Li and König 2010), which agrees by chance in one of 256
/// places; ``similarity(_:_:)`` corrects for that.
struct Signature: Sendable, Hashable {
    /// Places, each a byte. The estimate's standard deviation is at most √(J(1 − J) / 128): 0.035 at J = 0.8.
    static let places = 128
    /// Places in a word of ``words``.
    static let placesPerWord = 8

    /// The places, eight in a word, the first in the lowest byte.
    var words: [UInt64]

    /// The estimated similarity for so many places that agree, 0 to 1.
    static func similarity(agreeing: Int) -> Double {
        let byChance = 1.0 / 256
        return max(0, (Double(agreeing) / Double(places) - byChance) / (1 - byChance))
    }

    /// The least number of places that must agree for an estimate of `similarity` or more.
    static func leastAgreeing(similarity: Double) -> Int {
        (0...places).first { self.similarity(agreeing: $0) >= similarity } ?? places
    }
}

extension Signature {
    static var wordCount: Int { places / placesPerWord }

    /// How many places of two signatures agree; each points at ``wordCount`` words.
    @inline(__always)
    static func agreeing(_ left: UnsafePointer<UInt64>, _ right: UnsafePointer<UInt64>) -> Int {
        var agreeing = 0
        for index in 0..<wordCount {
            // A byte is zero where they agree. Adding 0x7F to the lower seven bits carries into the eighth unless they are
            // zero, so that afterwards the eighth bit is clear in just the zero bytes (Warren, Hacker's Delight, 6-1).
            let difference = left[index] ^ right[index]
            let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
            agreeing += (~((difference & low) &+ low | difference | low)).nonzeroBitCount
        }
        return agreeing
    }

    static func similarity(_ left: Signature, _ right: Signature) -> Double {
        left.words.withUnsafeBufferPointer { first in
            right.words.withUnsafeBufferPointer { second in
                guard let first = first.baseAddress, let second = second.baseAddress else { return 0 }
                return similarity(agreeing: agreeing(first, second))
            }
        }
    }
}
