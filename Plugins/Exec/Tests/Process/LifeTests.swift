import Dispatch
import Foundation
import Glibc
import StageKit
import Synchronization
import Testing

@testable import ExecStage

/// How programs live and end: as many as may, and never longer than we do.
@Suite struct LifeTests {
    private static let echoesItsNumber = "put({'n': n, 'article': {'extensions': {'seen': os.getpid()}}})"

    private func isAlive(_ id: pid_t) -> Bool { kill(id, 0) == 0 }

    /// Waits, for a process may take a moment to be gone.
    private func ends(_ id: pid_t) -> Bool {
        for _ in 0..<1500 where isAlive(id) { usleep(10_000) }
        return !isAlive(id)
    }

    @Test func workersShareNoMoreCopiesThanMayRun() throws {
        let program = try TestProgram(python: "time.sleep(0.001)\n\(LifeTests.echoesItsNumber)")
        let stage = try program.stage { $0.processes = 2 }
        let context = StageContext(pipeline: "test", inputDirectory: "/", outputDirectory: "/", run: "1")
        // Threads of their own, for a worker that waits for a copy blocks.
        let ids = withExtendedLifetime(program) {
            let found = Mutex<Set<String>>([])
            let group = DispatchGroup()
            for number in 0..<6 {
                DispatchQueue(label: "test.\(number)").async(group: group) {
                    var worker = try? stage.makeWorker(context)
                    let outcomes = (0..<20).map { _ in worker?.outcome("x") ?? "no worker" }
                    found.withLock { $0.formUnion(outcomes) }
                }
            }
            group.wait()
            return found.withLock { $0 }
        }
        #expect(ids.count == 2 && ids.allSatisfy { Int($0) != nil }, "\(ids)")
    }

    @Test func itEndsWhenItsInputDoes() throws {
        let program = try TestProgram(python: LifeTests.echoesItsNumber)
        try program.write("stage.py", program.read("stage.py") + "\nopen('end', 'w').write('in order')\n")
        var id: pid_t?
        do {
            var worker = try program.worker()
            id = pid_t(worker.outcome("x"))
            #expect(id.map(isAlive) == true)
        }
        #expect(id.map(isAlive) == false)
        #expect(program.read("end") == "in order")
    }

    @Test func oneThatDoesNotEndIsKilledWithAllThatItStarted() throws {
        let program = try TestProgram(
            python: LifeTests.echoesItsNumber, begin: "child = subprocess.Popen(['sleep', '1000']); open('child', 'w').write(str(child.pid))")
        try program.write("stage.py", program.read("stage.py") + "\ntime.sleep(1000)\n")
        do {
            var worker = try program.worker()
            _ = worker.outcome("x")
        }
        #expect(pid_t(program.read("child")).map(ends) == true)
        #expect(program.log.all.last == "exec test: the program did not end within 5 seconds after its input had, and was killed")
    }

    @Test func theGuardianEndsWhatOutlivesUs() throws {
        // What happens to the guardian when we are gone, however we ended: its input ends.
        var guardian = Guardian()
        let hanging = try Spawn.start("/bin/sleep", ["sleep", "1000"], in: nil, .init())
        let other = try Spawn.start("/bin/sleep", ["sleep", "1000"], in: nil, .init())
        defer { for id in [hanging, other] { kill(id, SIGKILL); var status: Int32 = 0; waitpid(id, &status, 0) } }
        guardian?.started(hanging)
        guardian?.started(other)
        guardian?.ended(other)
        guardian = nil
        var status: Int32 = 0
        var ended: pid_t = 0
        for _ in 0..<1500 where ended == 0 {
            ended = waitpid(hanging, &status, WNOHANG)
            usleep(10_000)
        }
        #expect(ended == hanging)
        #expect(ExitStatus(waitStatus: status) == .killed(signal: SIGKILL))
        #expect(waitpid(other, &status, WNOHANG) == 0)
    }

    @Test func largeArticlesGoBothWaysAtOnce() throws {
        // The program answers as it reads: whoever writes all before it reads would wait for ever.
        let program = try TestProgram(python: "put({'n': n, 'article': {'extensions': {'seen': text}}})")
        var worker = try program.worker()
        let text = String(repeating: "0123456789", count: 100_000)
        #expect(worker.outcome(text) == "\"\(text)\"")
    }
}
