/// Finds where in a configuration stands what a message puts in single quotes.
struct QuotedPlaces {
    /// Of each name and value the last place, and how many came before it.
    private var places: [String: (order: Int, location: SourceLocation)] = [:]
    private var count = 0

    init() {}

    /// - Complexity: O(nodes).
    init(of node: ConfigNode?) {
        if let node { add(node) }
    }

    /// The last of the names and values that `message` quotes: of two that contradict, the second.
    ///
    /// - Complexity: O(length).
    func last(quotedBy message: String) -> SourceLocation? {
        let parts = message.split(separator: "'", omittingEmptySubsequences: false)
        let quoted = parts.indices.filter { $0 % 2 == 1 }.compactMap { places[String(parts[$0])] }
        return quoted.max { $0.order < $1.order }?.location
    }

    private mutating func add(_ node: ConfigNode) {
        switch node.content {
        case .scalar(let text, _): add(text, node.location)
        case .sequence(let items): for item in items { add(item) }
        case .mapping(let entries):
            for entry in entries {
                add(entry.name, entry.location)
                add(entry.value)
            }
        }
    }

    private mutating func add(_ text: String, _ location: SourceLocation) {
        places[text] = (count, location)
        count += 1
    }
}
