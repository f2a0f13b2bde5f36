import CleanStage
import Dispatch
import SeededRandom

/// Trains the two stacked models of `clean` on pages whose labels are partly known.
///
/// Blocks that no annotation speaks about are learned in rounds: a model trained without their page guesses them, and
/// the guesses count a little in the next round (self-training).
struct BlockTrainer {
    struct Page: Sendable {
        var page: EvaluationPage
        var analysis: PageAnalysis
        var labels: BlockLabels
        var fold: Int
    }

    struct Options: Sendable {
        var first = TreeTrainer.Options()
        var second = TreeTrainer.Options()
        var folds = 5
        var rounds = 2
        /// Weight of a guessed label beside a known one.
        var guessWeight: Float = 0.25
        /// Share of the unknown blocks that are guessed at all: they are many and alike.
        var guessShare = 0.3
        var englishWeight: Float = 2
        var articleWeight: Float = 1.5
        var snippetWeight: Float = 1
    }

    let pages: [Page]
    let options: Options
    let note: @Sendable (String) -> Void

    struct Result {
        var model: BlockModel
        /// By page: the chances that models trained without the page's site give.
        var outOfFold: [[Float]]
    }

    /// - Parameter isForUse: whether the models of all pages are wanted too, not only what those without a page's site give.
    func train(isForUse: Bool) -> Result {
        let rows = pages.map(\.analysis.features)
        let width = FeatureNames.first.count
        let table = binned(rows, width: width)
        note("\(table.count) blocks, \(width) features")
        var labels = pages.map(\.labels)
        var (early, _) = fitFolds(table, rows, width, labels, options.first)
        report("first model", early)
        for round in 0..<options.rounds {
            labels = guess(early)
            (early, _) = fitFolds(table, rows, width, labels, options.first)
            report("first model, round \(round + 1)", early)
        }
        let first = isForUse ? fit(table, labels, options.first, without: nil) : BoostedTrees(base: 0)
        let rows2 = pages.indices.map { pages[$0].analysis.features(with: early[$0]) }
        let width2 = FeatureNames.second.count
        let table2 = binned(rows2, width: width2)
        let (late, _) = fitFolds(table2, rows2, width2, labels, options.second)
        report("second model", late)
        let second = isForUse ? fit(table2, labels, options.second, without: nil) : BoostedTrees(base: 0)
        return Result(model: BlockModel(first: first, second: second), outOfFold: late)
    }

    private func binned(_ rows: [[Float]], width: Int) -> BinnedTable {
        // Every third page shows the values well enough.
        var table = BinnedTable(width: width, sample: stride(from: 0, to: rows.count, by: 3).map { rows[$0] })
        for page in rows { table.append(page) }
        return table
    }

    private func fitFolds(_ table: BinnedTable, _ rows: [[Float]], _ width: Int, _ labels: [BlockLabels], _ tree: TreeTrainer.Options) -> ([[Float]], [BoostedTrees]) {
        let folds = options.folds
        let models = concurrently(folds) { fit(table, labels, tree, without: $0) }
        let chances = pages.indices.map { models[pages[$0].fold].chances(rows[$0], width: width) }
        return (chances, models)
    }

    private func concurrently<Value: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Value) -> [Value] {
        let results = ResultBox<Value>(count: count)
        DispatchQueue.concurrentPerform(iterations: count) { results.set($0, body($0)) }
        return results.values()
    }

    private func fit(_ table: BinnedTable, _ labels: [BlockLabels], _ tree: TreeTrainer.Options, without fold: Int?) -> BoostedTrees {
        var values: [Float] = []
        var weights: [Float] = []
        for (index, page) in pages.enumerated() {
            values += labels[index].labels
            weights += page.fold == fold ? [Float](repeating: 0, count: labels[index].labels.count) : rowWeights(page, labels[index])
        }
        return TreeTrainer(table: table, labels: values, weights: weights, options: tree).train()
    }

    /// Longer blocks count more, since the text is scored by words; each page has a bounded say.
    private func rowWeights(_ page: Page, _ labels: BlockLabels) -> [Float] {
        let words = page.analysis.blockWords
        var weights = labels.weights.enumerated().map { $1 * (0.5 + Float(min(words[$0], 80)) / 16) }
        let total = weights.reduce(0, +)
        var factor: Float = min(1, 150 / max(1, total))
        if page.page.isEnglish { factor *= options.englishWeight }
        if page.page.isArticle { factor *= options.articleWeight }
        if page.page.expected == nil { factor *= options.snippetWeight }
        for index in weights.indices { weights[index] *= factor }
        return weights
    }

    /// Fills in what is not known by what the models of the other folds say.
    private func guess(_ chances: [[Float]]) -> [BlockLabels] {
        var random = SplitMix64(seed: options.first.seed)
        return pages.enumerated().map { index, page in
            var labels = page.labels
            for block in labels.weights.indices where labels.weights[block] == 0 {
                guard Double.random(in: 0..<1, using: &random) < options.guessShare else { continue }
                labels.labels[block] = chances[index][block]
                // Guesses near one half teach nothing.
                labels.weights[block] = options.guessWeight / Float(options.guessShare) * abs(2 * chances[index][block] - 1)
            }
            return labels
        }
    }

    /// Log loss and errors on the known labels.
    private func report(_ name: String, _ chances: [[Float]]) {
        var wrong: Float = 0
        var total: Float = 0
        for (index, page) in pages.enumerated() {
            let words = page.analysis.blockWords
            for block in words.indices where page.labels.weights[block] >= 0.6 {
                let weight = Float(words[block])
                total += weight
                if (chances[index][block] >= 0.5) != (page.labels.labels[block] >= 0.5) { wrong += weight }
            }
        }
        note("\(name): \((10_000 * wrong / max(1, total)).rounded() / 100) % of known words wrong, out of fold")
    }
}

/// Results that threads put in their places.
/// `@unchecked`: each place is written once, under the lock.
private final class ResultBox<Value: Sendable>: @unchecked Sendable {
    private var places: [Value?]
    private let lock = DispatchSemaphore(value: 1)

    init(count: Int) {
        places = [Value?](repeating: nil, count: count)
    }

    func set(_ index: Int, _ value: Value) {
        lock.wait()
        places[index] = value
        lock.signal()
    }

    func values() -> [Value] { places.compactMap { $0 } }
}
