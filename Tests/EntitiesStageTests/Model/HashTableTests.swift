import Testing
import TestSupport

@testable import EntitiesStage

@Suite struct HashTableTests {
    @Test func findsWhatWasPackedAndHardlyAnythingElse() throws {
        var keys: Set<UInt32> = []
        var random = SplitMix64(seed: 7)
        while keys.count < 20_000 { keys.insert(FeatureHash.hash(3, UInt32(truncatingIfNeeded: random.next()), 0, 0)) }
        let sorted = keys.sorted()
        let packed = try #require(
            HashTablePacker.pack(keys: sorted, rowSize: 2) { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] })
        try packed.withUnsafeBytes { memory in
            let table = try #require(HashTableView(memory, rowSize: 2))
            for (index, key) in sorted.enumerated() {
                #expect(table.row(key)?.loadUnaligned(as: UInt16.self) == UInt16(truncatingIfNeeded: index))
            }
            let strangers = (0..<100_000).map { FeatureHash.hash(4, UInt32($0), 0, 0) }.filter { !keys.contains($0) }
            // One in 65,536 is expected.
            #expect(strangers.count { table.row($0) != nil } < 12)
        }
    }

    @Test func refusesWhatIsCutShort() throws {
        let packed = try #require(HashTablePacker.pack(keys: [1, 2, 3], rowSize: 4) { _ in [0, 0, 0, 0] })
        for length in 0..<packed.count {
            packed[..<length].withUnsafeBytes { #expect(HashTableView(UnsafeRawBufferPointer(rebasing: $0[...]), rowSize: 4) == nil) }
        }
    }
}
