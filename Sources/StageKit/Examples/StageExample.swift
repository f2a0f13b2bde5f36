/// What a stage makes of something: one of the examples of an ``ExemplifiedStage``.
public struct StageExample: Sendable {
    /// What the stage does here, as a verb: "counts exclamation marks".
    public var title: String
    public var given: Input
    /// As a pipeline file would have them; those left out keep their defaults. In a source's settings, paths name ``files``.
    public var settings: [String: JSONValue]
    /// Files that lie beside the pipeline file, by name: a source's input, a list that a setting names.
    public var files: [String: String]
    public var expected: Expectation

    public init(
        _ title: String, given: Input = .files, settings: [String: JSONValue] = [:], files: [String: String] = [:],
        expect expected: Expectation
    ) {
        self.title = title
        self.given = given
        self.settings = settings
        self.files = files
        self.expected = expected
    }

    /// What comes into the stage.
    public enum Input: Sendable, Hashable {
        /// An article with nothing but this text.
        case text(String)
        /// An article with this text cut by the plainest of rules: a paragraph between blank lines, a sentence up to a
        /// full stop, question or exclamation mark and white space, tokens of letters and digits or of one other sign.
        case segmented(String)
        /// A page that is yet to be cleaned.
        case html(String)
        /// An article from its record, as `export` writes it; `id` and `source` may be left out.
        case article(JSONValue)
        /// Several of them, for a stage that writes articles.
        case articles([JSONValue])
        /// Nothing but the example's files: for a stage that loads articles.
        case files
    }

    /// What comes out of it.
    public enum Expectation: Sendable, Hashable {
        /// The article's record holds these members and maybe others; so does every object in it. Lists must be as long as
        /// here. `null` stands for a member that must be absent. What points into the text has its stretch as `text`.
        case record(JSONValue)
        /// As `record`, but each member named is equal, and no part that the stage writes is there beside them.
        case exactly(JSONValue)
        /// The articles that a source loads, each as in `record`.
        case records([JSONValue])
        /// The files that a sink writes, by name, with all they hold.
        case files([String: String])
        /// The article leaves the pipeline.
        case dropped(reason: String)
        /// The stage fails, and its reason holds this text.
        case failure(String)
    }
}

extension StageExample.Expectation: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral members: (String, JSONValue)...) {
        self = .record(.object(Dictionary(members) { _, last in last }))
    }
}

extension StageExample: CustomStringConvertible {
    /// The title, so that a test's report names the example.
    public var description: String { title }
}
