internal import Glibc
import StageKit

/// A running program whose standard streams are pipes to us.
///
/// `@unchecked Sendable`: one thread at a time has it, from ``ProcessPool/lease()`` until it gives it back.
final class ChildProcess: @unchecked Sendable {
    /// How much is read at once, in bytes: a pipe's capacity.
    private static let chunk = 65_536
    /// How long a program that closed a stream may take to be seen to end.
    private static let endingGrace = 1.0

    let id: pid_t
    private let guardian: Guardian?
    private let streams: Descriptors
    private var output: LineCollector
    private var errors = LineCollector(longest: ProgramLog.longestLine)
    private var skipsErrorLine = false
    private var status: ExitStatus?
    /// How many articles it has answered.
    var answered = 0
    /// Gets the lines of its standard error.
    var log: ([UInt8]) -> Void = { _ in }

    private final class Descriptors {
        var input: Int32
        var output: Int32
        var errors: Int32

        init(input: Int32, output: Int32, errors: Int32) {
            (self.input, self.output, self.errors) = (input, output, errors)
            for descriptor in [input, output, errors] { Pipe.makeNonBlocking(descriptor) }
        }

        func close(_ stream: ReferenceWritableKeyPath<Descriptors, Int32>) {
            guard self[keyPath: stream] >= 0 else { return }
            Glibc.close(self[keyPath: stream])
            // poll passes over a negative descriptor.
            self[keyPath: stream] = -1
        }
    }

    /// - Parameter longestLine: in bytes, of its standard output.
    init(_ program: ProgramFile, longestLine: Int, guardian: Guardian?) throws(SystemCallError) {
        let input = try Pipe()
        let output = try Pipe()
        let errors = try Pipe()
        defer { for end in [input.readEnd, output.writeEnd, errors.writeEnd] { close(end) } }
        streams = Descriptors(input: input.writeEnd, output: output.readEnd, errors: errors.readEnd)
        self.output = LineCollector(longest: longestLine)
        self.guardian = guardian
        do throws(SystemCallError) {
            id = try Spawn.start(
                program.path, program.command, in: program.directory,
                .init(input: input.readEnd, output: output.writeEnd, errors: errors.writeEnd))
        } catch {
            for end in [input.writeEnd, output.readEnd, errors.readEnd] { close(end) }
            throw error
        }
        guardian?.started(id)
    }

    deinit {
        kill()
    }

    /// What makes it of no use for the next article; nil where it waits for that.
    func faultBetweenArticles() -> ProgramFault? {
        guard output.isEmpty else { return .wroteUnasked }
        var watched = pollfd(fd: streams.output, events: Int16(POLLIN), revents: 0)
        guard poll(&watched, 1, 0) != 0 else { return nil }
        let isOpen = read(\.output) { output.append($0) }
        guard output.isEmpty else { return .wroteUnasked }
        return isOpen ? nil : endedOr(.closedOutput)
    }

    /// Sends bytes and waits for as many lines as answer.
    ///
    /// - Parameter deadline: by ``MonotonicClock``, in seconds.
    /// - Throws: ``ProgramFault``; the process is of no use then. Nil where the deadline passed.
    func exchange(_ bytes: [UInt8], lines wanted: Int = 1, until deadline: Double) throws(ProgramFault) -> [[UInt8]]? {
        var sent = 0
        var lines: [[UInt8]] = []
        var isAtEnd = false
        while true {
            sent += try send(bytes, from: sent)
            while sent == bytes.count, lines.count < wanted, let line = output.next() {
                // One that came whole, too: what is allowed must not depend on how it was cut on its way.
                guard line.count <= output.longest else { throw .answerTooLong(bytes: output.longest) }
                lines.append(line)
            }
            if sent == bytes.count, lines.count == wanted {
                // What it said on standard error before it answered belongs to this article.
                readErrors()
                return lines
            }
            guard !output.isTooLong else { throw .answerTooLong(bytes: output.longest) }
            guard !isAtEnd else { throw endedOr(.closedOutput) }
            let wait = deadline - MonotonicClock.seconds
            guard wait > 0 else { return nil }
            // Whatever it started may hold its streams open after it has ended: that is looked for once a second.
            if !watch(writes: sent < bytes.count, for: min(wait, 1)), reap() { throw endedOr(.closedOutput) }
            readErrors()
            isAtEnd = !read(\.output) { output.append($0) }
        }
    }

