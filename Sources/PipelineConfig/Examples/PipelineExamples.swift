public import StageKit

/// The examples of a pipeline, read from the file beside it.
public struct PipelineExamples: Sendable {
    public let examples: [PipelineExample]
    /// As the user named it.
    public let path: String
    let text: [UInt8]

    /// Where the examples of a pipeline are: `nightly.examples.yaml` beside `nightly.yaml`.
    public static func path(of pipeline: String) -> String {
        for ending in [".yaml", ".yml"] where pipeline.hasSuffix(ending) { return "\(pipeline.dropLast(ending.count)).examples.yaml" }
        return "\(pipeline).examples.yaml"
    }

    /// Reads and checks the file.
    ///
    /// - Parameter environment: what `${NAME}` takes its values from.
    /// - Throws: ``ConfigurationError`` with every problem that could be found.
    public init(path: String, environment: [String: String]) throws(ConfigurationError) {
        let text: [UInt8]?
        do throws(SystemCallError) {
            text = try FileSystem.read(path, atMost: Composer.mostBytes + 1)
        } catch {
            throw ConfigurationError([Diagnostic(.error, "\(path) cannot be read: \(error.explanation)")])
        }
        guard let text else {
            throw ConfigurationError([
                Diagnostic(.error, "there are no examples: \(path) does not exist", advice: "see docs/adding-a-stage.md for how to write them")
            ])
        }
        try self.init(text, path: path, environment: environment)
    }

    /// Checks examples that are already in memory; `path` is for messages and for what the files they name are relative to.
    public init(_ text: [UInt8], path: String, environment: [String: String]) throws(ConfigurationError) {
        var problems: [Diagnostic] = []
        let root = Composer.compose(text, file: path, environment: EnvironmentNames(values: environment), problems: &problems)
        var reader = ExamplesReader(directory: FileSystem.folder(of: FileSystem.absolute(path)))
        examples = root.map { reader.examples($0) } ?? []
        problems += reader.problems
        guard problems.isEmpty else { throw ConfigurationError(problems, text: text) }
        self.path = path
        self.text = text
    }

    /// What is wrong with these examples, for printing with the lines concerned.
    public func error(_ problems: [Diagnostic]) -> ConfigurationError {
        ConfigurationError(problems, text: text)
    }
}

/// Makes examples of the nodes of their file, collecting every problem on the way.
private struct ExamplesReader {
    /// Absolute path of the folder that files are relative to.
    let directory: String
    var problems: [Diagnostic] = []

    init(directory: String) {
        self.directory = directory
    }

    private static let names = ["it", "given", "expect"]
    private static let fields = [
        "text", "title", "byline", "published", "modified", "site", "section", "tags", "description", "language", "image", "url", "blocks",
        "sentences", "tokens", "entities", "summary", "extensions",
    ]
    private static let givenNames = ["file", "record", "html", "id", "source"] + fields
    private static let expectNames = ["dropped", "failed", "id", "source", "raw"] + fields

    mutating func examples(_ root: ConfigNode) -> [PipelineExample] {
        guard case .sequence(let nodes) = root.content else {
            report("examples are a list, not \(root.kind)", at: root.location, advice: "begin each with '- it: what the pipeline does'")
            return []
        }
        return nodes.enumerated().compactMap { example($0.element, number: $0.offset + 1) }
    }

    private mutating func example(_ node: ConfigNode, number: Int) -> PipelineExample? {
        guard case .mapping(let entries) = node.content else {
            report("an example is a mapping of 'it', 'given' and 'expect', not \(node.kind)", at: node.location)
            return nil
        }
        refuseUnknown(entries, ExamplesReader.names, in: "an example")
        func entry(_ name: String) -> ConfigNode.Entry? { entries.first { $0.name == name } }
        let title = entry("it").flatMap { String.read($0.value, named: "it", problems: &problems) }
        guard let given = entry("given") else {
            report("the example has no 'given'", at: node.location, advice: "say which article goes in, e.g. 'given: {text: …}'")
            return nil
        }
        guard let article = self.given(given.value) else { return nil }
        let expect = entry("expect")
        if let value = expect?.value, !value.isNull {
            guard case .mapping(let members) = value.content else {
                report("'expect' takes a mapping of the record's members, not \(value.kind)", at: value.location, advice: "such as 'title: …'")
                return nil
            }
            refuseUnknown(members, ExamplesReader.expectNames, in: "a record")
        }
        return PipelineExample(
            title: title ?? "example \(number)", location: node.location, given: article, givenLocation: given.value.location,
            expected: expect.flatMap { $0.value.isNull ? nil : $0.value }, expectLocation: expect?.location,
            nameLocations: entries.map(\.location))
    }

    private mutating func given(_ node: ConfigNode) -> PipelineExample.Given? {
        guard case .mapping(let entries) = node.content, !entries.isEmpty else {
            report("'given' takes a mapping, not \(node.kind)", at: node.location, advice: "'file: PATH', or the article's 'text' or 'html' with its 'title' …")
            return nil
        }
        refuseUnknown(entries, ExamplesReader.givenNames, in: "'given'")
        if let file = entries.first(where: { $0.name == "file" }) {
            for other in entries where other.name != "file" && other.name != "record" {
                report("'given' has both 'file' and '\(other.name.printable)'", at: other.location, advice: "remove one of them")
            }
            let record = entries.first { $0.name == "record" }.map { Int.read($0.value, named: "record", problems: &problems) } ?? 0
            guard let path = String.read(file.value, named: "file", problems: &problems), let record else { return nil }
            guard record >= 0 else {
                report("'record' counts a file's records from 0", at: node.location)
                return nil
            }
            return .file(path: path.hasPrefix("/") ? path : "\(directory)/\(path)", record: record)
        }
        var members: [String: JSONValue] = [:]
        for entry in entries { members[entry.name] = entry.value.jsonValue }
        if let record = entries.first(where: { $0.name == "record" }) {
            report("'record' goes with 'file'", at: record.location, advice: "remove it, or name the file")
        }
        if let html = members.removeValue(forKey: "html") { members["raw"] = ["media_type": "text/html", "text": html] }
        return .record(.object(members))
    }

    private mutating func refuseUnknown(_ entries: [ConfigNode.Entry], _ known: [String], in place: String) {
        for entry in entries where !known.contains(entry.name) {
            let near = NearestName.of(entry.name, among: known).map { "did you mean '\($0)'?" }
            report("\(place) has no '\(entry.name.printable)'", at: entry.location, advice: near ?? "known are \(known.joined(separator: ", "))")
        }
    }

    private mutating func report(_ message: String, at location: SourceLocation, advice: String? = nil) {
        problems.append(Diagnostic(.error, message, at: location, advice: advice))
    }
}
