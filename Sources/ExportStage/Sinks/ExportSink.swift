import StageKit

/// A kind of output with its settings. One file in Sinks/ and one line in ``SinkChoice/kinds`` each.
protocol ExportSink: SettingGroup {
    /// Its name in pipeline files, which is also the setting that takes its path: `jsonl: out/articles.jsonl`.
    static var name: String { get }
    /// What it writes, in one line.
    static var abstract: String { get }
    var path: String { get set }
    /// Adds an article. Called from several threads, each with its own payload.
    func encode(_ article: Article, into payload: inout SinkPayload)
    /// Opens the output.
    func makeOutput(_ context: StageContext, resuming checkpoint: SinkCheckpoint?) throws -> any SinkOutput
}

/// An open output. Used by one thread at a time; the requirements are those of `SinkWriter`.
protocol SinkOutput: AnyObject {
    func write(_ payload: SinkPayload) throws
    func checkpoint() throws -> JSONValue
    /// What can still fail is done here, for all outputs, before the first of them is moved into its place.
    func prepareToFinish() throws
    func finish() throws -> FinishedOutput
    func abandon()
}

extension SinkOutput {
    func prepareToFinish() throws {}
}

/// One output as the pipeline file has it: a mapping whose one known name is the kind and whose other names are its settings.
public struct SinkChoice: SettingValue {
    /// Every kind there is.
    static let kinds: [any ExportSink.Type] = [JSONLinesSink.self, CSVSink.self, SQLiteSink.self, DigestSink.self, ProgramSink.self]

    let sink: any ExportSink

    public static var shape: SettingShape { .oneOf(kinds.map { shape(of: $0) }) }

    private static func shape(of kind: any ExportSink.Type) -> SettingShape {
        let path = SettingDescription(name: kind.name, help: kind.abstract, shape: .text, isRequired: true)
        return .group([path] + kind.settingDescriptions)
    }

    public var settingText: String {
        let settings = sink.settingValues.map { ", \($0.name): \($0.value)" }.joined()
        return "{\(type(of: sink).name): \(sink.path)\(settings)}"
    }

    public static func read(_ node: ConfigNode, named name: String, problems: inout [Diagnostic]) -> SinkChoice? {
        let names = kinds.map { $0.name }
        guard case .mapping(let entries) = node.content, let first = entries.first else {
            problems.append(Diagnostic(.error, "an output is a kind and a path, such as 'jsonl: out/articles.jsonl', not \(node.kind)", at: node.location,
                advice: "the kinds are \(names.joined(separator: ", "))"))
            return nil
        }
        let chosen = entries.filter { names.contains($0.name) }
        guard let entry = chosen.first, let kind = kinds.first(where: { $0.name == entry.name }) else {
            let near = NearestName.of(first.name, among: names).map { "did you mean '\($0)'?" }
            problems.append(Diagnostic(.error, "there is no output '\(first.name.printable)'", at: first.location,
                advice: near ?? "the kinds are \(names.joined(separator: ", "))"))
            return nil
        }
        guard chosen.count == 1 else {
            problems.append(Diagnostic(.error, "'\(chosen[0].name)' and '\(chosen[1].name)' are two outputs", at: chosen[1].location,
                advice: "put '- ' before each"))
            return nil
        }
        let before = problems.count
        let path = String.read(entry.value, named: entry.name, problems: &problems)
        let settings = ConfigNode(.mapping(entries.filter { $0.name != entry.name }), at: node.location)
        var sink: any ExportSink = kind.configured(by: settings, at: node.location, title: "output '\(kind.name)'", problems: &problems)
        guard let path, problems.count == before else { return nil }
        guard !path.isEmpty, !path.hasSuffix("/") else {
            problems.append(Diagnostic(.error, "'\(entry.name)' takes the path of a file, not '\(path)'", at: entry.value.location))
            return nil
        }
        if let unknown = OutputPath.unknownNames(in: path).first {
            problems.append(Diagnostic(.error, "a path cannot hold '{\(unknown.printable)}'", at: entry.value.location,
                advice: NearestName.of(unknown, among: OutputPath.names).map { "did you mean '{\($0)}'?" } ?? "it can hold {date}, {run} and {pipeline}"))
            return nil
        }
        sink.path = path
        return SinkChoice(sink: sink)
    }
}
