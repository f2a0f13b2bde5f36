/// A node of a configuration file with the place it stands at. `PipelineConfig` composes these from YAML; settings are
/// read from them.
public struct ConfigNode: Sendable, Hashable {
    public indirect enum Content: Sendable, Hashable {
        /// A scalar as written, after YAML's escapes and environment names. `plain` tells an unquoted one, which may
        /// stand for a number, a truth value or nothing; a quoted one is always text.
        case scalar(String, plain: Bool)
        case sequence([ConfigNode])
        /// In the order of the file.
        case mapping([Entry])
    }

    public struct Entry: Sendable, Hashable {
        public var name: String
        /// Where the name stands.
        public var location: SourceLocation
        public var value: ConfigNode

        public init(name: String, location: SourceLocation, value: ConfigNode) {
            self.name = name
            self.location = location
            self.value = value
        }
    }

    public var content: Content
    public var location: SourceLocation
    /// Where the parts of a scalar's text stand; empty where only the whole has a place.
    public var places: ScalarPlaces

    public init(_ content: Content, at location: SourceLocation, places: ScalarPlaces = ScalarPlaces()) {
        self.content = content
        self.location = location
        self.places = places
    }

    /// Whether this is an empty plain scalar, `~` or `null`: nothing was said.
    public var isNull: Bool {
        if case .scalar(let text, plain: true) = content { ["", "~", "null", "Null", "NULL"].contains(text) } else { false }
    }

    /// What kind of node this is, for messages: "a list".
    public var kind: String {
        switch content {
        case .scalar where isNull: "nothing"
        case .scalar(let text, plain: true): "'\(text)'"
        case .scalar("", _): "an empty text"
        case .scalar(let text, _): "the quoted text '\(text)'"
        case .sequence: "a list"
        case .mapping([]): "an empty mapping"
        case .mapping: "a mapping"
        }
    }
}
