extension CronJob {
    /// Longer commands are refused by cron as Debian ships it (MAX_COMMAND of its cron.h).
    private static let mostCommand = 998

    private static let exitCodes = """
        # Exit codes: 0 done; 1 failed; 3 done, some articles in quarantine; 4 too many errors; 5 no input; 11 another run is
        # going on; 64 wrong command line; 75 stopped at the deadline, the next run goes on; 78 invalid pipeline file;
        # 130 and 143 stopped by a signal.
        """

    /// For `crontab -e`: comments and one line.
    public var crontab: String {
        let command = CommandQuoting.crontab(command)
        let tooLong =
            command.utf8.count > CronJob.mostCommand
            ? "\n# The command has more than \(CronJob.mostCommand) characters: some crons refuse it. Put it into a script and call that.\n" : "\n"
        return """
            # copydesk: pipeline \(pipeline), \(schedule.words). Goes into the list that `crontab -e` opens.
            # cron mails whatever a run prints: \(isQuietWords). It looks at no exit code.
            # To whom (needs a working mail command; without the line: to the crontab's owner):
            #MAILTO=newsroom@example.org
            \(CronJob.exitCodes)\(tooLong)\(schedule.crontabFields) \(command)

            """
    }

    private var isQuietWords: String {
        isQuiet ? "with --quiet only what is wrong, articles in quarantine included" : "without --quiet every run's summary"
    }

    /// The systemd service, `copydesk-PIPELINE.service`.
    public var service: String {
        """
        # /etc/systemd/system/\(unit).service
        [Unit]
        Description=copydesk pipeline \(pipeline)
        # What to start when a run fails, e.g. a service of yours that mails `journalctl -u \(unit)`:
        #OnFailure=tell-newsroom.service

        [Service]
        Type=oneshot
        User=\(user)
        ExecStart=\(CommandQuoting.systemd(command))
        \(CronJob.exitCodes)
        # Every code but 0 counts as a failure, so that OnFailure= tells of it. With this line a run with articles in
        # quarantine and one that the deadline stopped count as done; then look at `copydesk status` or the metrics:
        #SuccessExitStatus=3 75
        # SIGTERM ends a run safely, within seconds; the next one goes on.
        TimeoutStopSec=90

        """
    }

    /// The systemd timer, `copydesk-PIPELINE.timer`.
    public var timer: String {
        """
        # /etc/systemd/system/\(unit).timer
        # Afterwards: systemctl daemon-reload && systemctl enable --now \(unit).timer
        [Unit]
        Description=copydesk pipeline \(pipeline), \(schedule.words)

        [Timer]
        OnCalendar=\(schedule.calendar)
        # A run that was missed while the machine was off is made up for.
        Persistent=true

        [Install]
        WantedBy=timers.target

        """
    }
}
