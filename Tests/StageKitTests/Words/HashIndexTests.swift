import StageKit
import Testing
import TestSupport

@Suite struct HashIndexTests {
    @Test func numbersKeysInTheOrderTheyComeIn() {
        for seed in UInt64(0)..<20 {
            var random = SplitMix64(seed: seed)
            var index = HashIndex()
            for round in 0..<3 {
                var known: [UInt64: Int] = [:]
                index.removeAll()
                // From a table that fits to one that grows and is given back.
                for _ in 0..<random.below(40_000) {
                    let key = random.next() % 20_000 << 32
                    let expected = known[key] ?? known.count
                    if known[key] == nil { #expect(index.existingNumber(of: key) == nil, "seed \(seed)") }
                    known[key] = expected
                    guard index.number(of: key) == expected, index.existingNumber(of: key) == expected else {
                        Issue.record("seed \(seed), round \(round): key \(key)")
                        return
                    }
                }
                #expect(index.count == known.count, "seed \(seed)")
            }
        }
    }

    @Test func aSmallTableGrowsAndNumbersKeysInOrder() {
        var table = HashIndex(capacity: 2)
        let keys = (0..<500).map { UInt64($0) &* 0x1_0000_0001 }
        #expect(keys.map { table.number(of: $0) } == Array(0..<500))
        #expect(keys.map { table.number(of: $0) } == Array(0..<500))
        #expect(table.existingNumber(of: 3 &* 0x1_0000_0001) == 3)
        #expect(table.existingNumber(of: 12345) == nil)
    }
}
