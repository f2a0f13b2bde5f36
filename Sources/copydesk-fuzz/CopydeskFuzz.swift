import ArgumentParser
import Glibc

/// Feeds changed inputs to everything of copydesk that reads bytes from outside, and tells which of them crash or hang it.
@main
struct CopydeskFuzz: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copydesk-fuzz",
        abstract: "Feeds changed inputs to a parser until it crashes, hangs or breaks a promise.",
        discussion: """
            Input number I of a seed depends on the seed, I and the seed inputs alone, so that every find can be repeated.

              copydesk-fuzz html --count 1000000 --seed 1     a million inputs
              copydesk-fuzz html --seed 1 --from 4711 --count 1   that one input again
              copydesk-fuzz html --replay found.bin           the bytes of a file
            """)

    @Argument(help: "What to feed: \(FuzzTargets.names.joined(separator: ", ")), or all.")
    var target: String

    @Option(help: "How many inputs.")
    var count = 100_000

    @Option(help: "Inputs of another seed are other inputs.")
    var seed: UInt64 = 1

    @Option(help: "The number of the first input.")
    var from = 0

    @Option(help: "Run this file's bytes, once, in this very process.", completion: .file())
    var replay: String?

    @Option(help: "The folder whose files are changed.", completion: .directory)
    var samples = "Pipelines/samples"

    @Option(help: "Where inputs that were found are left.", completion: .directory)
    var finds = "."

    @Option(help: ArgumentHelp("The file that a child tells its progress in.", visibility: .hidden))
    var progress: String?

    func validate() throws {
        guard target == "all" || FuzzTargets.names.contains(target) else {
            throw ValidationError("there is no target '\(target)'; they are \(FuzzTargets.names.joined(separator: ", ")), and all")
        }
        guard count > 0, from >= 0 else { throw ValidationError("--count must be 1 or more, --from 0 or more") }
        guard replay == nil || target != "all" else { throw ValidationError("--replay needs one target") }
    }

    func run() throws {
        let names = target == "all" ? FuzzTargets.names : [target]
        var finds = 0
        for name in names {
            if replay == nil, progress == nil {
                finds += try Driver(target: name, seed: seed, samples: samples, findsFolder: self.finds).run(from..<from + count)
            } else if let target = try FuzzTargets.make(name, samples: Samples(folder: samples)) {
                try work(target)
            }
        }
        if finds > 0 { throw ExitCode(1) }
    }

    /// What a child does: its slice, or one file.
    private func work(_ target: any FuzzTarget) throws {
        if let replay {
            guard let bytes = try Samples.read(replay) else { throw ValidationError("there is no file \(replay)") }
            let (isAccepted, cost) = try InputCost.measure { try target.run(bytes) }
            let times = bytes.isEmpty ? "" : " (\(cost.memory / bytes.count) times its size)"
            print("\(isAccepted ? "accepted" : "refused with a reason"); \(cost.seconds) s, \(cost.memory) bytes of memory\(times)")
            return
        }
        guard let progress else { return }
        Child.limitMemory()
        let record = try ProgressRecord(path: progress)
        let mutator = Mutator(target, seed: seed)
        for index in from..<from + count {
            record.index = index
            if try target.run(mutator.input(index)) { record.accepted += 1 }
        }
        record.index = from + count
    }
}
