public import StageKit

/// Gives an article its topics by the words it uses, after rules that ship with the program or are a user's own.
public struct TopicsStage: TransformStage {
    public static let name = "topics"
    public static let abstract = "Gives the article topics such as politics or sport, by rules that you can extend."
    public let reads: Set<ArticlePart> = [.text, .metadata]
    public let writes: Set<ArticlePart> = [.layer(TopicsStage.name)]

    @Setting("Your own rules: CSV files with the columns topic, phrase and weight (README.md tells more).") public var rules: [String] = []
    @Setting("Use the rules that ship, too: the usual desks of an English newsroom.") public var shipped = true
    @Setting("How many topics an article has at most.", in: 1...20) public var most = 3
    @Setting("Topics with a lower score are left out.", in: 0...1) public var least = 0.45

    private var compiled: TopicRules?

    public init() {}

    public mutating func prepare(_ context: StageContext) throws {
        var all: [TopicRule] = []
        if shipped { all += try ShippedRules.rules() }
        for file in rules {
            guard let bytes = try FileSystem.read(context.inputPath(file), atMost: RuleFile.mostBytes + 1) else {
                throw StageFailure("cannot read the rules \(file): there is no such file", advice: "its path is relative to the pipeline file's folder")
            }
            all += try RuleFile.read(bytes, file: file)
        }
        guard !all.isEmpty else {
            throw StageFailure("there are no rules", advice: "name a file in 'rules', or leave 'shipped' as it is")
        }
        compiled = TopicRules(all)
    }

    /// A worker by the rules of one file's bytes alone, for fuzzing.
    ///
    /// - Throws: ``StageFailure`` where the file is wrong.
    package static func worker(byRules bytes: [UInt8], file: String) throws -> TopicsWorker {
        TopicsWorker(rules: TopicRules(try RuleFile.read(bytes, file: file)), most: 20, least: 0)
    }

    public func makeWorker(_ context: StageContext) throws -> TopicsWorker {
        TopicsWorker(rules: try compiled ?? TopicRules(ShippedRules.rules()), most: most, least: least)
    }
}

/// Finds the topics of articles, one after the other. Keeps nothing from one article to the next but memory.
public struct TopicsWorker: ArticleWorker {
    private var scorer: TopicScorer
    private let most: Int
    private let least: Double

    init(rules: TopicRules, most: Int, least: Double) {
        scorer = TopicScorer(rules)
        self.most = most
        self.least = least
    }

    /// Adds the layer; none where no topic is likely enough.
    ///
    /// - Complexity: O(bytes).
    public mutating func process(_ article: inout Article) -> Verdict {
        guard let text = article.text else { return .keep }
        let topics = scorer.find(article, text, most: most, least: least).map { topic -> JSONValue in
            [
                "topic": .string(topic.name), "score": .number((topic.score * 1000).rounded() / 1000),
                "evidence": .array(topic.evidence.map { .span($0.range, ["count": .integer($0.count)]) }),
            ]
        }
        article.setSpanLayer(TopicsStage.name, topics.isEmpty ? nil : .array(topics))
        return .keep
    }
}
