import StageKit

/// Makes a plan of the nodes of a pipeline file, collecting every problem on the way.
struct PlanBuilder {
    let catalog: StageCatalog
    /// The file as the user named it, for messages, and its absolute path.
    let file: String
    let path: String
    private(set) var problems: [Diagnostic] = []

    init(catalog: StageCatalog, file: String, path: String) {
        self.catalog = catalog
        self.file = file
        self.path = path
    }

    private static let knownNames = ["pipeline", "description", "stages", "errors", "only", "isolation", "limits", "state"]

    /// A stage as the file has it.
    struct Entry {
        var name: String
        var location: SourceLocation
        /// Of an unknown name the stage that was likely meant, with its defaults, so that the others are judged as they
        /// will be once the name is mended; nil where there is none.
        var stage: (any Stage)?
    }

    /// Nil when there was a problem.
    mutating func plan(_ root: ConfigNode) -> PipelinePlan? {
        guard case .mapping(let entries) = root.content else {
            report("a pipeline file is a mapping with 'pipeline' and 'stages', not \(root.kind)", at: root.location,
                advice: "begin with 'pipeline: NAME' and put the stages as a list below 'stages:'")
            return nil
        }
        for entry in entries where !PlanBuilder.knownNames.contains(entry.name) {
            report("unknown name '\(entry.name.printable)'", at: entry.location,
                advice: nearest(entry.name, PlanBuilder.knownNames) ?? "known are \(PlanBuilder.knownNames.joined(separator: ", "))")
        }
        func entry(_ name: String) -> ConfigNode.Entry? { entries.first { $0.name == name } }

        let name = name(entry("pipeline"))
        if let description = entry("description") { _ = String.read(description.value, named: "description", problems: &problems) }
        let state = entry("state").flatMap { String.read($0.value, named: "state", problems: &problems) }
        if let state, state.isEmpty, let entry = entry("state") {
            report("'state' takes the path of a folder, not an empty text", at: entry.value.location, advice: "remove it for the usual folder")
        }
        let errors = ErrorLimits.configured(
            by: entry("errors")?.value, at: entry("errors")?.location ?? root.location, title: "'errors'", problems: &problems)
        let only = entry("only").flatMap { InputSelection.read($0.value, named: "only", problems: &problems) }
        let isolation = isolation(entry("isolation"))
        let limits = limits(entry("limits"), isolation, at: root.location)
        guard let list = entry("stages") else {
            // A misspelt 'stages' has been told already.
            if !entries.contains(where: { NearestName.of($0.name, among: PlanBuilder.knownNames) == "stages" }) {
                report("'stages' is missing", at: root.location, advice: "list them: load first, export last")
            }
            return nil
        }
        guard let stages = stages(list) else { return nil }
        let order = StageOrder(catalog: catalog)
        problems += order.problems(of: stages, at: list.location)
        guard problems.isEmpty, let source = stages.first?.stage as? any SourceStage, let sink = stages.last?.stage as? any SinkStage
        else { return nil }
        checkLimits(errors, of: stages.map(\.name), at: entry("errors")?.location ?? root.location)
        guard problems.isEmpty else { return nil }
        let directory = FileSystem.folder(of: path)
        var plan = PipelinePlan(
            name: name, file: path, directory: directory, source: source,
            transforms: stages.dropFirst().dropLast().compactMap { $0.stage as? any TransformStage }, sink: sink, errors: errors,
            isolation: isolation, limits: limits, statePath: state.map { $0.hasPrefix("/") ? $0 : "\(directory)/\($0)" })
        plan.only = only ?? .all
        return plan
    }

    private mutating func checkLimits(_ errors: ErrorLimits, of stages: [String], at location: SourceLocation) {
        for name in errors.stages.keys.sorted() where !stages.contains(name) {
            report("'errors.stages' names '\(name.printable)', which is no stage of this pipeline", at: location,
                advice: nearest(name, stages) ?? "its stages are \(stages.joined(separator: ", "))")
        }
    }

