internal import CLinux
internal import Glibc
import StageKit

/// A pipe's two ends, closed in any program that is started later.
struct Pipe {
    var readEnd: Int32
    var writeEnd: Int32

    init() throws(SystemCallError) {
        var ends: [Int32] = [-1, -1]
        guard pipe2(&ends, O_CLOEXEC) == 0 else { throw SystemCallError() }
        readEnd = Pipe.aboveStandard(ends[0])
        writeEnd = Pipe.aboveStandard(ends[1])
    }

    /// Where our own standard streams are closed, a pipe may get their numbers, which a new program's streams are put on.
    private static func aboveStandard(_ descriptor: Int32) -> Int32 {
        guard descriptor <= STDERR_FILENO else { return descriptor }
        let moved = fcntl(descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1)
        close(descriptor)
        return moved
    }

    static func makeNonBlocking(_ descriptor: Int32) {
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    }

    /// Writes what fits, without the signal that ends a process whose reader is gone.
    ///
    /// - Returns: how many bytes were written; -1 with `errno` set.
    static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int {
        var pipeSignal = sigset_t()
        var before = sigset_t()
        sigemptyset(&pipeSignal)
        sigaddset(&pipeSignal, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &pipeSignal, &before)
        let count = Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        let error = errno
        if count < 0, error == EPIPE {
            // The signal waits for this thread; taken here, it is gone when the mask is put back.
            var now = timespec()
            sigtimedwait(&pipeSignal, nil, &now)
        }
        pthread_sigmask(SIG_SETMASK, &before, nil)
        errno = error
        return count
    }
}
