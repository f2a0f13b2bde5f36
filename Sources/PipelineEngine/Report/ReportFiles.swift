import StageKit

/// Where a run leaves what it did for machines and for `status`: `run.json`, the list of the last runs, and a Prometheus
/// textfile where one is asked for.
struct ReportFiles {
    /// How many runs the list keeps.
    static let mostRuns = 100

    private let state: StateDirectory
    private let metricsFile: String?

    init(_ state: StateDirectory, _ options: RunOptions) {
        self.state = state
        metricsFile = options.metricsFile
    }

    func write(_ report: RunReport) throws(StageFailure) {
        try replace(state.reportFile, "report", report.json)
        let older = try ReportFiles.lines(state.runsFile).suffix(ReportFiles.mostRuns - 1)
        try replace(state.runsFile, "list of runs", older.flatMap { $0 + [0x0A] } + report.json)
        if let metricsFile { try replace(metricsFile, "metrics file", Array(report.metrics.utf8)) }
    }

    /// The reports of the last runs, oldest first; what cannot be read is left out.
    static func runs(in state: StateDirectory) throws(StageFailure) -> [JSONValue] {
        try lines(state.runsFile).compactMap { try? JSONParser.parse($0) }
    }

    /// Outputs of the last run that wrote any, which are not there any more.
    static func missingOutputs(of state: StateDirectory) throws(StageFailure) -> [String] {
        let outputs = try runs(in: state).last { !($0["outputs"]?.arrayValue ?? []).isEmpty }?["outputs"]?.arrayValue ?? []
        return outputs.compactMap { $0["path"]?.stringValue }.filter { FileSystem.size($0) == nil }
    }

    private static func lines(_ path: String) throws(StageFailure) -> [[UInt8]] {
        do throws(SystemCallError) {
            return try FileSystem.read(path)?.split(separator: 0x0A).map(Array.init) ?? []
        } catch {
            throw StageFailure("the list of runs \(path) cannot be read: \(error.explanation)")
        }
    }

    private func replace(_ path: String, _ what: String, _ bytes: [UInt8]) throws(StageFailure) {
        do throws(SystemCallError) {
            try FileSystem.replace(path, with: bytes)
        } catch {
            throw StageFailure("the \(what) \(path) cannot be written: \(error.explanation)")
        }
    }
}
