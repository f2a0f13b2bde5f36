import Foundation
import GRDB
import StageKit

/// A folder with a pipeline and its input, which goes away with it.
final class Workspace {
    let path = "\(NSTemporaryDirectory())copydesk-workspace-\(UUID().uuidString)"

    init() throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        // An unreadable file or folder of a test must not keep the folder from going.
        _ = try? Program.shell("chmod -R u+rwX \"$1\"", path)
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Writes a file, with the folders above it.
    func write(_ name: String, _ bytes: [UInt8]) throws {
        let url = URL(fileURLWithPath: "\(path)/\(name)")
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    func write(_ name: String, _ text: String) throws {
        try write(name, Array(text.utf8))
    }

    func read(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")))
    }

    func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: "\(path)/\(name)")
    }

    /// Every file below the folder, hidden ones too, but for the state.
    var files: [String] {
        (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? [])
            .filter { !$0.hasPrefix("state") && !FileSystem.isFolder("\(path)/\($0)") }.sorted()
    }

    /// What lies in a pipeline's state folder.
    func stateFiles(of pipeline: String) -> [String] { FileSystem.names(in: "\(path)/state/copydesk/\(pipeline)") }

    func run(arguments: [String]) throws -> Program.Result {
        try Program.run(arguments, in: path)
    }

    func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Program.Result {
        try Program.run(arguments, in: path, environment: environment)
    }

    /// The records of a JSON Lines file.
    func records(_ name: String) throws -> [JSONValue] {
        try read(name).split(separator: 0x0A).map { try JSONParser.parse(Array($0)) }
    }

    /// The first row that a query gives, its columns parted by `|`.
    func sqlite(_ name: String, _ query: String) throws -> String? {
        try DatabaseQueue(path: "\(path)/\(name)").read { database in
            try Row.fetchOne(database, sql: query).map { row in row.map { $0.1.isNull ? "" : String.fromDatabaseValue($0.1) ?? "\($0.1)" }.joined(separator: "|") }
        }
    }

    /// The entries of a pipeline's quarantine.
    func quarantine(of pipeline: String) throws -> [JSONValue] {
        let name = "state/copydesk/\(pipeline)/quarantine.jsonl"
        return exists(name) ? try records(name) : []
    }
}

extension Program {
    /// Runs a line of shell with arguments `$1`, `$2`, …, for what only other programs can do (gzip, chmod).
    @discardableResult
    static func shell(_ line: String, _ arguments: String...) throws -> Result {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", line, "sh"] + arguments
        return try RunningProgram(process).wait()
    }
}
