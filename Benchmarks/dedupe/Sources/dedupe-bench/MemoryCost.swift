import DedupeStage
import Foundation
import StageKit

/// What a remembered article costs in memory, in the state file, and in time, with more and more of them.
struct MemoryCost {
    let count: Int
    private static let wordsPerArticle = 300

    func run() throws {
        let stage = DedupeBench.stage(near: DedupeStage().near.fraction, shingle: DedupeStage().shingle)
        var worker = stage.makeWorker(DedupeBench.context)
        var memory = stage.makeMemory()
        var chance = Chance(state: 1)
        let vocabulary = (0..<20_000).map { String($0, radix: 36) }
        let before = MemoryCost.residentBytes
        var entryBytes = 0
        var digestSeconds = 0.0
        var (judgeSeconds, rememberSeconds, since) = (0.0, 0.0, 0)
        print("| remembered | digest | judge | remember | memory an article | in the file |")
        print("|---|---|---|---|---|---|")
        for number in 0..<count {
            let text = (0..<Self.wordsPerArticle).map { _ in vocabulary[chance.below(vocabulary.count)] }.joined(separator: " ")
            let article = DedupeBench.article(text, number)
            let start = MemoryCost.now
            let newcomer = DedupeBench.newcomer(article, &worker)
            let digested = MemoryCost.now
            let judgement = try memory.judge(newcomer)
            let judged = MemoryCost.now
            if let entry = judgement.entry { entryBytes += memory.remember(entry).count }
            rememberSeconds += MemoryCost.now - judged
            judgeSeconds += judged - digested
            digestSeconds += digested - start
            since += 1
            guard [1000, 10_000, 100_000, 300_000, 1_000_000].contains(number + 1) || number + 1 == count else { continue }
            func each(_ seconds: Double) -> String { "\((seconds / Double(since) * 1e7).rounded() / 10) µs" }
            let bytes = (MemoryCost.residentBytes - before) / (number + 1)
            print("| \(number + 1) | \(each(digestSeconds)) | \(each(judgeSeconds)) | \(each(rememberSeconds)) | \(bytes) bytes | \(entryBytes / (number + 1)) bytes |")
            (judgeSeconds, rememberSeconds, digestSeconds, since) = (0, 0, 0, 0)
        }
        var entries: [[UInt8]] = []
        entries.reserveCapacity(count)
        memory.forEachEntry { entries.append($0) }
        memory = stage.makeMemory()
        let start = MemoryCost.now
        for entry in entries { try memory.restore(entry[...], ofEarlierRun: true) }
        print("restored \(memory.count) in \(((MemoryCost.now - start) * 100).rounded() / 100) s")
    }

    private static var now: Double { ProcessInfo.processInfo.systemUptime }

    /// Resident memory of this process, from /proc.
    private static var residentBytes: Int {
        let fields = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ") ?? []
        return (fields.count > 1 ? Int(fields[1]) ?? 0 : 0) * 4096
    }
}
