import Foundation
import StageKit
import Synchronization
import Testing

@testable import ExecStage

/// A small program in a folder of its own, run by an exec stage. The folder goes away with it.
final class TestProgram {
    let folder = "\(NSTemporaryDirectory())copydesk-exec-\(UUID().uuidString)"
    let log = Lines()
    private let command: [String]

    /// What was reported. Safe to use from any thread.
    final class Lines: Sendable {
        private let lines = Mutex<[Diagnostic]>([])
        func add(_ line: Diagnostic) { lines.withLock { $0.append(line) } }
        var all: [String] { lines.withLock { $0.map(\.message) } }
    }

    /// A Python program that answers the handshake and then runs `body` for each article, with `n`, `article` and
    /// `text` set; `put` writes a line. `begin` runs before the handshake.
    init(python body: String, begin: String = "", handshake: String = #"put({"copydesk": 1, "name": "test"})"#) throws {
        command = ["python3", "stage.py"]
        let indented = body.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
        try write("stage.py", """
            import json, os, signal, subprocess, sys, time
            def put(value):
                sys.stdout.write((value if isinstance(value, str) else json.dumps(value)) + "\\n")
                sys.stdout.flush()
            def say(words):
                sys.stderr.write(words)
                sys.stderr.flush()
            \(begin)
            settings = json.loads(sys.stdin.readline())["settings"]
            \(handshake)
            for line in sys.stdin:
                request = json.loads(line)
                n, article = request["n"], request["article"]
                text = article.get("text", "")
            \(indented)
            """)
    }

    init(command: [String]) throws {
        self.command = command
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    func write(_ name: String, _ text: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }

    /// The text of a file that the program wrote; empty where there is none.
    func read(_ name: String) -> String {
        (try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)) ?? ""
    }

    func stage(_ change: (inout ExecStage) -> Void = { _ in }) throws -> ExecStage {
        var stage = ExecStage()
        stage.command = command
        stage.writes = [.layer("seen")]
        change(&stage)
        try stage.prepare(context)
        return stage
    }

    func worker(_ change: (inout ExecStage) -> Void = { _ in }) throws -> ExecWorker {
        try stage(change).makeWorker(context)
    }

    var context: StageContext {
        StageContext(pipeline: "test", inputDirectory: folder, outputDirectory: folder, run: "1", report: { [log] in log.add($0) })
    }
}

extension Article {
    init(text: String, uri: String = "a.txt") {
        self.init(id: ArticleID("1"), source: ArticleSource(uri: uri, record: 0), text: ArticleText(text))
    }
}

extension ExecWorker {
    /// What becomes of an article with this text: its layer "seen", or why it failed.
    mutating func outcome(_ text: String) -> String {
        var article = Article(text: text)
        do {
            switch try process(&article) {
            case .keep: return article.extensions["seen"]?.json ?? "kept"
            case .drop(let reason): return "dropped: \(reason)"
            }
        } catch {
            return "\(error)"
        }
    }
}
