import StageKit

extension JournalReader {
    /// What the state folder tells of an interrupted run; nil where there is none.
    ///
    /// - Throws: ``StageFailure`` when the journal is there but cannot be read.
    static func interruptedRun(in state: StateDirectory) throws(StageFailure) -> JournalReader? {
        do throws(SystemCallError) {
            return try FileSystem.read(state.journalFile).flatMap(JournalReader.init)
        } catch {
            throw StageFailure("the journal \(state.journalFile) cannot be read: \(error.explanation)")
        }
    }

    /// How many articles are done, for messages.
    var articles: Int { last?.counts.total ?? 0 }

    /// Makes sure that the run may go on with what it would be now.
    ///
    /// - Throws: ``StageFailure`` that says what is another and what to do.
    func checkResumable(with now: RunIdentity) throws(StageFailure) {
        let change: String
        if identity.mode != now.mode {
            throw StageFailure(
                "the \(identity.mode.description) of \(identity.started) was interrupted after \(articles) articles",
                advice: "finish it first (\(identity.mode.command)), or give --restart to give it up")
        } else if identity.pipeline != now.pipeline {
            change = "the pipeline's stages or settings have changed since"
        } else if identity.output != now.output {
            change = "it wrote to \(identity.output), not to \(now.output)"
        } else if identity.input != now.input, last?.isFinal != true {
            change = "its input has changed since"
        } else {
            return
        }
        throw StageFailure(
            "the \(identity.mode.description) of \(identity.started) was interrupted after \(articles) articles, and \(change)",
            advice: "undo that to finish it, or give --restart to begin anew")
    }
}
