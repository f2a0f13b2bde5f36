import StageKit

/// Checks that stages stand in an order that can work: a source first, a sink last, and before each stage whatever it reads.
struct StageOrder {
    let catalog: StageCatalog

    func problems(of stages: [PlanBuilder.Entry], at list: SourceLocation) -> [Diagnostic] {
        guard !stages.isEmpty else {
            return [Diagnostic(.error, "there are no stages", at: list, advice: "list them: load first, export last")]
        }
        return sources(stages) + sinks(stages) + orderedStages(stages) + unmetReads(of: stages)
    }

    private func orderedStages(_ stages: [PlanBuilder.Entry]) -> [Diagnostic] {
        let found = stages.filter { $0.stage is any OrderedStage }
        return found.dropFirst().map { entry in
            Diagnostic(.error, "there is a stage that compares articles already, '\(found[0].name)' on line \(found[0].location.line)",
                at: entry.location, advice: "a pipeline can have one; let another pipeline read what this one writes")
        }
    }

    private func sources(_ stages: [PlanBuilder.Entry]) -> [Diagnostic] {
        let first = stages[0]
        let found = stages.indices.filter { stages[$0].stage is any SourceStage }
        guard let start = found.first else {
            // What a stage that no one knows was to do, no one can tell.
            guard first.stage != nil else { return [] }
            return [
                Diagnostic(.error, "the first stage must load articles, but '\(first.name)' does not", at: first.location,
                    advice: "add \(names { $0 is any SourceStage.Type }) before it")
            ]
        }
        var problems: [Diagnostic] = []
        if start > 0 {
            problems.append(
                Diagnostic(.error, "'\(stages[start].name)' must be the first stage", at: stages[start].location,
                    advice: first.name.isEmpty ? "move it to the front" : "move it before '\(first.name)'"))
        }
        return problems + found.dropFirst().map { index in
            Diagnostic(.error, "there is a stage that loads articles already, on line \(stages[start].location.line)",
                at: stages[index].location, advice: "give all inputs to that one")
        }
    }

    private func sinks(_ stages: [PlanBuilder.Entry]) -> [Diagnostic] {
        let last = stages[stages.count - 1]
        let found = stages.indices.filter { stages[$0].stage is any SinkStage }
        guard let end = found.first else {
            guard last.stage != nil else { return [] }
            return [
                Diagnostic(.error, "the last stage must write articles, but '\(last.name)' does not", at: last.location,
                    advice: "add \(names { $0 is any SinkStage.Type }) behind it")
            ]
        }
        var problems: [Diagnostic] = []
        if let final = found.last, final < stages.count - 1 {
            problems.append(
                Diagnostic(.error, "'\(stages[end].name)' must be the last stage", at: stages[end].location,
                    advice: last.name.isEmpty ? "move it to the end" : "move it behind '\(last.name)'"))
        }
        return problems + found.dropFirst().map { index in
            Diagnostic(.error, "there is a stage that writes articles already, on line \(stages[end].location.line)",
                at: stages[index].location, advice: "give all outputs to that one")
        }
    }

    private func unmetReads(of stages: [PlanBuilder.Entry]) -> [Diagnostic] {
        var written: Set<ArticlePart> = []
        if !(stages[0].stage is any SourceStage) {
            // That loading comes first is told already; what follows is judged as if it did.
            for type in catalog.types where type is any SourceStage.Type { written.formUnion(type.init().writes) }
        }
        var problems: [Diagnostic] = []
        for (index, entry) in stages.enumerated() {
            // An unknown stage may write anything.
            guard let stage = entry.stage else { break }
            var missing: [(advice: String, parts: [ArticlePart])] = []
            for part in stage.reads.subtracting(written).sorted() {
                let advice = advice(for: part, later: stages[(index + 1)...])
                if let same = missing.firstIndex(where: { $0.advice == advice }) {
                    missing[same].parts.append(part)
                } else {
                    missing.append((advice, [part]))
                }
            }
            problems += missing.map { advice, parts in
                let parts = parts.map(\.description).joined(separator: " and ")
                return Diagnostic(.error, "'\(entry.name)' needs \(parts)", at: entry.location, advice: advice)
            }
            // What is missing is told once, where it is first needed.
            written.formUnion(stage.writes.union(stage.reads))
        }
        return problems
    }

    private func advice(for part: ArticlePart, later: ArraySlice<PlanBuilder.Entry>) -> String {
        // Who changes a part that must be there already does not make it.
        if let misplaced = later.first(where: { $0.stage.map { $0.writes.contains(part) && !$0.reads.contains(part) } == true }) {
            return "move '\(misplaced.name)' before it"
        }
        return catalog.writer(of: part).map { "add '\($0.name)' before it" } ?? "add the stage that makes them before it; none that is known does"
    }

    private func names(_ isWanted: (any Stage.Type) -> Bool) -> String {
        catalog.types.filter(isWanted).map { "'\($0.name)'" }.joined(separator: " or ")
    }
}
