import StageKit

extension FuzzTarget {
    /// What holds for the records of every file.
    /// - Returns: whether any is an article.
    func checkRecords(_ records: [SourceRecord], _ files: RecordFiles) throws -> Bool {
        try promise(records.map(\.source.record) == Array(records.indices), "records are not numbered in order")
        let articles = files.articles(of: records)
        for article in articles { try checkPromises(of: article) }
        return !articles.isEmpty
    }

    /// What holds for every article that leaves a stage: its annotations lie in its text, and its record gives it back.
    func checkPromises(of article: Article) throws {
        let text = article.text
        for block in article.blocks {
            guard case .inText(let range) = block.content else { continue }
            guard let text else { throw BrokenPromise("a block has a range, but there is no text") }
            try promise(range.upperBound <= text.count, "a block ends behind the text")
            try promise(text.isScalarBoundary(range.lowerBound) && text.isScalarBoundary(range.upperBound), "a block cuts a character")
        }
        let record = wholeRecord(of: article)
        let again = try Article(record: JSONParser.parse(record))
        try promise(wholeRecord(of: again) == record, "the article's record does not give the article back")
    }

    private func wholeRecord(of article: Article) -> [UInt8] {
        var json = JSONWriter()
        article.writeRecord(to: &json, whole: true)
        return json.bytes
    }
}
