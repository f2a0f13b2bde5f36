import StageKit
import Testing

/// A program that goes wrong as an exec stage, on one article of three. The tables of docs/exec-protocol.md have a row for each.
struct BadProgram: Sendable, CustomTestStringConvertible {
    /// Where the fault is, in the words of the tables: "A program that …".
    var what: String
    /// Python that runs when the bad article comes.
    var onBad = "pass"
    /// Python that runs in the place of the handshake.
    var handshake = BadProgram.greeting
    /// Python that runs once there are no more articles.
    var atEnd = "pass"
    var command = "[python3, stage.py]"
    /// How long it may take to start, and for an article: short only where that runs out, for a busy machine is slow.
    var startSeconds = 60
    var seconds = 30

    var testDescription: String { what }

    private static let greeting = #"put({"copydesk": 1, "name": "x"})"#
    private static let answer = #"put({"n": n, "article": {"extensions": {"seen": os.getpid()}}})"#

    /// These cost the bad article.
    static let costingTheArticle = [
        BadProgram(what: "crashes", onBad: "os.kill(os.getpid(), signal.SIGSEGV)"),
        BadProgram(what: "ends, whatever its status", onBad: "os._exit(3)"),
        BadProgram(what: "hangs", onBad: "time.sleep(1000)", seconds: 1),
        BadProgram(what: "prints garbage", onBad: "put('Loading the model')"),
        BadProgram(what: "prints bytes that are not UTF-8", onBad: #"sys.stdout.buffer.write(b'"\xff"\n'); sys.stdout.flush()"#),
        BadProgram(what: "prints too much", onBad: "put('x' * 30_000)"),
        BadProgram(what: "answers without a number", onBad: #"put({"article": {}})"#),
        BadProgram(what: "answers another article", onBad: #"put({"n": 99, "article": {}})"#),
        BadProgram(what: "closes its input early", onBad: "open('closing', 'w'); os._exit(0)", handshake: BadProgram.closingInput),
        BadProgram(what: "closes its output", onBad: "os.close(1); time.sleep(1000)"),
        BadProgram(what: "says nothing of the article", onBad: #"put({"n": n})"#),
        BadProgram(what: "writes an annotation outside the text", onBad: #"put({"n": n, "article": {"entities": [{"start": 0, "end": 99, "type": "person"}]}})"#),
        BadProgram(what: "writes overlapping annotations", onBad: #"put({"n": n, "article": {"entities": [{"start": 0, "end": 8, "type": "person"}, {"start": 4, "end": 9, "type": "person"}]}})"#),
        BadProgram(what: "changes what `writes` does not name", onBad: #"put({"n": n, "article": {"title": "Mine"}})"#),
        BadProgram(what: "misspells a member", onBad: #"put({"n": n, "article": {"sumary": {"text": "x"}}})"#),
        BadProgram(what: "fails the article itself", onBad: #"put({"n": n, "fail": "no such month: \x1b[31m13"})"#),
    ]

    /// These cost nothing.
    static let costingNothing = [
        BadProgram(what: "prints more than it was asked", onBad: "put(json.dumps({'n': n, 'article': {'extensions': {'seen': os.getpid()}}}) + '\\nand another thing')"),
        BadProgram(what: "ends after it answered", onBad: "\(answer); os._exit(3)"),
        BadProgram(what: "floods standard error", onBad: "sys.stderr.write('noise\\n' * 5000); sys.stderr.flush(); \(answer)"),
        BadProgram(what: "does not end when its input does", onBad: answer, atEnd: "time.sleep(1000)"),
        BadProgram(what: "ends with a status of its own", onBad: answer, atEnd: "sys.exit(4)"),
    ]

    /// These stop the run.
    static let stoppingTheRun = [
        BadProgram(what: "is missing", command: "[no-such-program]"),
        BadProgram(what: "is missing, by a path", command: "[./none.py]"),
        BadProgram(what: "may not be run", command: "[./stage.py]"),
        BadProgram(what: "ends before the handshake", handshake: "sys.exit('no model: run fetch.sh')"),
        BadProgram(what: "prints garbage before the handshake", handshake: "put('Loading the model')"),
        BadProgram(what: "does not answer the handshake", handshake: "time.sleep(1000)", startSeconds: 1),
        BadProgram(what: "speaks another version", handshake: #"put({"copydesk": 2, "name": "x"})"#),
        BadProgram(what: "refuses its settings", handshake: #"put({"copydesk": 1, "fail": "there is no model 'large'"})"#),
        BadProgram(what: "no longer starts", onBad: "open('broken', 'w'); os._exit(3)", handshake: "if os.path.exists('broken'): sys.exit(9)\n\(greeting)"),
    ]

    /// The copy that is started for the bad article alone reads none.
    private static let closingInput = """
        closing = os.path.exists('closing')
        if closing: os.remove('closing'); os.close(0)
        \(greeting)
        if closing: time.sleep(1000)
        """

    /// Writes the program, its pipeline and the articles; the bad one stands between two others.
    func write(to workspace: Workspace) throws {
        func indented(_ code: String, _ depth: Int) -> String {
            code.split(separator: "\n").map { String(repeating: "    ", count: depth) + $0 }.joined(separator: "\n")
        }
        try workspace.write("stage.py", """
            import json, os, signal, sys, time
            def put(value):
                sys.stdout.write((value if isinstance(value, str) else json.dumps(value)) + "\\n")
                sys.stdout.flush()
            sys.stdin.readline()
            \(handshake)
            for line in sys.stdin:
                request = json.loads(line)
                n = request["n"]
                if request["article"]["text"].startswith("bad"):
            \(indented(onBad, 2))
                else:
                    \(BadProgram.answer)
            \(atEnd)

            """)
        try workspace.write("x.yaml", """
            pipeline: x
            errors: {most: 100%}
            stages:
              - load: in/*
              - exec:
                  command: \(command)
                  writes: [entities, extensions.seen]
                  seconds: \(seconds)
                  start_seconds: \(startSeconds)
                  longest_answer: 20kB
              - export: {jsonl: out/a.jsonl}

            """)
        let lines = ["The first article.", "bad news.", "The last article."].map { "{\"text\": \"\($0)\"}\n" }
        try workspace.write("in/a.jsonl", lines.joined())
    }
}
