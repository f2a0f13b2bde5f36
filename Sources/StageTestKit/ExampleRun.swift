import StageKit

/// One example with its stage as the settings say, in a folder of its own, ready to run.
struct ExampleRun {
    let stage: any Stage
    let example: StageExample
    let folder: ScratchFolder
    let context: StageContext

    /// - Throws: ``StageFailure`` where the settings are wrong or the stage cannot be prepared.
    static func configured(_ type: any Stage.Type, _ example: StageExample) throws -> ExampleRun {
        let folder = try ScratchFolder()
        try folder.write(example.files)
        let place = SourceLocation(file: "settings", line: 1, column: 1)
        var problems: [Diagnostic] = []
        let node = example.settings.isEmpty ? nil : ConfigNode(.object(example.settings), at: place)
        var stage: any Stage = type.configured(by: node, at: place, title: "stage '\(type.name)'", problems: &problems)
        if let problem = problems.first { throw StageFailure(problem.message, advice: problem.advice) }
        let context = StageContext(
            pipeline: "example", inputDirectory: folder.path, outputDirectory: folder.path, run: "20000101T000000Z-1")
        try stage.prepare(context)
        return ExampleRun(stage: stage, example: example, folder: folder, context: context)
    }

    /// What is wrong; empty where the example comes out as it says.
    func run() throws -> [String] {
        switch stage {
        case let stage as any SourceStage: return try run(source: stage)
        case let stage as any SinkStage: return try run(sink: stage)
        case let stage as any TransformStage: return try run(transform: stage)
        default: return ["the stage neither loads, transforms nor writes articles"]
        }
    }

    // MARK: - Transforms

    private func run(transform: some TransformStage) throws -> [String] {
        let articles = try ExampleArticle.articles(example.given)
        guard let before = articles.last, articles.count == 1 || transform is any OrderedStage else {
            return ["a stage between first and last takes one article in an example, unless it compares articles"]
        }
        let after: Article
        let verdict: Verdict
        do {
            (after, verdict) = try OrderedTrial.pass(articles, through: transform, context)
        } catch {
            return problems(ofFailure: error)
        }
        if case .drop(let reason) = verdict {
            if case .dropped(let expected) = example.expected { return expected == reason ? [] : ["dropped as '\(reason)'"] }
            return ["the stage drops the article: \(reason)"]
        }
        let broken = ArticleCheck.problems(of: after)
        guard broken.isEmpty else { return broken }
        var problems = PartsCheck.untouched(before, after, stage)
        switch example.expected {
        case .record(let record): problems += differences(record, after)
        case .exactly(let record): problems += differences(record, after, isExact: true) + unexpectedParts(record, before, after)
        case .dropped(let reason): problems.append("expected to be dropped as '\(reason)', but the stage keeps it")
        case .failure(let reason): problems.append("expected to fail with '\(reason)', but the stage does not")
        case .records, .files: problems.append("expects what a stage between first and last does not make")
        }
        return problems
    }

    /// The outcome for what was thrown.
    private func problems(ofFailure error: any Error) -> [String] {
        let reason = (error as? StageFailure)?.description ?? "\(error)"
        return example.problems(ofFailure: reason)
    }

    private func differences(_ expected: JSONValue, _ article: Article, isExact: Bool = false) -> [String] {
        RecordDifference.all(expected: expected, found: ExampleRecord.record(of: article), isExact: isExact).map(\.description)
    }

    /// Parts that the stage wrote and the example does not name.
    private func unexpectedParts(_ expected: JSONValue, _ before: Article, _ after: Article) -> [String] {
        var problems: [String] = []
        for part in stage.writes.sorted() where ArticleParts.value(part, of: before) != ArticleParts.value(part, of: after) {
            let path = part.description.split(separator: ".", maxSplits: 1).map(String.init)
            // Metadata are spread over the record's members; those named were compared.
            guard part != .metadata, path.reduce(expected, { $0?[$1] }) == nil else { continue }
            problems.append("\(part): nothing is expected, but the stage wrote it")
        }
        return problems
    }

    // MARK: - Sources and sinks

    private func run(source: some SourceStage) throws -> [String] {
        var records: [JSONValue] = []
        do {
            for split in try source.plan(context).splits {
                var reader = try source.open(split, context)
                while let record = try reader.next() {
                    if let failure = record.failure { throw failure }
                    let article = try source.decode(record)
                    let broken = ArticleCheck.problems(of: article)
                    guard broken.isEmpty else { return broken }
                    records.append(ExampleRecord.record(of: article))
                }
            }
        } catch {
            return problems(ofFailure: error)
        }
        switch example.expected {
        case .records(let expected):
            return RecordDifference.all(expected: ["articles": .array(expected)], found: ["articles": .array(records)]).map(\.description)
        case .failure(let reason): return ["expected to fail with '\(reason)', but the stage loads \(records.count) articles"]
        default: return ["a stage that loads articles expects records or a failure"]
        }
    }

    private func run<Sink: SinkStage>(sink: Sink) throws -> [String] {
        do {
            try write(sink, ExampleArticle.articles(example.given))
        } catch {
            return problems(ofFailure: error)
        }
        switch example.expected {
        case .files(let files):
            return try files.sorted { $0.key < $1.key }.compactMap { name, expected in
                guard let found = try folder.read(name) else { return "the stage wrote no \(name)" }
                return found == expected ? nil : "\(name): expected \(JSONValue.string(expected).json), but there is \(JSONValue.string(found).json)"
            }
        case .failure(let reason): return ["expected to fail with '\(reason)', but the stage does not"]
        default: return ["a stage that writes articles expects files or a failure"]
        }
    }

    /// What a sink writes of these articles, by file.
    func write<Sink: SinkStage>(_ sink: Sink, _ articles: [Article]) throws {
        var batch = sink.makeBatch()
        for article in articles { try sink.encode(article, into: &batch) }
        var writer = try sink.makeWriter(context, resuming: nil)
        try writer.write(batch)
        _ = try writer.checkpoint()
        _ = try writer.finish()
    }
}

extension StageExample {
    /// The outcome where the stage fails for this reason.
    func problems(ofFailure reason: String) -> [String] {
        guard case .failure(let expected) = expected else { return ["the stage fails: \(reason)"] }
        return reason.contains(expected) ? [] : ["expected to fail with '\(expected)', but it fails with '\(reason)'"]
    }
}
