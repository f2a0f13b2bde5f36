import Foundation
import StageKit
import Testing

@testable import ExecStage

/// `copydesk stages --conform`: a good program passes every point, a bad one fails the right ones.
@Suite struct ConformanceTests {
    private static let plugins = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    private func problems(_ command: [String], in folder: String) throws -> [String] {
        var problems: [String] = []
        var points = 0
        var check = try ConformanceCheck(command, in: folder, report: { _ in }) { finding in
            points += 1
            if let problem = finding.problem { problems.append("\(finding.point): \(problem)") }
        }
        #expect(check.run() == problems.isEmpty)
        #expect(points == 10 || points == 1)
        return problems
    }

    private func problems(_ program: TestProgram) throws -> [String] {
        try problems(["python3", "stage.py"], in: program.folder)
    }

    @Test func theExampleInPythonConforms() throws {
        #expect(try problems(["python3", "quotes.py"], in: "\(ConformanceTests.plugins)/python") == [])
    }

    @Test func theExampleInShellConforms() throws {
        #expect(try problems(["sh", "words.sh"], in: "\(ConformanceTests.plugins)/shell") == [])
    }

    @Test func aProgramThatNeverAnswersFailsAtOnce() throws {
        let found = try problems(TestProgram(python: "pass", handshake: "sys.exit(1)"))
        #expect(found.count == 1 && found[0].hasPrefix("starts and answers the handshake: 'python3 stage.py' ended (exit status 1)"), "\(found)")
    }

    @Test func eachPointIsFoundOut() throws {
        let found = try problems(TestProgram(python: """
            if text == '': sys.exit(1)
            seen = globals().get('seen', 0) + 1
            if 'colour' in request: put('what colour?')
            elif len(text) > 100000: put({'n': n, 'article': {'entities': [{'start': 0, 'end': len(text) + 1, 'type': 'x'}]}})
            elif n > 90: put({'n': n + 1, 'article': {}})
            else: put({'n': n, 'article': {'extensions': {'seen': seen}}})
            """))
        #expect(found == [
            "answers the same article the same way again: the second answer differs from the first",
            "passes over members it does not know: it answered with a line that is not JSON (a value should be here at byte 0)",
            "takes an empty text: it ended (exit status 1) before it answered",
            "takes an article without text: it ended (exit status 1) before it answered",
            "takes a text of 1 MB: the program's answer: entities[0].end: is no offset of a character in the text",
            "answers 100 articles sent at once, in order: it answered article 92, but was asked about article 91",
        ], "\(found)")
    }

    @Test func aProgramMustEndInOrder() throws {
        let program = try TestProgram(python: "put({'n': n, 'article': {}})")
        try program.write("stage.py", program.read("stage.py") + "\nput('bye')\n")
        #expect(try problems(program) == ["ends within 5 seconds after its input, with status 0, saying no more: it wrote to standard output what nobody asked for"])
        try program.write("stage.py", program.read("stage.py").replacingOccurrences(of: "put('bye')", with: "sys.exit(4)"))
        #expect(try problems(program) == ["ends within 5 seconds after its input, with status 0, saying no more: it ended with exit status 4"])
    }
}
