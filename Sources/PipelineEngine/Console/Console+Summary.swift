import StageKit

extension Console {
    /// The closing report: a table of the stages, the outputs, what waits in quarantine.
    func summary(_ report: RunReport) {
        if format == .json {
            writeEvent("summary") { json in
                json.name("report")
                // What the report writes, JSONParser reads.
                json.value((try? JSONParser.parse(report.json)) ?? .null)
            }
            return
        }
        if let message = report.message { error(message) }
        if report.failed > 0 || report.waitingInQuarantine > 0 {
            tell(
                Diagnostic(
                    .warning, "\(Console.articles(report.failed)) failed; \(report.waitingInQuarantine) in quarantine: \(report.quarantineFile)",
                    advice: "'copydesk status' tells why, 'copydesk replay' takes them up again"))
        }
        guard !isQuiet else { return }
        print(table(report))
    }

    private func table(_ report: RunReport) -> String {
        let total = report.stages.reduce(0) { $0 + $1.seconds }
        var rows = [["stage", "in", "out", "dropped", "failed", "time", "p50", "p95", "p99"]]
        for stage in report.stages {
            rows.append([
                stage.name, "\(stage.entered)", "\(stage.kept)", "\(stage.dropped.values.reduce(0, +))", "\(stage.failed)",
                total > 0 ? "\(Int((stage.seconds / total * 100).rounded()))%" : "-",
                Console.milliseconds(stage.latency?.p50), Console.milliseconds(stage.latency?.p95),
                Console.milliseconds(stage.latency?.p99),
            ])
        }
        var lines = TextTable.lines(rows)
        for stage in report.stages {
            for (reason, count) in stage.dropped.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
                lines.append("\(stage.name) dropped \(Console.articles(count)): \(reason.printable)")
            }
        }
        if let path = report.repeatsFile { lines.append("what each repeats: \(path.printable)") }
        lines += report.stages.compactMap(\.countsText)
        lines.append("")
        for output in report.outputs {
            let added = output.isExtended ? " added" : ""
            lines.append("\(output.path.printable)  \(Console.articles(output.articles))\(added), \(Console.size(output.bytes))")
        }
        let rate = report.seconds > 0 ? Int(Double(report.read) / report.seconds) : 0
        lines.append(
            "\(Console.articles(report.read)) in \(Console.duration(report.seconds)), \(rate) a second with \(report.workers) worker\(report.workers == 1 ? "" : "s"); peak memory \(Console.size(report.peakMemory))"
        )
        return lines.map { "\($0)\n" }.joined()
    }

    static func articles(_ count: Int) -> String {
        "\(count) article\(count == 1 ? "" : "s")"
    }

    private static func milliseconds(_ value: Double?) -> String {
        guard let value else { return "-" }
        return "\(decimal(value, value < 1 ? 3 : 1)) ms"
    }

    static func size(_ bytes: Int) -> String {
        switch bytes {
        case ..<1000: "\(bytes) B"
        case ..<1_000_000: "\(decimal(Double(bytes) / 1e3, 1)) kB"
        case ..<1_000_000_000: "\(decimal(Double(bytes) / 1e6, 1)) MB"
        default: "\(decimal(Double(bytes) / 1e9, 1)) GB"
        }
    }

    static func duration(_ seconds: Double) -> String {
        switch seconds {
        case ..<60: return "\(decimal(seconds, 2)) s"
        case ..<3600: return "\(Int(seconds) / 60) min \(Int(seconds) % 60) s"
        default: return "\(Int(seconds) / 3600) h \(Int(seconds) / 60 % 60) min"
        }
    }

    private static func decimal(_ value: Double, _ places: Int) -> String {
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        return "\((value * scale).rounded() / scale)"
    }
}
