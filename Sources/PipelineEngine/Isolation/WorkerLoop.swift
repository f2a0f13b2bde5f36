import StageKit
import Synchronization

/// Answers a line for each line, in order, until there are no more.
struct WorkerLoop<Source: SourceStage> {
    private let chain: Chain<Source>
    private let stages: [String]
    private let sendsTokens: Bool
    private let answers: AnswerWriter

    /// - Parameters:
    ///   - stages: the names of the chain's stages.
    ///   - sendsTokens: whether whoever asks wants the tokens: there are hundreds of them, and most sinks read none.
    init(_ chain: Chain<Source>, stages: [String], sendsTokens: Bool = true, answers: AnswerWriter) {
        self.chain = chain
        self.stages = stages
        self.sendsTokens = sendsTokens
        self.answers = answers
    }

    /// - Throws: when the input cannot be read any more.
    func run(_ input: LineReader) throws(SystemCallError) {
        var input = input
        var number = 0
        while !answers.isClosed, let line = try input.next() {
            number += 1
            MemoryLimit.forgetFailure()
            chain.mark.begin(article: number)
            do throws(StageFailure) {
                let request = try WorkerRequest.read(line)
                var passage = chain.pass(request.record, number: number, judgement: request.judgement)
                if !sendsTokens, case .kept(var article) = passage.outcome {
                    article.removeTokens()
                    passage.outcome = .kept(article)
                }
                answers.write { WorkerAnswer.write(passage, stages: stages, to: &$0) }
            } catch {
                answers.write { WorkerAnswer.write(error, to: &$0) }
            }
            chain.mark.clear()
        }
    }
}

/// Writes answers, each whole. Safe to use from any thread: a stage may have something to tell from one of its own.
final class AnswerWriter: Sendable {
    private struct State {
        var json = JSONWriter()
        /// Nobody reads any more.
        var isClosed = false
    }

    private let descriptor: Int32
    private let state = Mutex(State())

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    var isClosed: Bool { state.withLock { $0.isClosed } }

    func write(_ line: (inout JSONWriter) -> Void) {
        state.withLock { state in
            state.json.removeAll()
            line(&state.json)
            state.isClosed = state.isClosed || (try? writeAll(state.json.bytes, to: descriptor)) == nil
        }
    }

    func write(_ line: [UInt8]) {
        state.withLock { $0.isClosed = $0.isClosed || (try? writeAll(line, to: descriptor)) == nil }
    }
}

extension Article {
    /// Forgets the tokens, and where sentences have them.
    fileprivate mutating func removeTokens() {
        tokens = []
        for index in sentences.indices { sentences[index].tokens = 0..<0 }
    }
}
