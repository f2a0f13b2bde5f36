import CleanStage

/// How well extractions agree with ``BlockJudgements``: words of the running text, page precision and recall averaged
/// over the judged pages. Blocks that were not judged do not count.
struct JudgedScore {
    private var precisions: [Double] = []
    private var recalls: [Double] = []

    mutating func add(_ page: EvaluationPage, _ result: ArticleExtractor.Result, _ analysis: PageAnalysis, _ judgements: BlockJudgements) {
        guard judgements.covers(page) else { return }
        let lines = Set(result.parts.filter { !$0.isAside }.map(\.text))
        let (texts, words) = (analysis.blockTexts, analysis.blockWords)
        var chosen = 0
        var wanted = 0
        var both = 0
        for (index, text) in texts.enumerated() {
            guard let belongs = judgements.verdict(on: text, of: page) else { continue }
            let isChosen = lines.contains(text)
            if isChosen { chosen += words[index] }
            if belongs { wanted += words[index] }
            if isChosen, belongs { both += words[index] }
        }
        precisions.append(Double(both) / Double(max(1, chosen)))
        recalls.append(Double(both) / Double(max(1, wanted)))
    }

    var report: String {
        let count = Double(max(1, precisions.count))
        let (precision, recall) = (precisions.reduce(0, +) / count, recalls.reduce(0, +) / count)
        let mean = 2 * precision * recall / max(1e-9, precision + recall)
        func share(_ value: Double) -> String { "\((value * 10_000).rounded() / 10_000)" }
        return "judged pages: \(precisions.count), precision \(share(precision)), recall \(share(recall)), F1 \(share(mean))"
    }
}
