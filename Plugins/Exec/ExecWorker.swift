import StageKit

/// Sends articles to a program, one after the other, and takes over its answers.
public struct ExecWorker: ArticleWorker {
    private let pool: ProcessPool
    private let seconds: Int
    private let outgoing: Outgoing
    private let changes: Changes
    private let offsets: OffsetUnit
    private var json = JSONWriter()
    /// The number of the article, which its answer must have.
    private var number = 0

    init(_ pool: ProcessPool, _ handshake: Handshake, reads: Set<ArticlePart>, writes: Set<ArticlePart>, seconds: Int) {
        self.pool = pool
        self.seconds = seconds
        offsets = handshake.offsets
        outgoing = Outgoing(reads: reads, writes: writes)
        changes = Changes(writes: writes, offsets: handshake.offsets)
    }

    public mutating func process(_ article: inout Article) throws -> Verdict {
        number += 1
        json.removeAll()
        outgoing.writeLine(number, article, offsets: offsets, to: &json)
        switch try ask(about: article.source) {
        case .article(let members):
            try changes.apply(members, to: &article, sent: json.bytes)
            return .keep
        case .drop(let reason): return .drop(reason: pool.dropReason(reason))
        case .fail(let reason): throw StageFailure("the program says: \(reason)")
        }
    }

    /// Asks a program; where it breaks after it had worked on others, once more a fresh one, so that what becomes of an
    /// article does not depend on those before it.
    private func ask(about source: ArticleSource) throws -> Answer {
        while true {
            let process = try pool.lease()
            process.log = { [pool] in pool.log.tell($0, about: source) }
            let wasFresh = process.answered == 0
            let line: [UInt8]
            do throws(ProgramFault) {
                guard let lines = try process.exchange(json.bytes, until: MonotonicClock.seconds + Double(seconds)) else {
                    throw .tooSlow(seconds: seconds, setting: "seconds")
                }
                line = lines[0]
            } catch {
                pool.discard(process)
                guard error.mayStemFromEarlier, !wasFresh else { throw failure(error) }
                pool.log.tellRestart(error)
                continue
            }
            do {
                // Whatever is wrong with the answer beyond its number, the program is still in step.
                defer { process.answered += 1 }
                let answer = try Answer(line, to: number)
                pool.giveBack(process)
                return answer
            } catch let error as Answer.OutOfStep {
                pool.discard(process)
                let fault = ProgramFault.outOfStep(error.reason)
                guard !wasFresh else { throw failure(fault) }
                pool.log.tellRestart(fault)
            } catch {
                pool.giveBack(process)
                throw error
            }
        }
    }

    private func failure(_ fault: ProgramFault) -> StageFailure {
        StageFailure("the program \(fault.reason)", advice: fault.advice)
    }
}
