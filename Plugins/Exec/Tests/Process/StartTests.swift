import Foundation
import StageKit
import Testing

@testable import ExecStage

/// What is wrong with a program is told before the first article; what becomes wrong later ends the run.
@Suite struct StartTests {
    private func failure(_ program: TestProgram, _ change: (inout ExecStage) -> Void = { _ in }) -> String {
        do {
            _ = try program.stage(change)
            return "started"
        } catch {
            return "\(error)"
        }
    }

    @Test func aProgramThatIsNotThere() throws {
        #expect(failure(try TestProgram(command: ["no-such-program"])) == "there is no program 'no-such-program' on the PATH; install it, or write its path")
        let path = try TestProgram(command: ["./none.sh"])
        #expect(failure(path) == "there is no program \(path.folder)/./none.sh; 'command' is relative to the pipeline file's folder")
    }

    @Test func aProgramThatCannotBeRun() throws {
        let program = try TestProgram(command: ["./plain.sh"])
        try program.write("plain.sh", "exit 0")
        #expect(failure(program) == "\(program.folder)/./plain.sh cannot be run; make it executable (chmod +x), or put its interpreter before it")
        let bare = try TestProgram(command: ["plain.sh"])
        try bare.write("plain.sh", "exit 0")
        #expect(failure(bare).hasSuffix("for the file beside the pipeline, write ./plain.sh"))
    }

    @Test(arguments: [
        ("sys.exit(2)", "'python3 stage.py' ended (exit status 2) before it answered"),
        ("say('no model\\n'); sys.exit(2)", "; its last words: no model"),
        ("put('hello')", "answered the handshake with a line that is not JSON (a value should be here at byte 0)"),
        ("put({})", "answered the handshake without 'copydesk'"),
        ("put({'copydesk': 2, 'name': 'x'})", "speaks version 2 of the protocol, copydesk speaks 1"),
        ("put({'copydesk': 1})", "answered the handshake without 'name'"),
        ("put({'copydesk': 1, 'name': 'x', 'offsets': 'lines'})", "unknown 'offsets'; known are code_points, bytes, utf16"),
        ("put({'copydesk': 1, 'fail': 'model is missing'})", "refuses its settings: model is missing"),
        ("time.sleep(60)", "did not answer the handshake within 1 second"),
    ])
    func aHandshakeThatFails(_ handshake: String, _ reason: String) throws {
        let message = failure(try TestProgram(python: "pass", handshake: handshake)) { $0.startSeconds = 1 }
        #expect(message.contains(reason), "\(message)")
    }

    @Test func fiveFailedStartsInARowEndTheRun() throws {
        let program = try TestProgram(
            python: "sys.exit(1)", handshake: "open('starts', 'a').write('x')\nif os.path.getsize('starts') > 1: sys.exit(9)\nput({'copydesk': 1, 'name': 't'})")
        var worker = try program.worker()
        #expect(worker.outcome("one").contains("exit status 1"))
        var article = Article(text: "two")
        #expect(throws: RunFailure("'python3 stage.py' ended (exit status 9) before it answered, 5 times in a row", advice: "its messages are in the log")) {
            try worker.process(&article)
        }
        #expect(program.read("starts") == "xxxxxx")
        // And no further start is tried.
        #expect(throws: RunFailure.self) { try worker.process(&article) }
        #expect(program.read("starts") == "xxxxxx")
    }

    @Test func settingsArriveAsTheyAreWritten() throws {
        var worker = try TestProgram(python: "put({'n': n, 'article': {'extensions': {'seen': settings}}})").worker {
            $0.settings = ["words": 3, "deep": ["list": [1.5, true, .null, "é"]]]
        }
        #expect(worker.outcome("x") == #"{"deep":{"list":[1.5,true,null,"é"]},"words":3}"#)
    }

    @Test func itRunsInThePipelinesFolderWithUsualSignals() throws {
        let program = try TestProgram(python: "put({'n': n, 'article': {'extensions': {'seen': [os.getcwd(), os.getpgrp() == os.getpid(), signal.getsignal(signal.SIGTERM) == signal.SIG_DFL, sorted(os.listdir('/proc/self/fd'))[:4]]}}})")
        let outcome = try {
            var worker = try program.worker()
            return worker.outcome("x")
        }()
        // The fourth descriptor is the one that lists the folder.
        #expect(outcome == #"["\#(program.folder)",true,true,["0","1","2","3"]]"#)
    }
}
