import Foundation
import StageKit
import TestSupport

/// Kills a run again and again, at places and moments that a seed decides, until it has come through, and compares what it
/// wrote with what an uninterrupted run writes.
///
/// Half of the kills strike at a fail point (a write, sync, rename or removal, some of them with the write torn in the
/// middle), half come from outside at any moment. Fail points exist in debug builds.
struct CrashStorm {
    let workspace: Workspace
    private var random: SplitMix64
    /// How often a run was killed so far.
    private(set) var kills = 0
    /// How many runs came through.
    private(set) var finishedRuns = 0
    private let reference: [String: [UInt8]]
    private let kind: Kind
    /// How long an uninterrupted run takes, in seconds, and how many fail points it passes.
    private let seconds: Double
    private static let arguments = ["run", "crash.yaml", "--commit-every", "0s", "--batch", "4", "--quiet"]

    /// What kind of run is killed.
    enum Kind: String, CaseIterable {
        /// One that makes its outputs.
        case first
        /// One of a pipeline with `only: new` that extends what an earlier run wrote.
        case incremental
        /// One like it that drops what repeats an article of its own or of the earlier run.
        case repeats
    }

    struct Mismatch: Error, CustomStringConvertible {
        var description: String
    }

    /// - Parameter articles: how many the pipeline reads; every tenth is damaged and goes to quarantine.
    init(_ kind: Kind = .first, seed: UInt64, articles: Int) throws {
        random = SplitMix64(seed: seed)
        self.kind = kind
        workspace = try Workspace()
        try workspace.write("crash.yaml", """
            pipeline: crash
            only: \(kind == .first ? "all" : "new")
            errors: {most: 50%}
            stages:
              - load: in/*
              - clean
            \(kind == .repeats ? "  - dedupe: {near: 80%, least_words: 5, remember: 25}" : "  - segment")
            \(kind == .repeats ? "  - segment" : "  - entities")
              - summarize: {sentences: 2}
              - export:
                  - jsonl: out/a.jsonl
                  - jsonl: out/b.jsonl.gz
                  - jsonl: out/c.jsonl.zst
                  - csv: out/d.csv
                  - sqlite: out/e.db
                  - digest: out/f.md
            """)
        var lines = ""
        for number in 0..<articles {
            // In every three of these one is like another, whose words it has but for its number's.
            let subject = kind == .repeats ? String(repeating: "Pier \(number * 7 % 20) waits for boat \(number * 11 % 20). ", count: 3) : ""
            lines += number % 10 == 7
                ? "{\"title\": \"Damaged \(number)\", \"text\": \"cut o\n"
                : "{\"url\": \"https://ferry.example/\(number)\", \"title\": \"Ferry no. \(number)\", \"text\": \"The ferry left Porto at \(number % 12 + 1) p.m. with Ana Reis on board.\\n\\n\(subject)She said it was late. Mayor Tom Ward agreed.\"}\n"
        }
        try workspace.write("in/a.jsonl", lines)
        if kind != .first {
            let earlier = lines.split(separator: "\n").prefix(articles / 3).joined(separator: "\n").replacing("Tom Ward", with: "Eva Lund")
            try workspace.write("in/a.jsonl", "\(earlier)\n")
            let result = try workspace.run(arguments: Self.arguments)
            guard result.exitCode == 3 else { throw Mismatch(description: "the earlier run ended with \(result.exitCode): \(result.errors)") }
            try workspace.write("in/a.jsonl", lines)
        }
        try Program.shell("cd \"$1\" && mkdir -p base && for f in out state; do if [ -e $f ]; then cp -a $f base/; fi; done", workspace.path)
        let began = Date()
        let result = try workspace.run(arguments: Self.arguments)
        seconds = Date().timeIntervalSince(began)
        guard result.exitCode == 3 else { throw Mismatch(description: "the uninterrupted run ended with \(result.exitCode): \(result.errors)") }
        reference = try Self.outcome(workspace)
    }

