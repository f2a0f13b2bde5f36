extension RunReport {
    /// The report in Prometheus' text format, for the node exporter's textfile collector.
    ///
    /// Source: https://prometheus.io/docs/instrumenting/exposition_formats/
    public var metrics: String {
        var text = ""
        func family(_ name: String, _ help: String, _ samples: [(labels: String, value: String)]) {
            text += "# HELP copydesk_\(name) \(help)\n# TYPE copydesk_\(name) gauge\n"
            for sample in samples {
                let labels = sample.labels.isEmpty ? "" : ",\(sample.labels)"
                text += "copydesk_\(name){pipeline=\"\(pipeline)\"\(labels)} \(sample.value)\n"
            }
        }
        family("last_run_exit_code", "Exit code of the last run.", [("", "\(exit.rawValue)")])
        family("last_run_end_timestamp_seconds", "When the last run ended, seconds since 1970.", [("", "\(Clock.seconds)")])
        family("last_run_duration_seconds", "How long the last run took.", [("", "\(seconds)")])
        family(
            "last_run_articles", "Articles of the last run, by what became of them.",
            [("result=\"written\"", "\(written)"), ("result=\"dropped\"", "\(dropped)"), ("result=\"failed\"", "\(failed)")])
        family("quarantined_articles", "Articles that wait in quarantine.", [("", "\(waitingInQuarantine)")])
        family("last_run_stage_seconds", "Time spent in each stage by all workers.",
            stages.map { ("stage=\"\($0.name)\"", "\($0.seconds)") })
        let counts = stages.flatMap { stage in
            stage.counts.map { ("stage=\"\(stage.name)\",counter=\"\($0.counter.name)\"", $0.text) }
        }
        if !counts.isEmpty { family("last_run_stage_count", "What stages counted beside articles.", counts) }
        return text
    }
}
