@testable import DedupeStage
import TestSupport
import Testing

@Suite struct BandingTests {
    @Test(arguments: [0.5, 0.6, 0.7, 0.8, 0.9, 0.99]) func nearlyAllPairsAtTheThresholdShareABand(similarity: Double) {
        let banding = Banding(similarity: similarity)
        #expect(Banding.recall(similarity, rows: banding.rows) >= 0.99)
        #expect(banding.bands * banding.rows <= Signature.places && banding.bands <= 64)
    }

    @Test func aKeyIsTheRowsOfItsBand() {
        var random = SplitMix64(seed: 4711)
        let signature = (0..<Signature.wordCount).map { _ in random.next() }
        let places = signature.flatMap { word in withUnsafeBytes(of: word.littleEndian) { Array($0) } }
        for similarity in stride(from: 0.3, to: 1, by: 0.05) {
            let banding = Banding(similarity: similarity)
            for band in 0..<banding.bands {
                let rows = places[(band * banding.rows)..<((band + 1) * banding.rows)]
                let expected = rows.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
                #expect(signature.withUnsafeBufferPointer { banding.key(band, $0.baseAddress!) } == expected, "band \(band) of \(banding.rows) rows")
            }
        }
    }
}
