import ArgumentParser
import CleanStage
import Glibc
import StageKit

extension WordingRule: ExpressibleByArgument {}

/// `copydesk-train predict-clean`: runs the shipped model over evaluation pages.
struct PredictCleanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "predict-clean", abstract: "Extracts the articles of evaluation pages with the shipped model, as JSONL on stdout.")

    @Argument(help: "The folder with the pages, <id>.html.") var pages: String
    @Argument(help: "The manifest of the pages: a line with an id each.") var manifest: String
    @Option(help: "Only show this page's blocks and what the model makes of them.") var show: String?
    @Option(help: "Chances that clean --cross-validate wrote, to be used for the model's; for work on the choice of blocks.") var chances: String?
    @Option(help: "A rule on wording to leave out; may be given more than once.") var without: [WordingRule] = []
    @Option(help: "Only print how well the texts agree with these judgements.") var judgements: String?
    @Flag(help: "Only print hashes of each page's features, chances and text: work on speed leaves them as they are.") var digest = false
    @Flag(help: "Only print how many pages a second one core cleans.") var speed = false

    func run() throws {
        guard let model = BlockModel.shipped() ?? (chances == nil ? nil : BlockModel(first: BoostedTrees(base: 0), second: BoostedTrees(base: 0))) else { throw StageFailure("the shipped block model does not fit this program's features") }
        let extractor = ArticleExtractor(model: model, rules: Set(WordingRule.allCases).subtracting(without))
        let known = try EvaluationPage.read(manifest, pages: pages)
        if let show {
            for page in known where page.id == show { print(try page.analysis().described(by: model)) }
            return
        }
        if digest {
            for page in known { print(CleanDigest(page.id, try page.analysis(), extractor).line) }
            return
        }
        if speed { return try measure(known, extractor) }
        var given = try chances.map { try CommandFiles.read($0)[...] }
        var writer = JSONWriter()
        let judged = try judgements.map { try BlockJudgements(path: $0) }
        var score = JudgedScore()
        for page in known {
            let analysis = try page.analysis()
            var result = extractor.extract(analysis)
            if let bytes = given {
                let count = analysis.blockWords.count
                let own = bytes.prefix(4 * count).withUnsafeBytes { raw in
                    (0..<raw.count / 4).map { Float(bitPattern: UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self))) }
                }
                given = bytes.dropFirst(4 * count)
                guard own.count == count else { throw StageFailure("the chances are of other blocks", advice: "cross-validate again") }
                result = extractor.extract(analysis, chances: own)
            }
            CleanPrediction(page.id, result).write(to: &writer)
            if let judged { score.add(page, result, analysis, judged) }
        }
        if judged != nil { return print(score.report) }
        print(String(decoding: writer.bytes, as: UTF8.self), terminator: "")
    }

    private func measure(_ pages: [EvaluationPage], _ extractor: ArticleExtractor) throws {
        let contents = try pages.map { RawContent(mediaType: .html, bytes: try CommandFiles.read($0.path)) }
        var best = Double.infinity
        var words = 0
        for _ in 0..<3 {
            let start = processorTime()
            for content in contents { words += extractor.extract(try PageAnalysis(utf8: PageAnalysis.decoded(content))).words }
            best = min(best, processorTime() - start)
        }
        let bytes = contents.reduce(0) { $0 + $1.bytes.count }
        print("\(Int(Double(pages.count) / best)) pages/s, \(Int(Double(bytes) / best / 1e6)) MB/s on one core (\(words / 3) words)")
    }

    /// Seconds that this process computed: what others do on the machine does not count.
    private func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
