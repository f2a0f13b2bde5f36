public import StageKit

/// When a scheduled run begins, as cron and systemd can both say it.
public enum CronSchedule: Sendable, Hashable {
    /// Every day at this time of the machine's clock.
    case daily(hour: Int, minute: Int)
    /// So many minutes apart, counted within the hour.
    case minutes(Int)
    /// So many hours apart, counted within the day.
    case hours(Int)

    /// Parses `03:30`.
    ///
    /// - Throws: ``StageFailure`` that says what is wrong with it.
    public init(at text: String) throws(StageFailure) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let hour = CronSchedule.number(parts[0]), let minute = CronSchedule.number(parts[1]), hour < 24, minute < 60
        else { throw StageFailure("'\(text.printable)' is no time of day", advice: "write it as 03:30 or 17:05") }
        self = .daily(hour: hour, minute: minute)
    }

    private static func number(_ text: Substring) -> Int? {
        (1...2).contains(text.utf8.count) && text.utf8.allSatisfy { $0 &- 0x30 < 10 } ? Int(text) : nil
    }

    /// Takes `15m`, `2h` or `1d`.
    ///
    /// - Throws: ``StageFailure`` where cron cannot keep that distance: it counts minutes within an hour and hours within a
    ///   day, so that only what divides those comes round evenly.
    public init(every span: TimeSpan) throws(StageFailure) {
        let minutes = span.seconds / 60
        switch minutes {
        case 1440: self = .daily(hour: 0, minute: 0)
        case 1..<60 where minutes == minutes.rounded() && 60 % Int(minutes) == 0: self = .minutes(Int(minutes))
        case 60..<1440 where (minutes / 60).rounded() == minutes / 60 && 24 % Int(minutes / 60) == 0: self = .hours(Int(minutes / 60))
        default:
            throw StageFailure(
                "cron cannot run something every \(span.settingText)",
                advice: "it can every 1, 2, 3, 4, 5, 6, 10, 12, 15, 20 or 30 minutes (15m), 1, 2, 3, 4, 6, 8 or 12 hours (2h), or every day (1d)")
        }
    }

    /// From one run's beginning to the next one's.
    public var slot: TimeSpan {
        switch self {
        case .daily: TimeSpan(seconds: 86_400)
        case .minutes(let count): TimeSpan(seconds: Double(count) * 60)
        case .hours(let count): TimeSpan(seconds: Double(count) * 3600)
        }
    }

    /// The first five fields of a crontab's line.
    public var crontabFields: String {
        switch self {
        case .daily(let hour, let minute): "\(minute) \(hour) * * *"
        case .minutes(1): "* * * * *"
        case .minutes(let count): "*/\(count) * * * *"
        case .hours(1): "0 * * * *"
        case .hours(let count): "0 */\(count) * * *"
        }
    }

    /// What systemd's `OnCalendar=` takes.
    public var calendar: String {
        switch self {
        case .daily(let hour, let minute): "*-*-* \(CronSchedule.twoDigits(hour)):\(CronSchedule.twoDigits(minute)):00"
        case .minutes(let count): "*-*-* *:00/\(count):00"
        case .hours(let count): "*-*-* 00/\(count):00:00"
        }
    }

    /// For people.
    public var words: String {
        switch self {
        case .daily(let hour, let minute): "every day at \(CronSchedule.twoDigits(hour)):\(CronSchedule.twoDigits(minute))"
        case .minutes(1): "every minute"
        case .minutes(let count): "every \(count) minutes"
        case .hours(1): "every hour"
        case .hours(let count): "every \(count) hours"
        }
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
