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
            article.setSpanLayer(Keyphrases.layer, Keyphrases.find(in: analysis, text: text.utf8, most: settings.keyphrases))
        }
        let favour = favour(inputs)
        let scores = zip(ranker.scores, favour).map { $0 + $1 }
        let form = SummaryForm(settings: settings, text: text.utf8, analysis: analysis)
        var chosen = choose(scores, favour, form)
        if chosen.isEmpty {
            // Better a short sentence than none: what only looked like a label is let in, what clean has set aside is not.
            for index in inputs.indices { analysis.sentences[index].isEligible = inputs[index].isEligible && !inputs[index].range.isEmpty }
            chosen = choose(scores, favour, form)
        }
        if let note { explain(chosen, scores, note) }
        article.summary = form.summary(of: chosen, scores: scores)
    }

    /// More than any sentence's own score, so that the preferred come first.
    private static let preference: Float = 1000

    /// What each sentence gains by the settings, whatever the model says of it.
    private func favour(_ inputs: [Analyser.Input]) -> [Float] {
        var favour = inputs.map { settings.standfirst == .prefer && $0.isStandfirst ? SummarizeWorker.preference : 0 }
        if !settings.about.isEmpty { QueryFocus.lean(&favour, ranker.scores, analysis) }
        return favour
    }

    private mutating func choose(_ scores: [Float], _ favour: [Float], _ form: SummaryForm) -> [Int] {
        let ranker = ranker
        let pool = CandidatePool.sentences(of: analysis, wanted: settings.budget.sentences) {
            ranker.promise(ofSentence: $0) + favour[$0]
        }
        return selector.select(analysis, from: pool, scores: scores, costs: form.cost, budget: settings.budget)
    }

    private func explain(_ chosen: [Int], _ scores: [Float], _ note: (String) -> Void) {
        let eligible = analysis.sentences.count { $0.isEligible }
        let places = chosen.map { "\($0 + 1)" }.joined(separator: ", ")
        note("chose sentences \(places.isEmpty ? "none" : places) of \(analysis.sentences.count), \(eligible) eligible")
    }
}
