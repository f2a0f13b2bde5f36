/// How a run ended, as the process's exit code. Documented in README; scripts and cron jobs rely on it.
public struct ExitCode: RawRepresentable, Sendable, Hashable {
    public let rawValue: Int32

    public init(rawValue: Int32) {
        self.rawValue = rawValue
    }

    /// All done, also when there was nothing new.
    public static let done = ExitCode(rawValue: 0)
    /// The run failed; its message says what to do.
    public static let failed = ExitCode(rawValue: 1)
    /// Done, some articles in quarantine.
    public static let doneWithQuarantine = ExitCode(rawValue: 3)
    /// Stopped: more errors than `errors.most` allows.
    public static let tooManyErrors = ExitCode(rawValue: 4)
    /// No input matched, where it is required.
    public static let noInput = ExitCode(rawValue: 5)
    /// Another run of this pipeline holds the lock.
    public static let locked = ExitCode(rawValue: 11)
    /// Wrong command line.
    public static let usage = ExitCode(rawValue: 64)
    /// Stopped at the time that `--deadline` gave; the next run goes on from there (EX_TEMPFAIL of sysexits.h).
    public static let deadlineReached = ExitCode(rawValue: 75)
    /// The pipeline file is invalid; nothing was touched.
    public static let invalidPipeline = ExitCode(rawValue: 78)

    /// Stopped, safely, by a signal: 130 for SIGINT, 143 for SIGTERM.
    public static func signal(_ number: Int32) -> ExitCode {
        ExitCode(rawValue: 128 + number)
    }
}
