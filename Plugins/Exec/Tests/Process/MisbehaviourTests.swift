import StageKit
import Testing

@testable import ExecStage

/// Programs that go wrong on one article: it fails with a clear reason, those around it do not.
@Suite struct MisbehaviourTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var what: String
        /// What the program does with the bad article.
        var body: String
        var reason: String
        var testDescription: String { what }
    }

    static let cases = [
        Case(what: "hangs", body: "time.sleep(60)", reason: "did not answer within 1 second and was killed; raise 'seconds'"),
        Case(what: "exits", body: "sys.exit(3)", reason: "the program ended (exit status 3) before it answered"),
        Case(what: "exits as if all were well", body: "sys.exit(0)", reason: "the program ended (exit status 0) before it answered"),
        Case(what: "crashes", body: "os.kill(os.getpid(), signal.SIGSEGV)", reason: "the program ended (signal 11, segmentation fault) before it answered"),
        Case(what: "throws", body: "raise ValueError", reason: "the program ended (exit status 1) before it answered"),
        Case(what: "writes garbage", body: "put('no JSON')", reason: "answered with a line that is not JSON (a value should be here at byte 0"),
        Case(what: "writes half a line and ends", body: "sys.stdout.write('{\"n\":'); sys.stdout.flush(); os._exit(0)", reason: "ended (exit status 0)"),
        Case(what: "writes bytes that are not UTF-8", body: "sys.stdout.buffer.write(b'\"\\xff\"\\n'); sys.stdout.flush()", reason: "not UTF-8"),
        Case(what: "answers another article", body: "put({'n': n + 1, 'article': {}})", reason: "but was asked about article"),
        Case(what: "answers without a number", body: "put({'article': {}})", reason: "answered without 'n'"),
        Case(what: "answers nothing", body: "put({'n': n})", reason: "none of 'article', 'drop' and 'fail'"),
        Case(what: "answers twice over", body: "put({'n': n, 'article': {}, 'drop': 'x'})", reason: "more than one of"),
        Case(what: "answers a list", body: "put({'n': n, 'article': []})", reason: "a list as 'article', not an object"),
        Case(what: "writes a line that never ends", body: "for _ in range(100): sys.stdout.write('x' * 1000)", reason: "wrote a line of more than 20000 bytes"),
        Case(what: "closes its output", body: "os.close(1); time.sleep(60)", reason: "closed its standard output before it answered"),
        Case(what: "points outside the text", body: "put({'n': n, 'article': {'entities': [{'start': 0, 'end': 99, 'type': 'x'}]}})", reason: "entities[0].end: is no offset of a character"),
        Case(what: "changes what it did not declare", body: "put({'n': n, 'article': {'title': 'T'}})", reason: "changes 'title', but 'writes' does not name it; add metadata"),
        Case(what: "changes an id", body: "put({'n': n, 'article': {'id': 'T'}})", reason: "changes 'id', which no stage may change"),
        Case(what: "misspells a member", body: "put({'n': n, 'article': {'sumary': {}}})", reason: "has 'sumary', which no record has; did you mean 'summary'?"),
        Case(what: "says so", body: "put({'n': n, 'fail': 'no \\x1b[31mluck\\n'})", reason: "the program says: no ␛[31mluck␊"),
    ]

    @Test(arguments: cases) func costsThisArticleOnly(_ misbehaviour: Case) throws {
        let bad = misbehaviour.body.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
        let program = try TestProgram(python: "if text == 'bad':\n\(bad)\n    continue\nput({'n': n, 'article': {'extensions': {'seen': text}}})")
        var worker = try program.worker {
            $0.seconds = 1
            $0.longestAnswer = ByteSize(bytes: 20_000)
            $0.writes.insert(.entities)
        }
        #expect(worker.outcome("one") == #""one""#)
        let outcome = worker.outcome("bad")
        #expect(outcome.contains(misbehaviour.reason), "\(outcome)")
        #expect(worker.outcome("two") == #""two""#)
    }

    @Test func aProgramThatClosesItsInputFailsTheArticleItDidNotRead() throws {
        // More than a pipe holds, so that the writer notices.
        let program = try TestProgram(python: "pass", handshake: #"put({"copydesk": 1, "name": "t"}); os.close(0); time.sleep(60)"#)
        var worker = try program.worker()
        let outcome = worker.outcome(String(repeating: "long ", count: 100_000))
        #expect(outcome.contains("the program closed its standard input before it had read the article"), "\(outcome)")
    }

    @Test func aProgramThatEndsIsSeenToEndThoughItsChildHoldsItsOutput() throws {
        let program = try TestProgram(python: "child = subprocess.Popen(['sleep', '1000'])\nos._exit(5)")
        var worker = try program.worker()
        let outcome = worker.outcome("x")
        #expect(outcome.contains("the program ended (exit status 5) before it answered"), "\(outcome)")
    }

    @Test func whatAProgramSaysUnaskedCostsNoArticle() throws {
        let program = try TestProgram(python: "put({'n': n, 'article': {'extensions': {'seen': text}}})\nif text == 'one': put('and another thing')")
        var worker = try program.worker()
        #expect(worker.outcome("one") == #""one""#)
        #expect(worker.outcome("two") == #""two""#)
        #expect(worker.outcome("three") == #""three""#)
    }

    @Test func aProgramThatEndsAfterSomeArticlesCostsNone() throws {
        let program = try TestProgram(python: "put({'n': n, 'article': {'extensions': {'seen': os.getpid()}}})\ncount = globals().get('count', 0) + 1\nif count == 3: break")
        var worker = try program.worker()
        let outcomes = (0..<10).map { _ in worker.outcome("x") }
        #expect(outcomes.allSatisfy { Int($0) != nil }, "\(outcomes)")
        #expect(Set(outcomes).count == 4)
    }

    @Test func whatItDropsIsCountedUnderAFewReasonsOnly() throws {
        var worker = try TestProgram(python: "put({'n': n, 'drop': text})").worker()
        let outcomes = (0..<60).map { worker.outcome("reason \($0)") }
        #expect(outcomes[0] == "dropped: reason 0")
        #expect(outcomes[59] == "dropped: another reason")
        #expect(Set(outcomes).count == 51)
        #expect(worker.outcome("reason 7") == "dropped: reason 7")
    }
}
