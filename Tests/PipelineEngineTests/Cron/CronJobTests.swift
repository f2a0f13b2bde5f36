import PipelineEngine
import StageKit
import Testing

@Suite struct CronJobTests {
    private func job(
        every: String = "1d", file: String = "/srv/news/nightly.yaml", out: String = "/srv/news", wait: String? = nil, deadline: String? = nil
    ) throws -> CronJob {
        try CronJob(
            pipeline: "nightly", schedule: CronSchedule(every: #require(TimeSpan(every))), program: "/usr/local/bin/copydesk", file: file,
            outputDirectory: out, stateDirectory: "/home/press/.local/state/copydesk/nightly", metricsFile: nil, wait: wait.flatMap { TimeSpan($0) },
            deadline: deadline.flatMap { TimeSpan($0) }, isQuiet: true, user: "press")
    }

    @Test(arguments: [
        ("1m", nil, "54s"), ("5m", nil, "270s"), ("10m", nil, "540s"), ("15m", nil, "13m"), ("1h", nil, "54m"), ("2h", nil, "108m"), ("12h", nil, "11h"),
        ("1d", nil, "23h"), ("1h", "10m", "44m"), ("1h", "58m", "60s"),
    ] as [(String, String?, String)])
    func theDeadlineLeavesTimeUntilTheNextRun(every: String, wait: String?, deadline: String) throws {
        let job = try job(every: every, wait: wait)
        let expected = try #require(TimeSpan(deadline))
        #expect(job.deadline == expected)
        #expect(job.deadline.seconds + (job.wait?.seconds ?? 0) < job.schedule.slot.seconds)
    }

    @Test(arguments: [(nil, "15m"), (nil, "1d"), ("15m", nil), ("10m", "5m"), ("20m", "1m")] as [(String?, String?)])
    func whatDoesNotFitBetweenTwoRunsIsRefused(wait: String?, deadline: String?) {
        #expect(throws: StageFailure.self) { try job(every: "15m", wait: wait, deadline: deadline) }
    }

    @Test func theCrontabIsCommentsAndOneLine() throws {
        let lines = try job().crontab.split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(lines == [
            "0 0 * * * /usr/local/bin/copydesk run /srv/news/nightly.yaml --out /srv/news --state /home/press/.local/state/copydesk/nightly --deadline 23h --quiet",
        ])
    }

    @Test func aPercentSignIsEscapedForEach() throws {
        let job = try job(out: "/srv/100% news")
        #expect(job.crontab.contains("--out '/srv/100\\% news'"))
        #expect(job.service.contains("--out \"/srv/100%% news\""))
    }

    @Test func aLineTooLongForSomeCronsSaysSo() throws {
        #expect(try !job().crontab.contains("some crons refuse"))
        #expect(try job(out: "/" + String(repeating: "long/", count: 200)).crontab.contains("some crons refuse"))
    }

    @Test func theUnitsNameUserScheduleAndEveryExitCode() throws {
        let job = try job(every: "15m")
        #expect(job.service.contains("\nUser=press\n"))
        #expect(job.timer.contains("\nOnCalendar=*-*-* *:00/15:00\n"))
        for code in ["0", "1", "3", "4", "5", "11", "64", "75", "78", "130", "143"] {
            for text in [job.service, job.crontab] { #expect(text.contains(" \(code) "), "exit code \(code)") }
        }
    }

    @Test func aLineFeedInAPathIsRefused() {
        #expect(throws: StageFailure.self) { try job(file: "/srv/a\n* * * * * touch owned") }
    }
}
