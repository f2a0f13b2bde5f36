@testable import DedupeStage
import TestSupport
import Testing

@Suite struct SlotTableTests {
    /// Whatever is inserted and removed in whatever order, a table finds what a dictionary does.
    @Test(arguments: UInt64(1)...8) func agreesWithADictionary(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        // Few keys: chains of the same key, and of others that have the same place, get long.
        let keys = (0..<400).map { _ in UInt64(random.below(60)) }
        var table = SlotTable()
        var present: Set<Int> = []
        for step in 0..<6000 {
            let slot = random.below(keys.count)
            // Grows first, shrinks then.
            if present.contains(slot), random.below(6000) < step {
                table.remove(slot, key: keys[slot]) { keys[$0] }
                present.remove(slot)
            } else if !present.contains(slot) {
                table.insert(slot, key: keys[slot]) { keys[$0] }
                present.insert(slot)
            }
            #expect(table.count == present.count)
            guard step % 50 == 0 else { continue }
            for key in UInt64(0)..<60 {
                var found: Set<Int> = []
                table.forEachCandidate(key) { slot in
                    if keys[slot] == key { found.insert(slot) }
                    return true
                }
                #expect(found == present.filter { keys[$0] == key }, "seed \(seed), step \(step), key \(key)")
            }
        }
    }
}
