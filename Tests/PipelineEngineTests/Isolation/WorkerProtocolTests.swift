internal import Glibc
@testable import PipelineEngine
import StageKit
import Testing
import TestSupport

@Suite struct WorkerProtocolTests {
    private static let requests: [String] = [
        #"{"source":{"uri":"in/a.jsonl","record":7,"line":8},"record":{"format":"text","text":"Two words.\n“Ja”"}}"#,
        #"{"source":{"uri":"a","record":0},"record":{"format":"text","base64":"AP8="},"stage":"clean"}"#,
    ]
    private static let answers: [String] = [
        #"{"article":{"id":"1","source":{"uri":"a","record":0},"title":"é","text":"Ana ran. She won.","blocks":[{"role":"paragraph","start":0,"end":17}],"sentences":[{"start":0,"end":8,"block":0,"first_token":0,"last_token":2},{"start":9,"end":17,"block":0,"first_token":2,"last_token":4}],"tokens":[{"start":0,"end":3},{"start":4,"end":8},{"start":9,"end":12},{"start":13,"end":17}],"entities":[{"start":0,"end":3,"type":"person","text":"Ana","confidence":0.5}],"summary":{"text":"She won.","sentences":[1]}},"nanoseconds":[1,2]}"#,
        #"{"dropped":{"stage":"clean","reason":"short"},"nanoseconds":[1,2]}"#,
        #"{"failed":{"stage":"load","reason":"bad","advice":"x"},"nanoseconds":[1]}"#,
        #"{"stopped":{"stage":"load","reason":"gone","advice":"x"},"nanoseconds":[1],"counts":[{},{"asked":2}]}"#,
        #"{"message":{"severity":"note","message":"x"}}"#, #"{"error":"x"}"#,
        #"{"protocol":"copydesk-worker","version":1,"pipeline":"p","stages":["load","clean"]}"#,
    ]

    /// Bytes changed, dropped, doubled and cut off: an error or a value, never a crash.
    private func mutated(_ line: String, _ random: inout SplitMix64) -> [UInt8] {
        var bytes = Array(line.utf8)
        for _ in 0...random.next() % 4 {
            guard !bytes.isEmpty else { break }
            let index = Int(random.next() % UInt64(bytes.count))
            switch random.next() % 5 {
            case 0: bytes[index] = UInt8(truncatingIfNeeded: random.next())
            case 1: bytes[index] = Array(#"0123456789{}[]",:-e.\"#.utf8)[Int(random.next() % 21)]
            case 2: bytes.remove(at: index)
            case 3: bytes.insert(contentsOf: bytes[index..<min(index + 9, bytes.count)], at: index)
            default: bytes.removeSubrange(index...)
            }
        }
        return bytes.filter { $0 != 0x0A }
    }

    @Test func damagedAnswersNeverCrash() {
        var (good, bad) = (0, 0)
        for seed in UInt64(0)..<4000 {
            var random = SplitMix64(seed: seed)
            let line = mutated(Self.answers[Int(random.next() % UInt64(Self.answers.count))], &random)
            if (try? WorkerAnswer(line: line, stages: 2)) == nil { bad += 1 } else { good += 1 }
            _ = try? WorkerReady(line: line)
            _ = try? WorkerHello(line: line)
        }
        #expect(good > 0 && bad > 0)
    }

    /// The loop answers each line, whatever it is, with a line that the other side can read.
    @Test func damagedRequestsGetAnAnswerEach() throws {
        var random = SplitMix64(seed: 11)
        var lines: [[UInt8]] = []
        for _ in 0..<300 { lines.append(mutated(Self.requests[Int(random.next() % 2)], &random)) }
        let answers = try converse(lines.flatMap { $0 + [0x0A] })
        #expect(answers.count == lines.count)
        var errors = 0
        for answer in answers {
            if case .unreadable = try WorkerAnswer(line: answer, stages: 2) { errors += 1 }
        }
        #expect(errors > 0 && errors < lines.count)
    }

    @Test func aStageThatFailsOrDropsSaysSo() throws {
        let lines = (0..<7).map { #"{"source":{"uri":"a","record":\#($0)},"record":{"format":"text","text":"Number \#($0)."}}"# + "\n" }
        let answers = try converse(Array(lines.joined().utf8)).map { try JSONParser.parse($0) }
        #expect(answers.map { $0.objectValue?.keys.sorted().first } == ["article", "article", "article", "dropped", "article", "failed", "dropped"])
        #expect(answers[3]["dropped"] == ["stage": "picky", "reason": "not wanted"])
        #expect(answers[5]["failed"] == ["stage": "picky", "reason": "number 5 is refused", "advice": "take another"])
        #expect(answers.allSatisfy { $0["nanoseconds"]?.arrayValue?.count == 2 })
    }

    @Test func linesComeWholeInWhateverPieces() throws {
        let ends = try Pipe()
        var random = SplitMix64(seed: 3)
        let text = Array("one\n\ntwo and more\nthree\nunended".utf8)
        var reader = LineReader(ends.read)
        var lines: [String] = []
        var sent = 0
        while sent < text.count {
            let next = min(sent + 1 + Int(random.next() % 5), text.count)
            try writeAll(Array(text[sent..<next]), to: ends.write)
            sent = next
            #expect(try reader.fill())
            while let line = reader.take() { lines.append(String(decoding: line, as: UTF8.self)) }
        }
        ends.closeWriting()
        #expect(lines == ["one", "", "two and more", "three"])
        #expect(try reader.next() == Array("unended".utf8))
        #expect(try reader.next() == nil)
    }

    /// What a worker with the chain numbers → picky answers.
    private func converse(_ input: [UInt8]) throws -> [[UInt8]] {
        let (requests, answers) = (try Pipe(), try Pipe())
        let context = StageContext(pipeline: "p", inputDirectory: "/", outputDirectory: "/", run: "r")
        let chain = try Chain(source: NumberSource(), transforms: [PickyStage(dropEvery: 3, failEvery: 5)], context: context)
        let input = input
        let writer = Thread { try? writeAll(input, to: requests.write); requests.closeWriting() }
        let worker = Thread {
            try? WorkerLoop(chain, stages: ["numbers", "picky"], answers: AnswerWriter(answers.write)).run(LineReader(requests.read))
            answers.closeWriting()
        }
        defer { writer.join(); worker.join() }
        var reader = LineReader(answers.read)
        var lines: [[UInt8]] = []
        while let line = try reader.next() { lines.append(line) }
        return lines
    }
}
