import Dispatch
internal import CLinux
internal import Glibc
import StageKit
import Synchronization

/// A worker process as the run sees it: it is sent records, and answers them in order.
///
/// Used by one thread at a time, but for ``kill()``.
/// `@unchecked Sendable`: what other threads reach (the process id, the sending queue's work) is locked or a constant.
final class WorkerProcess: @unchecked Sendable {
    enum Event {
        case line([UInt8])
        /// It is in one article for longer than is allowed.
        case overdue
        /// It says no more.
        case ended
    }

    /// Nil once the process was waited for: its id may be another's then.
    private let process: Mutex<pid_t?>
    private let input: Int32
    private var reader: LineReader
    private let sending = DispatchQueue(label: "copydesk.send")
    let mark: WorkMark
    /// How many records it has answered.
    var answered = 0

    /// Room for a batch in each pipe, so that neither side waits for the other at every record; more is not to be had
    /// without privileges.
    private static let pipeSize: Int32 = 1 << 20

    init(_ launch: WorkerLaunch) throws(SystemCallError) {
        var open: [Int32] = []
        defer { for descriptor in open { close(descriptor) } }
        func keep(_ descriptor: Int32) throws(SystemCallError) -> Int32 {
            // Above those that the child gets, so that putting one into place never overwrites another.
            guard descriptor >= 0 else { throw SystemCallError() }
            defer { close(descriptor) }
            let moved = fcntl(descriptor, F_DUPFD_CLOEXEC, 10)
            guard moved >= 0 else { throw SystemCallError() }
            open.append(moved)
            return moved
        }
        func pipe() throws(SystemCallError) -> (read: Int32, write: Int32) {
            var ends: [Int32] = [-1, -1]
            guard pipe2(&ends, O_CLOEXEC) == 0 else { throw SystemCallError() }
            copydesk_set_pipe_size(ends[0], WorkerProcess.pipeSize)
            return (try keep(ends[0]), try keep(ends[1]))
        }
        let requests = try pipe()
        let answers = try pipe()
        let shared = try keep(copydesk_memory_file("copydesk-mark"))
        mark = try WorkMark(sharing: shared)
        let started = try Spawner.shared.start(
            Spawner.Order(
                path: launch.path, arguments: launch.arguments, environment: launch.environment,
                descriptors: (requests.read, answers.write, shared)))
        process = Mutex(started)
        input = requests.write
        reader = LineReader(answers.read)
        open.removeAll { $0 == requests.write || $0 == answers.read }
    }

    deinit {
        close(input)
        close(reader.descriptor)
    }

    /// Sends lines, in order, while this thread goes on.
    func send(_ lines: @escaping @Sendable (_ send: ([UInt8]) -> Bool) -> Void) {
        sending.async { [self] in
            // A process that is gone gets no more lines; that it is gone, the reader of its answers finds out.
            lines { (try? writeAll($0, to: input)) != nil }
        }
    }

    /// Waits for the next line.
    /// - Parameter seconds: how long it may be in one article; how long it may take at all where it is in none, if `isStarting`.
    func next(within seconds: Int, isStarting: Bool = false) -> Event {
        let began = Clock.monotonic
        while true {
            if let line = reader.take() { return .line(line) }
            var polled = pollfd(fd: reader.descriptor, events: Int16(POLLIN), revents: 0)
            let ready = poll(&polled, 1, 200)
            if ready > 0 {
                guard (try? reader.fill()) == true else { return .ended }
            } else if let since = mark.place?.began ?? (isStarting ? began : nil) {
                let now = Clock.monotonic
                if now > since, (now - since) / 1_000_000_000 >= UInt64(seconds) { return .overdue }
            }
        }
    }

    /// Ends the process at once. Called from any thread.
    func kill() {
        process.withLock { process in
            if let process { _ = Glibc.kill(process, SIGKILL) }
        }
    }

    /// Waits for the process, which has ended or was killed, and for what was being sent to it.
    /// - Returns: how it ended, as `waitpid` tells it.
    func reap() -> Int32 {
        sending.sync {}
        guard let id = process.withLock({ $0 }) else { return 0 }
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR {}
        process.withLock { $0 = nil }
        return status
    }

    /// Lets the process end by itself, and makes it when it does not.
    func end() {
        sending.sync {}
        shutdownInput()
        // It has nothing left to do, so that this is long.
        for _ in 0..<200 {
            var polled = pollfd(fd: reader.descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&polled, 1, 10) > 0 else { continue }
            guard (try? reader.fill()) == true else { break }
        }
        kill()
        _ = reap()
    }

    private func shutdownInput() {
        // Another descriptor takes the number over, so that it is no one else's before it is closed for good.
        let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
        guard nowhere >= 0 else { return }
        dup3(nowhere, input, O_CLOEXEC)
        close(nowhere)
    }
}
