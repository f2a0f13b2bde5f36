public import StageKit

/// What a pipeline makes of one article: an entry of the file `NAME.examples.yaml` beside it.
public struct PipelineExample: Sendable {
    /// The article that goes in.
    public enum Given: Sendable, Hashable {
        /// A record of a file, as the pipeline's first stage loads it. The path is absolute.
        case file(path: String, record: Int)
        /// A record, as `export` writes it; a page of HTML as its `raw` content.
        case record(JSONValue)
    }

    /// What the pipeline does here.
    public var title: String
    /// Where the entry begins.
    public var location: SourceLocation
    public var given: Given
    public var givenLocation: SourceLocation
    /// Members of the record that comes out, or `dropped` or `failed` with the reason; nil where nothing is said yet.
    public var expected: ConfigNode?
    /// Where the name `expect` stands, where it is there.
    var expectLocation: SourceLocation?
    /// Where each name of the entry stands.
    var nameLocations: [SourceLocation]
}
