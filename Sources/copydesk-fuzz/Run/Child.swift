import Glibc
import StageKit

/// This very program, started again with other arguments.
final class Child {
    /// What a child may take of the machine's memory, in bytes: an input that makes a parser ask for more ends in a crash.
    private static let mostMemory: rlim_t = 4 << 30

    private let arguments: [String]
    private var process: pid_t = 0

    init(arguments: [String]) {
        self.arguments = arguments
    }

    func start() throws {
        let program = "/proc/self/exe"
        var pointers: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
        defer { for pointer in pointers { free(pointer) } }
        pointers.append(nil)
        let status = posix_spawn(&process, program, nil, nil, pointers, environ)
        guard status == 0 else { throw SystemCallError(number: status) }
    }

    /// To be called by the child itself.
    static func limitMemory() {
        var limit = rlimit(rlim_cur: mostMemory, rlim_max: mostMemory)
        setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    }

    /// What `wait` says of the child's end; nil while it runs.
    func poll() -> Int32? {
        var status: Int32 = 0
        return waitpid(process, &status, WNOHANG) == process ? status : nil
    }

    func kill() {
        Glibc.kill(process, SIGKILL)
        var status: Int32 = 0
        waitpid(process, &status, 0)
    }
}