    private func send(_ bytes: [UInt8], from start: Int) throws(ProgramFault) -> Int {
        var sent = start
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { Pipe.write(UnsafeRawBufferPointer(rebasing: $0[sent...]), to: streams.input) }
            if count >= 0 {
                sent += count
            } else if errno == EAGAIN {
                break
            } else if errno != EINTR {
                throw endedOr(.closedInput)
            }
        }
        return sent - start
    }

    /// Waits until a stream is ready; whether one is.
    @discardableResult
    private func watch(writes: Bool, for seconds: Double) -> Bool {
        var watched = [
            pollfd(fd: streams.output, events: Int16(POLLIN), revents: 0), pollfd(fd: streams.errors, events: Int16(POLLIN), revents: 0),
            pollfd(fd: writes ? streams.input : -1, events: Int16(POLLOUT), revents: 0),
        ]
        // Rounded up: a wait of no time would spin until the deadline.
        return poll(&watched, nfds_t(watched.count), Int32(min(seconds * 1000 + 1, 1e9))) != 0
    }

    private func readErrors() {
        let isOpen = read(\.errors) { bytes in
            errors.append(bytes)
            while let line = errors.next() { tell(line) }
            // The rest of an endless line is dropped, the beginning told.
            guard errors.isTooLong, let line = errors.rest() else { return }
            tell(line)
            skipsErrorLine = true
        }
        guard !isOpen else { return }
        if let line = errors.rest() { tell(line) }
        streams.close(\.errors)
    }

    private func tell(_ line: [UInt8]) {
        defer { skipsErrorLine = false }
        if !skipsErrorLine { log(line) }
    }

    /// Reads what is there once. False at the end of the stream.
    private func read(_ stream: KeyPath<Descriptors, Int32>, _ take: (UnsafeRawBufferPointer) -> Void) -> Bool {
        let descriptor = streams[keyPath: stream]
        guard descriptor >= 0 else { return false }
        return withUnsafeTemporaryAllocation(byteCount: ChildProcess.chunk, alignment: 1) { buffer in
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count > 0 { take(UnsafeRawBufferPointer(rebasing: buffer[..<count])) }
            return count > 0 || count < 0 && (errno == EAGAIN || errno == EINTR)
        }
    }

    /// The fault of a process that closed a stream: that it ended, where it did.
    private func endedOr(_ fault: ProgramFault) -> ProgramFault {
        let deadline = MonotonicClock.seconds + ChildProcess.endingGrace
        while !reap(), MonotonicClock.seconds < deadline { usleep(2000) }
        drainErrors()
        return status.map { .ended($0) } ?? fault
    }

    /// Takes its exit status when it has ended; whether it has.
    private func reap() -> Bool {
        guard status == nil else { return true }
        var information = siginfo_t()
        // Left unreaped for a moment, so that its number stands for its group and nothing else while that is ended.
        guard waitid(P_PID, id_t(id), &information, WEXITED | WNOHANG | WNOWAIT) == 0, information.si_signo == SIGCHLD else { return false }
        Glibc.kill(-id, SIGKILL)
        var code: Int32 = 0
        while waitpid(id, &code, 0) < 0, errno == EINTR {}
        status = ExitStatus(waitStatus: code)
        guardian?.ended(id)
        return true
    }

    private func drainErrors() {
        // At most a pipe's capacity waits; a stream that others keep writing to is not followed for ever.
        for _ in 0..<16 where streams.errors >= 0 { readErrors() }
    }

    /// Tells it that no more articles come. It is expected to end.
    func closeInput() {
        streams.close(\.input)
    }

    /// Waits for its end, after ``closeInput()``.
    ///
    /// - Returns: how it ended, and whether it wrote lines on the way; nil where it did not end in time and was killed.
    @discardableResult
    func finish(until deadline: Double) -> (status: ExitStatus, strayBytes: Bool)? {
        var stray = !output.isEmpty
        while !reap() {
            let wait = deadline - MonotonicClock.seconds
            guard wait > 0 else {
                kill()
                return nil
            }
            // A program may end long after it closed its streams, which poll would not tell.
            watch(writes: false, for: min(wait, streams.output >= 0 ? 0.05 : 0.005))
            readErrors()
            if !read(\.output, { stray = stray || !$0.isEmpty }) { streams.close(\.output) }
        }
        while streams.output >= 0 {
            var found = false
            let isOpen = read(\.output) { found = !$0.isEmpty }
            stray = stray || found
            if !isOpen || !found { streams.close(\.output) }
        }
        drainErrors()
        return status.map { ($0, stray) }
    }

    /// Ends it, and all that it started, at once.
    func kill() {
        if status == nil {
            Glibc.kill(-id, SIGKILL)
            var code: Int32 = 0
            while waitpid(id, &code, 0) < 0, errno == EINTR {}
            status = ExitStatus(waitStatus: code)
            guardian?.ended(id)
            drainErrors()
        }
        for stream in [\Descriptors.input, \.output, \.errors] { streams.close(stream) }
    }
}
