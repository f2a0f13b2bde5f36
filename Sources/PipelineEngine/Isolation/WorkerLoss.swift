internal import Glibc
import PipelineConfig
import StageKit

/// How a worker process was lost.
enum WorkerLoss: Equatable {
    /// It took too long for an article, and was ended.
    case overdue
    /// It could not have the memory it wanted.
    case memoryRanOut
    case signal(Int32)
    case exit(Int32)
    /// What it said made no sense, and it was ended.
    case nonsense(String)

    /// - Parameter status: as `waitpid` tells it.
    init(status: Int32, mark: WorkMark) {
        let signal = status & 0x7F
        self = mark.hasMemoryRunOut ? .memoryRanOut : signal != 0 ? .signal(signal) : .exit(status >> 8 & 0xFF)
    }

    /// What it means for the article that the worker was in.
    func failure(_ limits: ArticleLimits) -> StageFailure {
        switch self {
        case .overdue:
            StageFailure("it took longer than limits.seconds (\(limits.seconds)) allows", advice: "raise it if the article is worth the time")
        case .memoryRanOut:
            StageFailure(
                "it needed more memory than limits.memory (\(limits.memory?.settingText ?? "none")) allows",
                advice: "raise it if the article is worth the memory")
        case .signal(SIGKILL): StageFailure("the worker process was killed (SIGKILL), perhaps because the machine ran out of memory", advice: "set limits.memory")
        case .signal(let number): StageFailure("the worker process crashed (\(WorkerLoss.name(ofSignal: number)))")
        case .exit(let code): StageFailure("the worker process ended with exit code \(code)")
        case .nonsense(let why): StageFailure("the worker process answered what makes no sense: \(why)")
        }
    }

    private static func name(ofSignal number: Int32) -> String {
        let names: [Int32: String] = [
            SIGSEGV: "SIGSEGV", SIGBUS: "SIGBUS", SIGILL: "SIGILL", SIGTRAP: "SIGTRAP", SIGABRT: "SIGABRT", SIGFPE: "SIGFPE",
            SIGTERM: "SIGTERM", SIGINT: "SIGINT", SIGXCPU: "SIGXCPU", SIGSYS: "SIGSYS",
        ]
        return names[number] ?? "signal \(number)"
    }
}
