internal import CLinux
internal import Glibc
public import PipelineConfig
import StageKit
import Synchronization

/// A worker process's side: answers records on standard input with articles on standard output, as
/// docs/worker-protocol.md says, until there are no more.
public struct PipelineWorker {
    private let plan: PipelinePlan
    private let markDescriptor: Int32?

    /// - Parameter markDescriptor: memory to share with the run that started this process; nil where nothing did.
    public init(_ plan: PipelinePlan, markDescriptor: Int32?) {
        self.plan = plan
        self.markDescriptor = markDescriptor
    }

    /// Works and blocks until the input ends.
    ///
    /// - Returns: how it ended: ``ExitCode/done``, or ``ExitCode/failed`` when there was no conversation to be had.
    public func run() -> ExitCode {
        // The answers' descriptor is nobody else's: what else is printed in this process goes to standard error.
        let output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 10)
        dup2(STDERR_FILENO, STDOUT_FILENO)
        signal(SIGPIPE, SIG_IGN)
        let answers = AnswerWriter(output)
        do {
            try run(LineReader(STDIN_FILENO), answers)
            return .done
        } catch {
            answers.write { WorkerAnswer.write(StageFailure(describing: error), to: &$0) }
            return .failed
        }
    }

    private func run(_ input: LineReader, _ answers: AnswerWriter) throws {
        var input = input
        let mark = try markDescriptor.map { try WorkMark(sharing: $0) }
        if markDescriptor != nil {
            obeyParent()
            // The run may have died before this process asked to die with it; then nobody can write to it any more.
            var requests = pollfd(fd: STDIN_FILENO, events: 0, revents: 0)
            if poll(&requests, 1, 0) > 0, requests.revents & Int16(POLLHUP) != 0 { return }
        }
        guard let first = try input.next() else { return }
        let hello = try WorkerHello(line: first)
        let pipeline = plan.fingerprint.description
        guard hello.pipeline == nil || hello.pipeline == pipeline else {
            throw StageFailure(
                "\(plan.file) is not the pipeline that the run has: it has changed since", advice: "start the run again; it begins anew with --restart")
        }
        if let stage = plan.orderedStage?.stage, !hello.judges {
            throw StageFailure(
                "'\(type(of: stage).name)' compares articles with those before them, which a worker does not see",
                advice: "take the stage out of this pipeline, or decide for yourself and say so with \"judges\": true")
        }
        if let memory = plan.limits.memory { try MemoryLimit.set(memory.bytes, noting: mark) }
        var context = StageContext(
            pipeline: plan.name, inputDirectory: plan.directory, outputDirectory: plan.directory, run: hello.run ?? "worker",
            report: { message in answers.write { WorkerAnswer.write(message, to: &$0) } })
        context.stateDirectory = hello.state
        var plan = plan
        try plan.prepareStages(context, upToSink: true)
        try converse(plan.source, plan, context, mark ?? WorkMark(), input, answers)
    }

    /// Only the run that started this process ends it: not the terminal whose Ctrl-C goes to all processes in front of it,
    /// nor a service manager that signals a whole group. When that run dies, so does this process.
    private func obeyParent() {
        for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] { signal(number, SIG_IGN) }
        _ = copydesk_die_with_parent()
        // Started by another name for the same program, it would be known as "exe".
        copydesk_set_name("copydesk")
    }

    /// Gives the source's type a name, so that the loop is specialised for it.
    private func converse<Source: SourceStage>(
        _ source: Source, _ plan: PipelinePlan, _ context: StageContext, _ mark: WorkMark, _ input: LineReader, _ answers: AnswerWriter
    ) throws {
        let stages = Array(plan.stageIdentities.map(\.name).dropLast())
        let chain = try Chain(source: source, transforms: plan.transforms, context: context, mark: mark)
        answers.write(WorkerReady(pipeline: plan.fingerprint.description, stages: stages).line)
        try WorkerLoop(chain, stages: stages, sendsTokens: plan.sink.reads.contains(.tokens), answers: answers).run(input)
    }
}
