@testable import DedupeStage
import TestSupport
import Testing

/// The estimate against the similarity itself.
@Suite struct SignatureTests {
    private static let seed: UInt64 = 20_261_125

    /// Two lists of words that have `shared` words in common in front and `own` of their own behind.
    private func pair(shared: Int, own: Int, _ random: inout SplitMix64) -> ([UInt64], [UInt64]) {
        let common = (0..<shared).map { _ in random.next() }
        return (common + (0..<own).map { _ in random.next() }, common + (0..<own).map { _ in random.next() })
    }

    private func jaccard(_ left: [UInt64], _ right: [UInt64], shingle: Int) -> Double {
        func shingles(_ words: [UInt64]) -> Set<UInt64> {
            words.withUnsafeBufferPointer { words in
                let length = min(shingle, words.count)
                return Set((0...(words.count - length)).map { MinHasher.shingleHash(words, $0, length) })
            }
        }
        let (first, second) = (shingles(left), shingles(right))
        return Double(first.intersection(second).count) / Double(first.union(second).count)
    }

    /// Over many pairs the estimate is right on average, and strays no further than MinHash may.
    @Test(arguments: [(20, 5), (30, 200), (60, 6), (120, 40), (300, 15), (400, 100), (900, 50)])
    func theEstimateIsUnbiasedAndWithinItsDeviation(shared: Int, own: Int) {
        var random = SplitMix64(seed: Self.seed &+ UInt64(shared))
        var hasher = MinHasher(shingle: 3)
        let pairs = 300
        var (sum, squares, exact) = (0.0, 0.0, 0.0)
        for _ in 0..<pairs {
            let (left, right) = pair(shared: shared, own: own, &random)
            exact = jaccard(left, right, shingle: 3)
            let error = Signature.similarity(hasher.signature(of: left), hasher.signature(of: right)) - exact
            sum += error
            squares += error * error
        }
        // A short text fills fewer places than there are.
        let places = Double(min(Signature.places, shared + 2 * own - 2))
        let deviation = (exact * (1 - exact) / places).squareRoot()
        #expect(abs(sum / Double(pairs)) < 4 * deviation / Double(pairs).squareRoot() + 0.003, "seed \(Self.seed): bias \(sum / Double(pairs)) at \(exact)")
        #expect((squares / Double(pairs)).squareRoot() < 1.25 * deviation + 0.005, "seed \(Self.seed): deviation \((squares / Double(pairs)).squareRoot()) at \(exact), \(deviation) expected")
    }

    @Test func theSameWordsHaveTheSameSignatureAndOthersHardlyAgree() {
        var random = SplitMix64(seed: Self.seed)
        var hasher = MinHasher(shingle: 3)
        for count in [1, 2, 3, 10, 1000] {
            let (left, right) = pair(shared: 0, own: count, &random)
            #expect(hasher.signature(of: left) == hasher.signature(of: left))
            #expect(Signature.similarity(hasher.signature(of: left), hasher.signature(of: right)) < 0.05)
        }
    }

    private func places(_ words: [UInt64]) -> [UInt8] {
        words.flatMap { word in withUnsafeBytes(of: word) { Array($0) } }
    }

    @Test func agreementIsCountedByPlace() {
        var random = SplitMix64(seed: Self.seed)
        for _ in 0..<500 {
            let left = (0..<Signature.wordCount).map { _ in random.next() }
            // Bytes that differ in few bits, the highest and the lowest among them, are the ones that tricks get wrong.
            let right = left.map { $0 ^ (random.next() & random.next() & random.next() & 0x8181_0101_FF80_0180) }
            let expected = zip(places(left), places(right)).count { $0 == $1 }
            let agreeing = left.withUnsafeBufferPointer { first in
                right.withUnsafeBufferPointer { second in Signature.agreeing(first.baseAddress!, second.baseAddress!) }
            }
            #expect(agreeing == expected)
        }
    }

    @Test func theLeastAgreementIsTheFirstThatIsEnough() {
        for percent in 50...100 {
            let least = Signature.leastAgreeing(similarity: Double(percent) / 100)
            #expect(Signature.similarity(agreeing: least) >= Double(percent) / 100)
            #expect(Signature.similarity(agreeing: least - 1) < Double(percent) / 100)
        }
    }
}
