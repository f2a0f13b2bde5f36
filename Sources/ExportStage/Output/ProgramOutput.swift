internal import Glibc
import StageKit

/// An output that a program makes of another one, once all that belongs into that is written, and before anything is in its
/// place: when the program fails, the run fails, and everything is as it was.
///
/// Nothing of it needs a checkpoint. A run that is resumed, or that is finished a second time, calls the program again.
final class ProgramOutput: SinkOutput {
    private let part: PartFile
    /// Another output's, which may not be in its place yet.
    private let source: PartFile
    private let program: ProgramFile
    private let isExtended: Bool
    private var articles: Int

    init(_ path: String, from source: String, program: ProgramFile, mode: OutputMode, articles: Int) throws(StageFailure) {
        part = PartFile(final: path)
        self.source = PartFile(final: source)
        self.program = program
        self.articles = articles
        isExtended = mode == .extend
        try part.makeFolder()
        part.removeSiblings()
    }

    func write(_ payload: SinkPayload) {
        articles += payload.ends.count
    }

    func checkpoint() -> JSONValue { .null }

    /// Runs `PROGRAM ARGUMENTS… SOURCE TARGET`.
    ///
    /// - Throws: ``StageFailure`` when it fails, with its last words.
    func prepareToFinish() throws {
        let input = FileSystem.size(source.path) != nil ? source.path : source.final
        // Its own name for each process: what an earlier one left running must not write into this one's.
        let target = part.sibling("\(getpid())")
        let log = part.sibling("log")
        let status = try part.explaining("made") { () throws(SystemCallError) in try run(input, target, log: log) }
        guard status == .exited(0) else {
            throw StageFailure("'\(program.label)' failed to make \(part.final.printable): \(status)\(lastWords(log))", advice: "nothing was written; try it by hand")
        }
        guard FileSystem.size(target) != nil else {
            throw StageFailure("'\(program.label)' ended well but wrote no file", advice: "it must write to the path that is its last argument")
        }
        guard rename(target, part.path) == 0 else { throw SystemCallError() }
    }

    private func run(_ input: String, _ target: String, log: String) throws(SystemCallError) -> ExitStatus {
        let errors = open(log, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard errors >= 0 else { throw SystemCallError() }
        defer { close(errors) }
        let id = try Spawn.start(program.path, program.command + [input, target], in: program.directory, .init(output: errors, errors: errors))
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0 {
            guard errno == EINTR else { throw SystemCallError() }
        }
        return ExitStatus(waitStatus: status)
    }

    /// Characters of a program's last line that are worth repeating.
    private static let longestWords = 300

    private func lastWords(_ log: String) -> String {
        guard let text = try? FileSystem.read(log) else { return "" }
        let last = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isNewline).last { $0.contains { !$0.isWhitespace } }
        return last.map { "; its last words: \(String($0.prefix(ProgramOutput.longestWords)).printable)" } ?? ""
    }

    func finish() throws -> FinishedOutput {
        let length = FileSystem.size(part.path) ?? 0
        try part.explaining("finished") { () throws(SystemCallError) in
            try DurableFile(resuming: part.path, length: length).moveIntoPlace(as: part.final)
        }
        part.removeSiblings()
        return FinishedOutput(path: part.final, articles: articles, bytes: FileSystem.size(part.final) ?? 0, isExtended: isExtended)
    }

    func abandon() {
        // Best effort: the run has failed already, and says why.
        try? FileSystem.remove(part.path)
        part.removeSiblings()
    }
}
