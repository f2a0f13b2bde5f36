import SeededRandom

/// How far the difference of two models on the same articles is more than chance: articles are drawn anew with replacement, and the
/// difference of F1 is taken each time (Efron and Tibshirani 1993; for taggers Berg-Kirkpatrick and others, EMNLP 2012).
struct PairedBootstrap {
    /// F1 of the first minus F1 of the second, over all types, on all articles.
    let difference: Double
    /// The middle 95 % of the differences.
    let interval: ClosedRange<Double>
    /// The share of draws in which the first is better.
    let shareBetter: Double

    private static let draws = 2000

    /// - Parameters: scores of the same articles in the same order; not empty.
    init(_ one: [SpanScore], _ other: [SpanScore]) {
        var random = SplitMix64(seed: 1)
        func f1(_ scores: [SpanScore.Counts], _ chosen: [Int]) -> Double {
            var sum = SpanScore.Counts()
            for index in chosen { sum.add(scores[index]) }
            return sum.f1
        }
        let (first, second) = (one.map(\.total), other.map(\.total))
        let all = Array(first.indices)
        difference = f1(first, all) - f1(second, all)
        let differences = (0..<PairedBootstrap.draws).map { _ in
            let chosen = all.map { _ in Int(random.next() % UInt64(all.count)) }
            return f1(first, chosen) - f1(second, chosen)
        }.sorted()
        let tail = PairedBootstrap.draws / 40
        interval = differences[tail]...differences[PairedBootstrap.draws - 1 - tail]
        shareBetter = Double(differences.count { $0 > 0 }) / Double(differences.count)
    }

    var summary: String {
        func points(_ share: Double) -> String { "\((share * 1000).rounded() / 10)" }
        return "\(points(difference)) points of F1, 95 % between \(points(interval.lowerBound)) and \(points(interval.upperBound)), better in \(points(shareBetter)) % of draws"
    }
}
