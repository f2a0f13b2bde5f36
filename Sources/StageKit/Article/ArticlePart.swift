/// A part of an article that a stage reads or writes. From these `copydesk check` tells whether the stages are in an
/// order that can work.
public struct ArticlePart: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let description: String

    private init(_ name: String) {
        description = name
    }

    public static let raw = ArticlePart("raw")
    public static let metadata = ArticlePart("metadata")
    public static let text = ArticlePart("text")
    public static let blocks = ArticlePart("blocks")
    public static let sentences = ArticlePart("sentences")
    public static let tokens = ArticlePart("tokens")
    public static let entities = ArticlePart("entities")
    public static let summary = ArticlePart("summary")

    /// A plug-in's own layer: `extensions.quotes`.
    public static func layer(_ name: String) -> ArticlePart {
        ArticlePart("extensions.\(name)")
    }

    /// All plug-ins' layers, known or not; for a stage that may write any.
    public static let extensions = ArticlePart("extensions")

    /// A part by its name, as ``description`` has it: `text`, `extensions`, `extensions.quotes`; nil for any other.
    public init?(named name: String) {
        let isLayer = name.hasPrefix("extensions.") && name.utf8.count > "extensions.".utf8.count
        guard isLayer || name == "extensions" || ArticlePart.wellKnown.contains(where: { $0.description == name }) else { return nil }
        self.init(name)
    }

    /// Every part that is not a plug-in's, in the order in which a pipeline usually makes them.
    public static let wellKnown: [ArticlePart] = [raw, metadata, text, blocks, sentences, tokens, entities, summary]

    public static func < (left: ArticlePart, right: ArticlePart) -> Bool {
        left.description < right.description
    }
}
