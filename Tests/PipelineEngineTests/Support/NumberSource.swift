import StageKit

/// A source of numbered texts, some of them broken: enough to drive the engine without files.
struct NumberSource: SourceStage {
    static let name = "numbers"
    static let abstract = "Numbered articles for tests."
    var reads: Set<ArticlePart> { [] }
    var writes: Set<ArticlePart> { [.text] }

    var count = 100
    /// Records whose number is divisible by this cannot be decoded.
    var brokenEvery = Int.max
    var perSplit = 30
    var isRequired = false
    /// Whether an interrupted run can go on.
    var isRepeatable = true
    /// Splits that cannot be opened.
    var unreadableSplits: Set<Int> = []
    /// Called before each record is read.
    var beforeReading: @Sendable (Int) -> Void = { _ in }

    mutating func readOnly(_ paths: [String]) { count = paths.count }

    func plan(_ context: StageContext) -> SplitPlan {
        let splits = stride(from: 0, to: count, by: perSplit).map {
            Split(uri: "numbers", offset: $0, length: min(perSplit, count - $0))
        }
        return SplitPlan(splits: splits, bytes: count, isRequired: isRequired, pattern: "numbers", fingerprint: isRepeatable ? ContentHash([UInt8(truncatingIfNeeded: count)]) : nil)
    }

    func open(_ split: Split, _ context: StageContext) throws -> Reader {
        if unreadableSplits.contains(split.offset / perSplit) { throw StageFailure("the split cannot be opened") }
        return Reader(number: split.offset, end: split.offset + (split.length ?? 0), start: split.offset, before: beforeReading)
    }

    func decode(_ record: SourceRecord) throws -> Article {
        if record.source.record > 0, record.source.record % brokenEvery == 0 { throw StageFailure("broken record") }
        return Article(id: ArticleID(content: record.bytes), source: record.source, text: ArticleText(repairing: record.bytes))
    }

    struct Reader: RecordReader {
        var number: Int
        let end: Int
        let start: Int
        let before: @Sendable (Int) -> Void

        mutating func next() -> SourceRecord? {
            guard number < end else { return nil }
            before(number)
            defer { number += 1 }
            return SourceRecord(
                source: ArticleSource(uri: "numbers", record: number), bytes: Array("Article number \(number).".utf8), format: "text",
                position: number + 1 - start)
        }
    }
}
