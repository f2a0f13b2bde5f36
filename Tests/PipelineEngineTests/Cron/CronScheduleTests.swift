import PipelineEngine
import StageKit
import Testing

@Suite struct CronScheduleTests {
    @Test(arguments: [
        ("1m", "* * * * *", "*-*-* *:00/1:00"), ("15m", "*/15 * * * *", "*-*-* *:00/15:00"), ("60m", "0 * * * *", "*-*-* 00/1:00:00"),
        ("1h", "0 * * * *", "*-*-* 00/1:00:00"), ("2h", "0 */2 * * *", "*-*-* 00/2:00:00"), ("1d", "0 0 * * *", "*-*-* 00:00:00"),
        ("24h", "0 0 * * *", "*-*-* 00:00:00"), ("3600s", "0 * * * *", "*-*-* 00/1:00:00"),
    ])
    func aDistanceBecomesFieldsAndCalendar(text: String, fields: String, calendar: String) throws {
        let schedule = try CronSchedule(every: #require(TimeSpan(text)))
        #expect(schedule.crontabFields == fields)
        #expect(schedule.calendar == calendar)
    }

    @Test(arguments: ["30s", "7m", "45m", "90m", "5h", "25h", "2d", "0m", "1.5h", "90s", "1ms"])
    func aDistanceThatCronCannotKeepIsRefused(text: String) throws {
        let span = try #require(TimeSpan(text))
        #expect(throws: StageFailure.self) { try CronSchedule(every: span) }
    }

    @Test(arguments: [("03:30", "30 3 * * *", "*-*-* 03:30:00"), ("0:00", "0 0 * * *", "*-*-* 00:00:00"), ("23:59", "59 23 * * *", "*-*-* 23:59:00")])
    func aTimeOfDayBecomesFieldsAndCalendar(text: String, fields: String, calendar: String) throws {
        let schedule = try CronSchedule(at: text)
        #expect(schedule.crontabFields == fields)
        #expect(schedule.calendar == calendar)
    }

    @Test(arguments: ["", "3", "24:00", "12:60", "3:30pm", "-1:30", "+3:30", "03:30:00", "3 :30", ":", "003:30", "٣:30"])
    func whatIsNoTimeOfDayIsRefused(text: String) {
        #expect(throws: StageFailure.self) { try CronSchedule(at: text) }
    }
}