    /// The pipeline's name: as given, else the file's own without its ending.
    private mutating func name(_ entry: ConfigNode.Entry?) -> String {
        let byFile = String((path.split(separator: "/").last ?? "pipeline").prefix { $0 != "." })
        guard let entry else {
            if PlanBuilder.isName(byFile) { return byFile }
            report("'pipeline' is missing, and the file's own name is not fit to be the pipeline's", at: start, advice: "add 'pipeline: NAME'")
            return byFile
        }
        guard let name = String.read(entry.value, named: "pipeline", problems: &problems) else { return byFile }
        if !PlanBuilder.isName(name) {
            report("'\(name.printable)' cannot be a pipeline's name", at: entry.value.location,
                advice: "use up to 100 letters, digits, '-', '_' and '.', beginning with a letter or digit")
        }
        return name
    }

    private mutating func isolation(_ entry: ConfigNode.Entry?) -> Isolation {
        entry.flatMap { Isolation.read($0.value, named: "isolation", problems: &problems) } ?? .none
    }

    private mutating func limits(_ entry: ConfigNode.Entry?, _ isolation: Isolation, at root: SourceLocation) -> ArticleLimits {
        let limits = ArticleLimits.configured(by: entry?.value, at: entry?.location ?? root, title: "'limits'", problems: &problems)
        if let entry, limits.memory != nil, isolation == .none {
            report("'limits.memory' holds for worker processes only", at: entry.location, advice: "add 'isolation: process'")
        }
        return limits
    }

    /// Names become folders of the state: nothing else than this may be in one.
    private static func isName(_ name: String) -> Bool {
        func isPlain(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 }
        guard let first = name.utf8.first, isPlain(first), name.utf8.count <= 100 else { return false }
        return name.utf8.allSatisfy { isPlain($0) || "-_.".utf8.contains($0) }
    }

    /// Nil where there is no list.
    private mutating func stages(_ list: ConfigNode.Entry) -> [Entry]? {
        guard case .sequence(let nodes) = list.value.content else {
            report("'stages' takes a list, not \(list.value.kind)", at: list.value.location, advice: "put each stage on a line of its own with '- ' before it")
            return nil
        }
        return nodes.compactMap { stage($0) }
    }

    private mutating func stage(_ node: ConfigNode) -> Entry? {
        switch node.content {
        case .scalar(let name, _) where !node.isNull: return stage(named: name, at: node.location, settings: nil)
        case .mapping(let entries) where entries.count == 1:
            return stage(named: entries[0].name, at: entries[0].location, settings: entries[0].value)
        case .mapping(let entries) where entries.count > 1:
            report("a stage is one name with its settings below it, but here are \(entries.count) names", at: entries[1].location,
                advice: "indent the settings of '\(entries[0].name.printable)' further, or put '- ' before '\(entries[1].name.printable)'")
            return stage(named: entries[0].name, at: entries[0].location, settings: entries[0].value)
        default:
            report("a stage is a name, or a name with settings, not \(node.kind)", at: node.location, advice: knownStages)
            // As no one can tell what it was to be, the others are judged as if it did anything.
            return Entry(name: "", location: node.location, stage: nil)
        }
    }

    private mutating func stage(named name: String, at location: SourceLocation, settings: ConfigNode?) -> Entry? {
        guard let type = catalog[name] else {
            let meant = NearestName.of(name, among: catalog.types.map { $0.name })
            report("unknown stage '\(name.printable)'", at: location, advice: meant.map { "did you mean '\($0)'?" } ?? knownStages)
            return Entry(name: meant ?? name, location: location, stage: meant.flatMap { catalog[$0]?.init() })
        }
        let stage = type.configured(by: settings, at: location, title: "stage '\(name)'", problems: &problems)
        return Entry(name: name, location: location, stage: stage)
    }

    private var knownStages: String { "known are \(catalog.types.map { $0.name }.joined(separator: ", "))" }

    private var start: SourceLocation { SourceLocation(file: file, line: 1, column: 1) }

    private mutating func report(_ message: String, at location: SourceLocation, advice: String? = nil) {
        problems.append(Diagnostic(.error, message, at: location, advice: advice))
    }

    private func nearest(_ name: String, _ known: [String]) -> String? {
        NearestName.of(name, among: known).map { "did you mean '\($0)'?" }
    }
}
