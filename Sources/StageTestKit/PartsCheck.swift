import StageKit

/// Checks that a stage reads and writes what it says it does.
enum PartsCheck {
    /// What the stage changed without saying that it writes it.
    static func untouched(_ before: Article, _ after: Article, _ stage: any Stage) -> [String] {
        var problems: [String] = []
        if before.id != after.id || before.source != after.source || before.replaces != after.replaces {
            problems.append("the stage changes the article's identity")
        }
        for part in ArticleParts.names(before, after) where !ArticleParts.covers(stage.writes, part) {
            guard ArticleParts.value(part, of: before) != ArticleParts.value(part, of: after) else { continue }
            // Who makes the text of the raw content uses it up.
            if part == .raw, after.raw == nil, stage.reads.contains(.raw), stage.writes.contains(.text) { continue }
            problems.append(part == .text ? "the stage changes the text" : "the stage changes \(part), which it does not say it writes")
        }
        return problems
    }

    /// Whether every part that is said to be read or written matters to at least one example.
    static func problems(of stage: any Stage.Type, _ examples: [StageExample]) -> [String] {
        guard stage is any TransformStage.Type else { return [] }
        var declared: (reads: Set<ArticlePart>, writes: Set<ArticlePart>) = ([], [])
        var shown: (reads: Set<ArticlePart>, writes: Set<ArticlePart>) = ([], [])
        for example in examples {
            guard let run = try? ExampleRun.configured(stage, example), let transform = run.stage as? any TransformStage,
                let articles = try? ExampleArticle.articles(example.given), let article = articles.last
            else { continue }
            let before = articles.dropLast()
            declared.reads.formUnion(transform.reads)
            declared.writes.formUnion(transform.writes)
            guard case .article(let after) = outcome(transform, before + [article], run.context) else { continue }
            for part in transform.writes where ArticleParts.value(part, of: article) != ArticleParts.value(part, of: after) {
                shown.writes.insert(part)
            }
            for part in transform.reads where !shown.reads.contains(part) {
                if differs(outcome(transform, before + [ArticleParts.without(part, article)], run.context), after, in: transform.writes) {
                    shown.reads.insert(part)
                }
            }
        }
        return declared.writes.subtracting(shown.writes).sorted().map { "it says that it writes \($0), but no example shows it" }
            + declared.reads.subtracting(shown.reads).sorted().map {
                "it says that it reads \($0), but every example comes out the same without"
            }
    }

    private enum Outcome {
        case article(Article)
        case none
    }

    /// - Parameter articles: the last is the one that comes out.
    private static func outcome(_ transform: some TransformStage, _ articles: [Article], _ context: StageContext) -> Outcome {
        guard let (article, verdict) = try? OrderedTrial.pass(articles, through: transform, context), verdict == .keep else { return .none }
        return .article(article)
    }

    private static func differs(_ outcome: Outcome, _ article: Article, in parts: Set<ArticlePart>) -> Bool {
        guard case .article(let other) = outcome else { return true }
        return parts.contains { ArticleParts.value($0, of: other) != ArticleParts.value($0, of: article) }
    }
}
