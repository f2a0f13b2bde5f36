import Glibc
import StageKit

/// A topic of an article, as the layer has it.
struct FoundTopic {
    var name: String
    /// 0 to 1.
    var score: Double
    /// Where its strongest phrases stand first, in UTF-8 bytes, and how often each is used.
    var evidence: [(range: Range<Int>, count: Int)]
}

/// Counts the rules' phrases in one article and makes topics of them. A worker keeps one and uses it again.
struct TopicScorer {
    private struct Use {
        var count: Int32 = 0
        var isInTitle = false
        /// Where it stands first in the text; nil for the title alone.
        var first: Range<Int>?
    }

    private let rules: TopicRules
    private var uses: [Use]
    /// The phrases seen in this article, in order.
    private var seen: [Int] = []
    private var sums: [Double]
    private var isBarred: [Bool]
    private var isMet: [Bool]

    /// What of a topic's words must come together for a score of one half, in a text of ``usualWords``: three or four of its words.
    /// Like ``shareOfBest`` and ``leadFactor`` set where precision and recall balance on the development articles (Benchmarks/quality/topics).
    private static let half = 6.0
    /// A longer text has more of every topic's words by chance.
    private static let usualWords = 400.0
    /// English words and the blanks behind them.
    private static let bytesPerWord = 6.0
    /// The headline's words are chosen to say what it is about.
    private static let titleFactor = 2.5
    /// News says first what it is about: a phrase that stands in the first so many bytes counts for more, which is some hundred words.
    private static let leadBytes = 600
    private static let leadFactor = 0.5
    /// Topics whose score is a smaller share of the best one's are only touched upon.
    private static let shareOfBest = 0.75
    /// However short the text is, so much of ``half`` is asked for: a headline's length should not make one word a topic.
    private static let leastHalf = 0.6
    private static let mostEvidence = 5

    init(_ rules: TopicRules) {
        self.rules = rules
        uses = Array(repeating: Use(), count: rules.matcher.count)
        sums = Array(repeating: 0, count: rules.topics.count)
        isBarred = Array(repeating: false, count: rules.topics.count)
        isMet = Array(repeating: false, count: rules.topics.count)
    }

    /// The topics, the likeliest first.
    ///
    /// - Parameter least: topics with a lower score are left out, and those far below the best one's.
    /// - Complexity: O(bytes + phrases found).
    mutating func find(_ article: Article, _ text: ArticleText, most: Int, least: Double) -> [FoundTopic] {
        for phrase in seen { uses[phrase] = Use() }
        seen.removeAll(keepingCapacity: true)
        text.utf8.withUnsafeBufferPointer { bytes in
            rules.matcher.find(bytes, 0..<bytes.count) { phrase, range in
                if uses[phrase].count == 0 { seen.append(phrase) }
                uses[phrase].count += 1
                if uses[phrase].first == nil { uses[phrase].first = range }
            }
        }
        if let title = article.metadata.title {
            Array(title.utf8).withUnsafeBufferPointer { bytes in
                rules.matcher.find(bytes, 0..<bytes.count) { phrase, _ in
                    if uses[phrase].count == 0, !uses[phrase].isInTitle { seen.append(phrase) }
                    uses[phrase].isInTitle = true
                }
            }
        }
        guard !seen.isEmpty else { return [] }
        addUp()
        let words = Double(text.count) / TopicScorer.bytesPerWord
        let half = TopicScorer.half * max(TopicScorer.leastHalf, (words / TopicScorer.usualWords).squareRoot())
        var scored: [(topic: Int, score: Double)] = []
        for topic in sums.indices where sums[topic] > 0 && !isBarred[topic] && (isMet[topic] || !rules.topics[topic].hasRequired) {
            scored.append((topic, sums[topic] / (sums[topic] + half)))
        }
        scored.sort { ($1.score, $0.topic) < ($0.score, $1.topic) }
        let floor = max(least, (scored.first?.score ?? 0) * TopicScorer.shareOfBest)
        return scored.prefix { $0.score >= floor }.prefix(most).map { topic, score in
            FoundTopic(name: rules.topics[topic].name, score: score, evidence: evidence(of: topic))
        }
    }

    private mutating func addUp() {
        for topic in sums.indices {
            sums[topic] = 0
            isBarred[topic] = false
            isMet[topic] = false
        }
        for phrase in seen {
            for effect in rules.effects(of: phrase) {
                let topic = Int(effect.topic)
                if effect.isExcluded { isBarred[topic] = true }
                if effect.isRequired { isMet[topic] = true }
                sums[topic] += Double(effect.weight) * strength(phrase)
            }
        }
    }

    /// How much the uses of a phrase count: a second one says less than a first.
    private func strength(_ phrase: Int) -> Double {
        let use = uses[phrase]
        var strength = use.isInTitle ? TopicScorer.titleFactor : 0
        if let first = use.first {
            strength += 1 + log(Double(use.count))
            if first.lowerBound < TopicScorer.leadBytes { strength += TopicScorer.leadFactor }
        }
        return strength
    }

    private func evidence(of topic: Int) -> [(range: Range<Int>, count: Int)] {
        var found: [(strength: Double, range: Range<Int>, count: Int)] = []
        for phrase in seen {
            guard let effect = rules.effects(of: phrase).first(where: { Int($0.topic) == topic }), effect.weight > 0, let range = uses[phrase].first else { continue }
            found.append((Double(effect.weight) * strength(phrase), range, Int(uses[phrase].count)))
        }
        found.sort { ($1.strength, $0.range.lowerBound) < ($0.strength, $1.range.lowerBound) }
        return found.prefix(TopicScorer.mostEvidence).map { ($0.range, $0.count) }
    }
}
