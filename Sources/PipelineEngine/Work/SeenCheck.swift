import StageKit

/// Compares articles with what a pipeline has taken before. Safe to use from any thread.
struct SeenCheck: Sendable {
    let reader: SeenStore.Reader
    /// Whether articles that were taken before are taken again (a replay, a full run).
    let takesKnown: Bool
    /// Whether the outputs hold the earlier versions, so that a changed article replaces one.
    let replaces: Bool

    /// - Parameter article: gets ``Article/replaces`` where an earlier version is in the outputs.
    /// - Returns: what to remember when the article went through, and whether it is to be left out.
    func compare(_ article: inout Article, _ record: SourceRecord) throws(StageFailure) -> (entry: SeenEntry, isKnown: Bool) {
        let id = article.id.description
        let entry = SeenEntry(key: SeenEntry.key(of: record, article: article), id: id)
        guard let known = try reader.entry(entry.key) else { return (entry, false) }
        // A version that failed waits in quarantine; it does not fail anew with every run.
        if !takesKnown, known.id == id || known.failed == id { return (entry, true) }
        if replaces, let earlier = known.id, earlier != id { article.replaces = ArticleID(earlier) }
        return (entry, false)
    }

    /// Whether a record that does not become an article failed in the same way before, and waits in quarantine.
    func isKnown(failure entry: SeenEntry) throws(StageFailure) -> Bool {
        guard !takesKnown else { return false }
        return try reader.entry(entry.key)?.failed == entry.failed
    }

    /// What to remember of an article that failed.
    /// - Parameter entry: what ``compare(_:_:)`` returned; nil where the record did not become an article.
    func failed(_ entry: SeenEntry?, _ record: SourceRecord) -> SeenEntry {
        SeenEntry(
            key: entry?.key ?? SeenEntry.key(of: record, article: nil), id: nil, failed: entry?.id ?? ArticleID(content: record.bytes).description)
    }
}
