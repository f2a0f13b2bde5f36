import StageKit

/// Finds names, dates, amounts and addresses in the text, and links the mentions of one thing.
///
/// Names come from a sequence model that is part of the program (docs/entities.md), the rest from rules; a user's
/// own name lists come before both.
public struct EntitiesStage: TransformStage {
    public static let name = "entities"
    public static let abstract = "Finds people, organizations, places, dates, amounts and addresses, and links mentions of one name."
    public let reads: Set<ArticlePart> = [.text, .sentences, .tokens]
    public let writes: Set<ArticlePart> = [.entities]

    @Setting("Types to keep; all when empty. What your own name lists find is always kept.") public var types: [EntityChoice] = []
    @Setting("Your own name lists: CSV files with the columns id, name, type, pattern and case, or text files with a name a line.")
    public var gazetteers: [String] = []
    @Setting("Your own names and patterns, written here.") public var entries: [GazetteerEntry] = []
    @Setting("Names that the model is less sure of than this are left out; 0: none.", in: 0...1) public var least = 0.5
    @Setting("Give each name the fullest form it has in the article (\"Reisz\" becomes \"Jean Reisz\").") public var link = true

    private var model: EntityModel?
    private var userGazetteer: UserGazetteer?

    public init() {}

    public func contradictions() -> [String] {
        gazetteers.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.map {
            "'\($0)' is no CSV file and no text file; entries in YAML stand in the pipeline file, under the setting entries"
        }
    }

    public mutating func prepare(_ context: StageContext) throws {
        model = try EntityModel.embedded()
        userGazetteer = gazetteers.isEmpty && entries.isEmpty ? nil : try UserGazetteer(files: gazetteers, entries: entries, context)
    }

    public func makeWorker(_ context: StageContext) throws -> EntitiesWorker {
        EntitiesWorker(
            model: try model ?? EntityModel.embedded(), gazetteer: userGazetteer, types: Set(types.map(\.type)), least: Float(least),
            isLinking: link)
    }
}
