import Foundation

/// The program as it was built beside the tests.
enum Program {
    struct Result: Sendable {
        var exitCode: Int32
        var output: String
        var errors: String
        /// Whether a signal that nothing caught ended it.
        var wasKilled: Bool
    }

    /// Where the tests and the program were built to.
    static let path: String = {
        let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        return tests.deletingLastPathComponent().appendingPathComponent("copydesk").path
    }()

    /// The project's folder.
    static let project: String = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    /// Runs the program to its end.
    static func run(_ arguments: [String], in folder: String, environment: [String: String] = [:]) throws -> Result {
        let running = try start(arguments, in: folder, environment: environment)
        return running.wait()
    }

    /// Starts the program.
    static func start(_ arguments: [String], in folder: String, environment: [String: String] = [:]) throws -> RunningProgram {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = [
            "HOME": folder, "XDG_STATE_HOME": "\(folder)/state", "PATH": "/usr/bin:/bin", "NO_COLOR": "1",
        ].merging(environment) { _, given in given }
        return try RunningProgram(process)
    }
}

/// A started program whose output is collected.
final class RunningProgram {
    let process: Process
    private let output: URL
    private let errors: URL

    init(_ process: Process) throws {
        self.process = process
        // Files rather than pipes: nothing to drain, and what a killed program said is still there.
        let base = FileManager.default.temporaryDirectory.appendingPathComponent("copydesk-e2e-\(UUID().uuidString)")
        output = base.appendingPathExtension("out")
        errors = base.appendingPathExtension("err")
        for url in [output, errors] { try Data().write(to: url) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        process.standardInput = FileHandle.nullDevice
        try process.run()
    }

    deinit {
        try? FileManager.default.removeItem(at: output)
        try? FileManager.default.removeItem(at: errors)
    }

    func wait() -> Program.Result {
        process.waitUntilExit()
        func text(_ url: URL) -> String { (try? Data(contentsOf: url)).map { String(decoding: $0, as: UTF8.self) } ?? "" }
        return Program.Result(
            exitCode: process.terminationStatus, output: text(output), errors: text(errors),
            wasKilled: process.terminationReason == .uncaughtSignal)
    }
}