    /// Runs the pipeline from the start until it has come through, killing it on the way.
    ///
    /// - Throws: ``Mismatch`` when anything is lost, doubled or different at the end.
    mutating func bringThrough(kills most: Int) throws {
        try Program.shell("cd \"$1\" && rm -rf out state && cp -a base/. .", workspace.path)
        var story: [String] = []
        for attempt in 1...200 {
            let isLast = attempt > most
            let (result, what) = isLast ? (try workspace.run(arguments: Self.arguments), "left alone") : try strike()
            story.append(what)
            if result.wasKilled {
                kills += 1
                for name in workspace.files where name.hasPrefix("out/") && !name.contains("/.") {
                    // A run that was killed while it moved its outputs into place may have moved some: whole ones.
                    let bytes = try workspace.read(name)
                    let earlier = workspace.exists("base/\(name)") ? try workspace.read("base/\(name)") : nil
                    guard bytes == reference[name] || bytes == earlier else { throw Mismatch(description: "\(name) is there in part after \(story)") }
                }
                continue
            }
            // A kill behind the last step of a run leaves nothing to do to the next one of a pipeline that takes what is new.
            let hadNothingToDo = kind != .first && attempt > 1 && result.exitCode == 0
            guard result.exitCode == 3 || hadNothingToDo else {
                throw Mismatch(description: "exit code \(result.exitCode) after \(story): \(result.errors)")
            }
            var outcome = try Self.outcome(workspace)
            // Its list of repeats, which is of the last run alone, is then empty.
            if hadNothingToDo, outcome["repeats.jsonl"]?.isEmpty ?? true { outcome["repeats.jsonl"] = reference["repeats.jsonl"] }
            for name in Set(outcome.keys).union(reference.keys).sorted() where outcome[name] != reference[name] {
                throw Mismatch(description: "\(name) differs after \(story), exit code \(result.exitCode)")
            }
            finishedRuns += 1
            return
        }
        throw Mismatch(description: "the run never came through: \(story)")
    }

    private mutating func strike() throws -> (Program.Result, String) {
        if random.next() % 2 == 0 {
            // Up to the number of fail points that a run with a commit for each batch passes.
            let number = 1 + Int(random.next() % 400)
            let fault = "any:\(number):\(random.next() % 3 == 0 ? "torn" : "kill")"
            return (try Program.run(Self.arguments, in: workspace.path, environment: ["COPYDESK_FAULT": fault]), fault)
        }
        let delay = Double(random.next() % 1000) / 1000 * seconds
        let running = try Program.start(Self.arguments, in: workspace.path)
        Thread.sleep(forTimeInterval: delay)
        kill(running.process.processIdentifier, SIGKILL)
        return (running.wait(), "killed after \(Int(delay * 1000)) ms")
    }

    /// Everything that must be the same: the outputs, the quarantine but for the run's name, and that nothing else is left.
    private static func outcome(_ workspace: Workspace) throws -> [String: [UInt8]] {
        var outcome: [String: [UInt8]] = [:]
        for name in workspace.files where name.hasPrefix("out/") { outcome[name] = try workspace.read(name) }
        var entries = ""
        for entry in try workspace.quarantine(of: "crash") {
            entries += "\(entry["source"]?["line"]?.integerValue ?? 0) \(entry["stage"]?.stringValue ?? "") \(entry["reason"]?.stringValue ?? "")\n"
        }
        outcome["quarantine"] = Array(entries.utf8)
        for name in workspace.stateFiles(of: "crash") where name.hasPrefix("memory") || name.hasPrefix("repeats") {
            outcome[name] = try workspace.read("state/copydesk/crash/\(name)")
        }
        for name in ["journal", "quarantine.jsonl.part", "run.json.part"] where workspace.exists("state/copydesk/crash/\(name)") {
            outcome["left over: \(name)"] = []
        }
        return outcome
    }
}
