import Dispatch
internal import Glibc
import StageKit

/// The two ends of a pipe, closed with it.
final class Pipe {
    let read: Int32
    let write: Int32
    private var isWritingClosed = false

    init() throws {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw SystemCallError() }
        (read, write) = (ends[0], ends[1])
    }

    func closeWriting() {
        if !isWritingClosed { close(write) }
        isWritingClosed = true
    }

    deinit {
        closeWriting()
        close(read)
    }
}

/// Work beside the test.
final class Thread {
    private let done = DispatchSemaphore(value: 0)

    init(_ work: @escaping () -> Void) {
        struct Box: @unchecked Sendable { let work: () -> Void }  // the test joins before it looks at what was shared
        let box = Box(work: work)
        DispatchQueue(label: "test").async { [done] in
            box.work()
            done.signal()
        }
    }

    func join() { done.wait() }
}
