internal import CLinux
internal import Glibc
import Dispatch
import StageKit
import Synchronization

/// Starts child processes, all of them from one thread that ends with this process: a child that asked to die with its
/// parent dies, on Linux, with the thread that started it, and Dispatch ends its threads when they idle.
///
/// Safe to use from any thread.
final class Spawner: Sendable {
    static let shared = Spawner()

    /// A program to start. Descriptors not named here are closed in the child, but for standard error.
    struct Order: Sendable {
        var path: String
        /// With the program's own name first.
        var arguments: [String]
        var environment: [String: String]
        /// What becomes standard input, standard output, and descriptor 3.
        var descriptors: (input: Int32, output: Int32, shared: Int32)
    }

    private final class Job: Sendable {
        let order: Order
        let result = Mutex<Result<pid_t, SystemCallError>?>(nil)
        let done = DispatchSemaphore(value: 0)

        init(_ order: Order) {
            self.order = order
        }
    }

    private let jobs = Mutex<[Job]>([])
    private let wake = DispatchSemaphore(value: 0)

    private init() {
        // A worker that dies while it is written to must not take the run along.
        signal(SIGPIPE, SIG_IGN)
        // Where whoever started this process ignores the end of children, there is no finding out how they ended.
        signal(SIGCHLD, SIG_DFL)
        var thread = pthread_t()
        let spawner = Unmanaged.passRetained(self).toOpaque()
        pthread_create(&thread, nil, { spawner in
            guard let spawner else { return nil }
            Unmanaged<Spawner>.fromOpaque(spawner).takeUnretainedValue().work()
        }, spawner)
    }

    /// Starts a program.
    /// - Returns: its process id.
    func start(_ order: Order) throws(SystemCallError) -> pid_t {
        let job = Job(order)
        jobs.withLock { $0.append(job) }
        wake.signal()
        job.done.wait()
        let result = job.result.withLock { $0 }
        return try (result ?? .failure(SystemCallError(number: EAGAIN))).get()
    }

    private func work() -> Never {
        while true {
            wake.wait()
            guard let job = jobs.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) else { continue }
            let result = Spawner.spawn(job.order)
            job.result.withLock { $0 = result }
            job.done.signal()
        }
    }

    private static func spawn(_ order: Order) -> Result<pid_t, SystemCallError> {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, order.descriptors.input, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, order.descriptors.output, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, order.descriptors.shared, 3)
        posix_spawn_file_actions_addclosefrom_np(&actions, 4)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var noSignals = sigset_t()
        sigemptyset(&noSignals)
        posix_spawnattr_setsigmask(&attributes, &noSignals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

        var arguments: [UnsafeMutablePointer<CChar>?] = order.arguments.map { strdup($0) } + [nil]
        var environment: [UnsafeMutablePointer<CChar>?] = order.environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for text in arguments + environment { free(text) } }
        var process = pid_t()
        let error = posix_spawn(&process, order.path, &actions, &attributes, &arguments, &environment)
        return error == 0 ? .success(process) : .failure(SystemCallError(number: error))
    }
}
