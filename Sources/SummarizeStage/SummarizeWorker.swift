public import StageKit

/// Sums up article after article on one thread, with scratch memory that it keeps.
public struct SummarizeWorker: ArticleWorker {
    private let settings: SummarizeStage
    private let note: (@Sendable (String) -> Void)?
    private var analysis = Analysis()
    private var analyser = Analyser()
    private var ranker: Ranker
    private var selector: Selector
    /// Nil where the summary stays extractive.
    private let remote: Result<RemoteSummarizer, any Error>?

    init(
        _ settings: SummarizeStage, weights: RankerWeights = .shipped, note: (@Sendable (String) -> Void)? = nil,
        remote: Result<RemoteSummarizer, any Error>? = nil
    ) {
        self.remote = remote
        self.settings = settings
        self.note = note
        ranker = Ranker(weights: weights)
        selector = Selector(weights: weights.set)
    }

    /// Sets the summary; leaves it nil when no sentence may stand in one.
    ///
    /// - Throws: with `backend: http` alone, where it asks for that.
    /// - Complexity: O(length of the text).
    public mutating func process(_ article: inout Article) throws -> Verdict {
        extract(&article)
        try remote?.get().rewrite(&article)
        return .keep
    }

    /// Sets the extractive summary.
    mutating func extract(_ article: inout Article) {
        article.summary = nil
        guard let text = article.text, !article.sentences.isEmpty else { return }
        let inputs = ArticleReader.inputs(of: article, standfirst: settings.standfirst)
        analyser.read(text.utf8, inputs, titles: ArticleReader.titles(of: article), into: &analysis)
        QueryFocus.mark(settings.about, in: &analysis, by: &analyser)
        ranker.rank(&analysis)
        if settings.keyphrases > 0 {
            article.extensions[Keyphrases.layer] = .array(
                Keyphrases.find(in: analysis, text: text.utf8, most: settings.keyphrases).map { .string($0) })
        }
        var scores = ranker.scores
        prefer(inputs, &scores)
        let form = SummaryForm(settings: settings, text: text.utf8, analysis: analysis)
        var chosen = selector.select(analysis, scores: scores, costs: form.cost, budget: settings.budget)
        if chosen.isEmpty {
            // Better a short sentence than none: what only looked like a label is let in, what clean has set aside is not.
            for index in inputs.indices { analysis.sentences[index].isEligible = inputs[index].isEligible && !inputs[index].range.isEmpty }
            chosen = selector.select(analysis, scores: scores, costs: form.cost, budget: settings.budget)
        }
        if let note { explain(chosen, scores, note) }
        article.summary = form.summary(of: chosen, scores: scores)
    }

    /// More than any sentence's own score, so that the preferred come first.
    private static let preference: Float = 1000

    private func prefer(_ inputs: [Analyser.Input], _ scores: inout [Float]) {
        for index in scores.indices {
            if settings.standfirst == .prefer, inputs[index].isStandfirst { scores[index] += SummarizeWorker.preference }
            if !settings.about.isEmpty { scores[index] += QueryFocus.bonus(ofSentence: index, in: analysis) }
        }
    }

    private func explain(_ chosen: [Int], _ scores: [Float], _ note: (String) -> Void) {
        let eligible = analysis.sentences.count { $0.isEligible }
        let places = chosen.map { "\($0 + 1)" }.joined(separator: ", ")
        note("chose sentences \(places.isEmpty ? "none" : places) of \(analysis.sentences.count), \(eligible) eligible")
    }
}
