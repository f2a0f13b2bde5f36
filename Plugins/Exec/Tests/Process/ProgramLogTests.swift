import StageKit
import Testing

@testable import ExecStage

/// What programs say on standard error.
@Suite struct ProgramLogTests {
    @Test func linesGoToTheLogWithTheArticleInWork() throws {
        let program = try TestProgram(python: "say('working\\nhard')\nput({'n': n, 'article': {}})\nsys.exit(0)", begin: "say('loading\\n')")
        do {
            var worker = try program.worker()
            var article = Article(text: "x", uri: "in/a.txt")
            article.source.line = 7
            _ = try worker.process(&article)
        }
        #expect(program.log.all == ["exec: loading", "exec test, in/a.txt:7: working", "exec test, in/a.txt:7: hard"] || program.log.all == ["exec: loading", "exec test, in/a.txt:7: working", "exec test: hard"])
    }

    @Test func controlCharactersAreMadeVisible() throws {
        let program = try TestProgram(python: "sys.stderr.buffer.write(b'\\x1b]0;owned\\x07 \\xff\\n')\nput({'n': n, 'article': {}})")
        do {
            var worker = try program.worker()
            _ = worker.outcome("x")
        }
        #expect(program.log.all == ["exec test, a.txt: ␛]0;owned␇ \u{FFFD}"])
    }

    @Test func noMoreLinesThanSomeoneReads() throws {
        let program = try TestProgram(python: "for i in range(5000): say(f'line {i}\\n')\nput({'n': n, 'article': {}})")
        do {
            var worker = try program.worker()
            #expect(worker.outcome("x") == "kept")
        }
        #expect(program.log.all.count == ProgramLog.mostLines + 1)
        #expect(program.log.all.last == "exec test: 4900 more lines of its standard error are left out")
    }

    @Test func anEndlessLineIsCut() throws {
        let program = try TestProgram(python: "say('x' * 300000 + '\\nshort\\n')\nput({'n': n, 'article': {}})")
        do {
            var worker = try program.worker()
            #expect(worker.outcome("x") == "kept")
        }
        #expect(program.log.all.map(\.utf8.count).max() ?? 0 < 1100)
        #expect(program.log.all.count == 2)
        #expect(program.log.all.last == "exec test, a.txt: short")
    }
}
