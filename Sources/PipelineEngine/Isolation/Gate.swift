import StageKit

/// Decides, before a record goes to a worker process, whether its article was taken before: the worker has no access to
/// what the run remembers.
///
/// Costs decoding the record twice; used only by pipelines with `only: new`.
struct Gate: Sendable {
    struct Verdict: Sendable {
        var isTakenBefore = false
        /// What is to be remembered of the article.
        var version: SeenEntry?
        /// The version that it takes the place of.
        var replaces: ArticleID?

        init() {}

        init(_ record: SourceRecord, of source: some SourceStage, _ seen: SeenCheck) {
            // A record that cannot be decoded goes through: the worker says why.
            guard record.failure == nil, var article = try? source.decode(record), let found = try? seen.compare(&article, record) else { return }
            isTakenBefore = found.isKnown
            version = found.entry
            replaces = article.replaces
        }
    }

    let verdict: @Sendable (SourceRecord) -> Verdict
}
