import StageKit

/// Checks that stages stand in an order that can work: a source first, a sink last, and before each stage whatever it reads.
struct StageOrder {
    let catalog: StageCatalog

    func problems(of stages: [PlanBuilder.Entry], at list: SourceLocation) -> [Diagnostic] {
        guard let first = stages.first, let last = stages.last else {
            return [Diagnostic(.error, "there are no stages", at: list, advice: "list them: load first, export last")]
        }
        var problems: [Diagnostic] = []
        if !(first.stage is any SourceStage) {
            problems.append(
                Diagnostic(.error, "the first stage must load articles, but '\(first.name)' does not", at: first.location,
                    advice: "put \(names { $0 is any SourceStage.Type }) first"))
        }
        if !(last.stage is any SinkStage) {
            problems.append(
                Diagnostic(.error, "the last stage must write articles, but '\(last.name)' does not", at: last.location,
                    advice: "put \(names { $0 is any SinkStage.Type }) last"))
        }
        for (index, entry) in stages.enumerated() {
            if entry.stage is any SourceStage, index > 0 {
                problems.append(Diagnostic(.error, "'\(entry.name)' can only be the first stage", at: entry.location))
            }
            if entry.stage is any SinkStage, index < stages.count - 1 {
                problems.append(
                    Diagnostic(.error, "'\(entry.name)' can only be the last stage", at: entry.location,
                        advice: "give several outputs to one '\(entry.name)'"))
            }
        }
        return problems + unmetReads(of: stages)
    }

    private func unmetReads(of stages: [PlanBuilder.Entry]) -> [Diagnostic] {
        var written: Set<ArticlePart> = []
        var problems: [Diagnostic] = []
        for (index, entry) in stages.enumerated() {
            for part in entry.stage.reads.subtracting(written).sorted() {
                problems.append(
                    Diagnostic(.error, "'\(entry.name)' needs \(part)", at: entry.location,
                        advice: advice(for: part, before: entry, later: stages[(index + 1)...])))
            }
            // What is missing is told once, where it is first needed.
            written.formUnion(entry.stage.writes.union(entry.stage.reads))
        }
        return problems
    }

    private func advice(for part: ArticlePart, before entry: PlanBuilder.Entry, later: ArraySlice<PlanBuilder.Entry>) -> String? {
        if let misplaced = later.first(where: { $0.stage.writes.contains(part) }) {
            return "move '\(misplaced.name)' before it"
        }
        return catalog.writer(of: part).map { "add '\($0.name)' before it" }
    }

    private func names(_ isWanted: (any Stage.Type) -> Bool) -> String {
        catalog.types.filter(isWanted).map { "'\($0.name)'" }.joined(separator: " or ")
    }
}
