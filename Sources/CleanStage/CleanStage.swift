public import StageKit

/// Turns what was loaded into an article: its running text, its blocks with their roles, its metadata.
///
/// HTML goes through a parser, a block builder and a trained model that tells the article from the page around it; plain
/// text and Markdown go through rules on their lines. Text that is clean already comes out as it went in.
public struct CleanStage: TransformStage {
    public static let name = "clean"
    public static let abstract = "Finds the article in a page or text: running text, blocks with roles, metadata."
    public let reads: Set<ArticlePart> = [.raw]
    public let writes: Set<ArticlePart> = [.text, .blocks, .metadata]

    @Setting("Roles to keep in the running text that otherwise stand beside it.") public var keep: [KeptRole] = []
    @Setting("Texts with fewer words in sentences count as not an article.", in: 0...10_000) public var leastWords = 25
    @Setting("What leaves the pipeline: pages and texts that are no article.") public var drop: [DroppedKind] = []

    private var model: BlockModel?

    public init() {}

    public mutating func prepare(_ context: StageContext) throws {
        model = try CleanStage.loadModel()
    }

    public func makeWorker(_ context: StageContext) throws -> CleanWorker {
        CleanWorker(
            extractor: ArticleExtractor(model: try model ?? CleanStage.loadModel()), keep: Set(keep.map(\.role)), leastWords: leastWords,
            dropsOthers: drop.contains(.notArticles), note: context.note)
    }

    private static func loadModel() throws -> BlockModel {
        guard let model = BlockModel.shipped() else {
            throw StageFailure("the block model inside the program is damaged", advice: "build the program again from clean sources")
        }
        return model
    }
}

/// A role that `keep` can put into the running text.
public enum KeptRole: String, SettingChoice {
    case headline, standfirst, caption, byline, promotion

    var role: BlockRole {
        switch self {
        case .headline: .headline
        case .standfirst: .standfirst
        case .caption: .caption
        case .byline: .byline
        case .promotion: .promotion
        }
    }
}

/// What `drop` can name.
public enum DroppedKind: String, SettingChoice {
    case notArticles = "not_articles"
}
