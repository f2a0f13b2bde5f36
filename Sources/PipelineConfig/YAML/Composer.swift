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
    private let lines: SourceLines
    private let environment: EnvironmentNames
    private var problems: [Diagnostic] = []
    private var anchors: [String: (node: ConfigNode, size: Int)] = [:]
    private var nodes = 0
    private var depth = 0

    private init(_ text: UnsafeBufferPointer<UInt8>, lines: SourceLines, file: String, environment: EnvironmentNames) {
        events = YAMLEventReader(text, lines: lines, file: file)
        self.lines = lines
        self.environment = environment
    }

    /// Composes `text`; what is wrong is added to `problems`. Nil where there is nothing to go on with.
    ///
    /// - Complexity: O(bytes + nodes).
    static func compose(_ text: [UInt8], file: String, environment: EnvironmentNames, problems: inout [Diagnostic]) -> ConfigNode? {
        guard text.count <= mostBytes else {
            problems.append(
                Diagnostic(.error, "the file is longer than \(mostBytes) bytes, the most a pipeline file may have",
                    at: SourceLocation(file: file, line: 1, column: 1), advice: "is this the right file?"))
            return nil
        }
        if let problem = TextCheck.firstProblem(of: text, file: file) {
            problems.append(problem)
            return nil
        }
        let lines = SourceLines(text)
        return text.withUnsafeBufferPointer { buffer in
            var composer = Composer(buffer, lines: lines, file: file, environment: environment)
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
            throw Composer.isEmpty(file)
        }
        let node = try node(try events.next())
        guard !node.isNull else { throw Composer.isEmpty(file) }
        _ = try events.next()  // the document's end
        let next = try events.next()
        if case .documentStart = next.kind {
            problems.append(
                Diagnostic(.error, "a second document begins here; a file holds one pipeline", at: next.location,
                    advice: "give it a file of its own, or remove the '---'"))
        }
        return node
    }

    private static func isEmpty(_ file: String) -> Diagnostic {
        Diagnostic(.error, "the file is empty", at: SourceLocation(file: file, line: 1, column: 1),
            advice: "a pipeline file has 'pipeline:' and 'stages:'; see copydesk --help")
    }

    private mutating func node(_ event: YAMLEvent) throws(Diagnostic) -> ConfigNode {
        let before = nodes
        try count(1, at: event.location)
        var node: ConfigNode
        switch event.kind {
        case .alias(let name):
            guard let anchor = anchors[name] else {
                throw Diagnostic(.error, "there is no anchor '&\(name.printable)' before this", at: event.location,
                    advice: NearestName.of(name, among: anchors.keys.sorted()).map { "did you mean '*\($0)'?" }
                        ?? "put &\(name.printable) before the value it is to stand for, further up; or quote a text that begins with *")
            }
            try count(anchor.size - 1, at: event.location)
            return anchor.node
        case .scalar(let text, let isPlain):
            let lines = lines
            let places = ScalarAlignment.places(of: text, from: event.location, to: event.end, in: lines)
            let text = environment.expand(
                text, at: event.location, places: { lines.references(from: event.location, to: event.end) }, problems: &problems)
            node = ConfigNode(.scalar(text, plain: isPlain), at: event.location, places: places)
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
            throw Diagnostic(.error, "lists and mappings are nested more than \(Composer.mostDepth) deep", at: location,
                advice: "a pipeline needs a handful of levels; is a bracket opened too often?")
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
        var lines: [String: Int] = [:]
        var merged: ConfigNode?
        while true {
            let event = try events.next()
            if case .mappingEnd = event.kind { break }
            guard case .scalar(let name, let isPlain) = event.kind else {
                throw Diagnostic(.error, "a name must be a text, not a list, a mapping or an alias", at: event.location)
            }
            if let anchor = event.anchor { anchors[anchor] = (ConfigNode(.scalar(name, plain: isPlain), at: event.location), 1) }
            let value = try node(try events.next())
            let isMerge = isPlain && name == "<<"
            if let line = lines.updateValue(event.location.line, forKey: name) {
                problems.append(
                    Diagnostic(.error, "'\(name.printable)' is given twice; it was first given on line \(line)",
                        at: event.location, advice: isMerge ? "merge a list: '<<: [*one, *other]'" : "remove one of them"))
            } else if isMerge {
                merged = value
            } else {
                entries.append(ConfigNode.Entry(name: name, location: event.location, value: value))
            }
        }
        depth -= 1
        if let merged { merge(merged, into: &entries) }
        return ConfigNode(.mapping(entries), at: location)
    }

    /// The merge key of YAML 1.1 (https://yaml.org/type/merge.html): entries of `value` that are not there yet.
    private mutating func merge(_ value: ConfigNode, into entries: inout [ConfigNode.Entry]) {
        var values = [value]
        if case .sequence(let items) = value.content { values = items }
        var names = Set(entries.map(\.name))
        for value in values {
            guard case .mapping(let others) = value.content else {
                problems.append(
                    Diagnostic(.error, "'<<' takes a mapping or a list of mappings, not \(value.kind)", at: value.location,
                        advice: "write '<<: *name' with the name of an anchor before a mapping"))
                continue
            }
            for other in others where names.insert(other.name).inserted { entries.append(other) }
        }
    }

    private mutating func apply(_ tag: String, to node: inout ConfigNode) {
        switch (tag, node.content) {
        case ("tag:yaml.org,2002:str", .scalar(let text, _)), ("!", .scalar(let text, _)):
            node.content = .scalar(text, plain: false)
        case ("tag:yaml.org,2002:seq", .sequence), ("tag:yaml.org,2002:map", .mapping): break
        default:
            let standard = "tag:yaml.org,2002:"
            let written = tag.hasPrefix(standard) ? "!!\(tag.dropFirst(standard.count))" : tag
            problems.append(Diagnostic(.error, "tags such as '\(written.printable)' have no meaning here", at: node.location, advice: "remove it"))
        }
    }
}
