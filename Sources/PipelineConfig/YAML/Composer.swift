import StageKit

/// Composes the nodes of a YAML text, each with the place it stands at.
///
/// Of YAML 1.1 it takes what a pipeline needs: one document; scalars, lists, mappings; anchors, aliases and merge keys;
/// names that are plain or quoted texts. Size, depth and the number of nodes (aliases counted at full size) are bounded,
/// so that no file takes more than moments and a few megabytes.
struct Composer: ~Copyable {
    static let mostBytes = 1 << 20
    static let mostDepth = 64
    static let mostNodes = 50_000

    private var events: YAMLEventReader
    private let environment: EnvironmentNames
    private var problems: [Diagnostic] = []
    private var anchors: [String: (node: ConfigNode, size: Int)] = [:]
    private var nodes = 0
    private var depth = 0

    private init(_ text: UnsafeBufferPointer<UInt8>, file: String, environment: EnvironmentNames) {
        events = YAMLEventReader(text, file: file)
        self.environment = environment
    }

    /// Composes `text`; what is wrong is added to `problems`. Nil where there is nothing to go on with.
    ///
    /// - Complexity: O(bytes + nodes).
    static func compose(_ text: [UInt8], file: String, environment: EnvironmentNames, problems: inout [Diagnostic]) -> ConfigNode? {
        guard text.count <= mostBytes else {
            problems.append(
                Diagnostic(.error, "the file is \(text.count) bytes long; a pipeline file may have \(mostBytes)",
                    at: SourceLocation(file: file, line: 1, column: 1), advice: "is this the right file?"))
            return nil
        }
        if let problem = TextCheck.firstProblem(of: text, file: file) {
            problems.append(problem)
            return nil
        }
        return text.withUnsafeBufferPointer { buffer in
            var composer = Composer(buffer, file: file, environment: environment)
            do throws(Diagnostic) {
                let node = try composer.document(file)
                problems += composer.problems
                return node
            } catch {
                problems += composer.problems
                problems.append(error)
                return nil
            }
        }
    }

    private mutating func document(_ file: String) throws(Diagnostic) -> ConfigNode? {
        _ = try events.next()  // the stream's start
        guard case .documentStart = try events.next().kind else {
            throw Diagnostic(.error, "the file is empty", at: SourceLocation(file: file, line: 1, column: 1),
                advice: "a pipeline file has 'pipeline:' and 'stages:'; see copydesk --help")
        }
        let node = try node(try events.next())
        _ = try events.next()  // the document's end
        let next = try events.next()
        if case .documentStart = next.kind {
            throw Diagnostic(.error, "a second document begins here; a file holds one pipeline", at: next.location)
        }
        return node
    }

    private mutating func node(_ event: YAMLEvent) throws(Diagnostic) -> ConfigNode {
        let before = nodes
        try count(1, at: event.location)
        var node: ConfigNode
        switch event.kind {
        case .alias(let name):
            guard let anchor = anchors[name] else {
                throw Diagnostic(.error, "there is no anchor '&\(name.printable)' before this", at: event.location,
                    advice: NearestName.of(name, among: anchors.keys.sorted()).map { "did you mean '*\($0)'?" })
            }
            try count(anchor.size - 1, at: event.location)
            return anchor.node
        case .scalar(let text, let isPlain):
            let text = environment.expand(text, at: event.location, problems: &problems)
            node = ConfigNode(.scalar(text, plain: isPlain), at: event.location)
        case .sequenceStart: node = try sequence(event.location)
        case .mappingStart: node = try mapping(event.location)
        default: throw Diagnostic(.error, "a value should stand here", at: event.location)
        }
        if let tag = event.tag { apply(tag, to: &node) }
        if let anchor = event.anchor { anchors[anchor] = (node, nodes - before) }
        return node
    }

    private mutating func count(_ more: Int, at location: SourceLocation) throws(Diagnostic) {
        nodes += more
        guard nodes <= Composer.mostNodes else {
            throw Diagnostic(.error, "the file expands to more than \(Composer.mostNodes) values", at: location,
                advice: "aliases count at full size; write the pipeline without so many")
        }
    }

    private mutating func enter(_ location: SourceLocation) throws(Diagnostic) {
        depth += 1
        guard depth <= Composer.mostDepth else {
            throw Diagnostic(.error, "nested more than \(Composer.mostDepth) deep", at: location)
        }
    }

    private mutating func sequence(_ location: SourceLocation) throws(Diagnostic) -> ConfigNode {
        try enter(location)
        var items: [ConfigNode] = []
        while true {
            let event = try events.next()
            if case .sequenceEnd = event.kind { break }
            items.append(try node(event))
        }
        depth -= 1
        return ConfigNode(.sequence(items), at: location)
    }

    private mutating func mapping(_ location: SourceLocation) throws(Diagnostic) -> ConfigNode {
        try enter(location)
        var entries: [ConfigNode.Entry] = []
        var merged: [ConfigNode] = []
        while true {
            let event = try events.next()
            if case .mappingEnd = event.kind { break }
            guard case .scalar(let name, let isPlain) = event.kind else {
                throw Diagnostic(.error, "a name must be a text, not a list, a mapping or an alias", at: event.location)
            }
            let value = try node(try events.next())
            if isPlain, name == "<<" {
                merged.append(value)
            } else if let first = entries.first(where: { $0.name == name }) {
                problems.append(
                    Diagnostic(.error, "'\(name.printable)' is given twice; it was first given on line \(first.location.line)",
                        at: event.location, advice: "remove one of them"))
            } else {
                entries.append(ConfigNode.Entry(name: name, location: event.location, value: value))
            }
        }
        depth -= 1
        for value in merged { merge(value, into: &entries) }
        return ConfigNode(.mapping(entries), at: location)
    }

    /// The merge key of YAML 1.1 (https://yaml.org/type/merge.html): entries of `value` that are not there yet.
    private mutating func merge(_ value: ConfigNode, into entries: inout [ConfigNode.Entry]) {
        switch value.content {
        case .mapping(let others):
            for other in others where !entries.contains(where: { $0.name == other.name }) { entries.append(other) }
        case .sequence(let items) where items.allSatisfy({ if case .mapping = $0.content { true } else { false } }):
            for item in items { merge(item, into: &entries) }
        default:
            problems.append(Diagnostic(.error, "'<<' takes a mapping or a list of mappings, not \(value.kind)", at: value.location))
        }
    }

    private mutating func apply(_ tag: String, to node: inout ConfigNode) {
        switch (tag, node.content) {
        case ("tag:yaml.org,2002:str", .scalar(let text, _)), ("!", .scalar(let text, _)):
            node.content = .scalar(text, plain: false)
        case ("tag:yaml.org,2002:seq", .sequence), ("tag:yaml.org,2002:map", .mapping): break
        default:
            problems.append(Diagnostic(.error, "tags such as '\(tag.printable)' have no meaning here", at: node.location, advice: "remove it"))
        }
    }
}
