import DedupeStage
import PipelineEngine
import StageKit

/// What `dedupe` remembers between runs: its file's blocks, with checksums right and wrong, and the entries in them.
struct MemoryTarget: FuzzTarget {
    static let name = "memory"
    let seeds: [[UInt8]]
    let tokens: [[UInt8]] = [[0, 0, 0, 0], [1, 0, 0, 0], [0xFF, 0xFF, 0xFF, 0xFF], [0, 0, 0, 0x80], Array("0123456789abcdef".utf8)]

    init(_ samples: Samples) throws {
        let stage = DedupeStage()
        var worker = stage.makeWorker(CleaningTools.context)
        var memory = stage.makeMemory()
        var entries: [[UInt8]] = []
        let texts = ["Closed today.", "The ferry to the island sails again from Monday, the company said on Sunday, and takes nine cars at a time to the other shore."]
        for (number, text) in texts.enumerated() {
            let article = Article(id: ArticleID(content: [UInt8(number)]), source: ArticleSource(uri: "a", record: number), text: ArticleText(text))
            let judgement = try memory.judge(Newcomer(id: article.id, key: ContentHash([UInt8(number)]), digest: worker.digest(of: article)))
            if let entry = judgement.entry { entries.append(memory.remember(entry)) }
        }
        seeds = [MemoryLog.blocks(entries), MemoryLog.blocks([entries[0]]) + MemoryLog.blocks([entries[1]])] + entries
    }

    func run(_ bytes: [UInt8]) throws -> Bool {
        // Most changes would only break the checksum: mostly the bytes are taken for one entry of a block that is whole.
        let file = bytes.count % 5 == 0 ? bytes : MemoryLog.blocks([bytes])
        var memory = DedupeStage().makeMemory()
        do {
            try MemoryLog.read(length: file.count, fetch: { Array(file[min($0.lowerBound, file.count)..<min($0.upperBound, file.count)]) }) { entry, offset in
                try memory.restore(entry, ofEarlierRun: true)
            }
        } catch let damage as MemoryLog.Damage {
            try promise((0...file.count).contains(damage.offset), "damage lies in the file")
            return false
        } catch is StageFailure {
            return false
        }
        var copy = DedupeStage().makeMemory()
        try memory.forEachEntry { try copy.restore($0[...], ofEarlierRun: true) }
        try promise(copy.count == memory.count, "a memory's entries make the memory again")
        return true
    }
}
