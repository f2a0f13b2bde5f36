@testable import PipelineEngine
import StageKit
import TestSupport
import Testing

@Suite struct MemoryLogTests {
    private func read(_ file: [UInt8], length: Int? = nil) throws -> [[UInt8]] {
        var entries: [[UInt8]] = []
        let fetch = { (range: Range<Int>) in Array(file[min(range.lowerBound, file.count)..<min(range.upperBound, file.count)]) }
        try MemoryLog.read(length: length ?? file.count, fetch: fetch) { entry, _ in entries.append(Array(entry)) }
        return entries
    }

    private func entries(_ count: Int, _ random: inout SplitMix64) -> [[UInt8]] {
        (0..<count).map { _ in (0..<random.below(300)).map { _ in UInt8(truncatingIfNeeded: random.next()) } }
    }

    @Test func whatIsWrittenIsRead() throws {
        var random = SplitMix64(seed: 1)
        for count in [0, 1, 2, 500, 20_000] {
            let (first, second) = (entries(count, &random), entries(3, &random))
            #expect(try read(MemoryLog.blocks(first) + MemoryLog.blocks(second)) == first + second)
        }
        #expect(MemoryLog.blocks([]).isEmpty)
    }

    /// Any change of any byte is noticed, at the block where it is.
    @Test func damageIsNoticed() throws {
        let seed: UInt64 = 20_261_125
        var random = SplitMix64(seed: seed)
        let first = MemoryLog.blocks(entries(20, &random))
        let file = first + MemoryLog.blocks(entries(20, &random))
        for _ in 0..<3000 {
            var bytes = file
            let place = random.below(bytes.count)
            bytes[place] ^= UInt8(1 + random.below(255))
            let damage = #expect(throws: MemoryLog.Damage.self, "seed \(seed)") { try read(bytes) }
            #expect(damage?.offset == (place < first.count ? 0 : first.count))
        }
        for length in 1..<file.count where length != first.count {
            #expect(throws: MemoryLog.Damage.self) { try read(Array(file[..<length])) }
            #expect(throws: MemoryLog.Damage.self) { try read(Array(file[..<length]), length: file.count) }
        }
    }

    @Test func anyBytesAreReadOrRefused() {
        var random = SplitMix64(seed: 5)
        for _ in 0..<3000 {
            let bytes = (0..<random.below(200)).map { _ in UInt8(truncatingIfNeeded: random.next() & (random.next() % 3 == 0 ? 0xFF : 3)) }
            do {
                _ = try read(bytes)
            } catch {
                #expect(error is MemoryLog.Damage)
            }
        }
    }

    @Test func aHeadIsReadAsItWasWritten() throws {
        let head = MemoryHead(stage: "dedupe", format: "shingle 3", file: MemoryHead.file(generation: 12), length: 4711, articles: 9)
        #expect(MemoryHead(Array(head.json.json.utf8)) == head)
        for (from, to) in [("memory-12.log", "../etc/passwd"), ("memory-12.log", "memory-012.log"), ("4711", "-1"), ("\"stage\"", "\"stag\"")] {
            #expect(MemoryHead(Array(head.json.json.replacing(from, with: to).utf8)) == nil)
        }
    }
}
