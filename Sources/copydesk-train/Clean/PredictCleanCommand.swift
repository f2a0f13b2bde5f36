import ArgumentParser
import CleanStage
import Glibc
import StageKit

/// `copydesk-train predict-clean`: runs the shipped model over evaluation pages.
struct PredictCleanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "predict-clean", abstract: "Extracts the articles of evaluation pages with the shipped model, as JSONL on stdout.")

    @Argument(help: "The folder with the pages, <id>.html.") var pages: String
    @Argument(help: "The manifest of the pages: a line with an id each.") var manifest: String
    @Option(help: "Only show this page's blocks and what the model makes of them.") var show: String?
    @Flag(help: "Only print how many pages a second one core cleans.") var speed = false

    func run() throws {
        guard let model = BlockModel.shipped() else { throw StageFailure("the shipped block model does not fit this program's features") }
        let extractor = ArticleExtractor(model: model)
        let known = try EvaluationPage.read(manifest, pages: pages)
        if let show {
            for page in known where page.id == show { print(try page.analysis().described(by: model)) }
            return
        }
        if speed { return try measure(known, extractor) }
        var writer = JSONWriter()
        for page in known {
            let analysis = try page.analysis()
            CleanPrediction(page.id, analysis, extractor.extract(analysis)).write(to: &writer)
        }
        print(String(decoding: writer.bytes, as: UTF8.self), terminator: "")
    }

    private func measure(_ pages: [EvaluationPage], _ extractor: ArticleExtractor) throws {
        let contents = try pages.map { RawContent(mediaType: .html, bytes: try CommandFiles.read($0.path)) }
        let clock = ContinuousClock()
        var best = Duration.seconds(1_000_000)
        var words = 0
        for _ in 0..<3 {
            best = min(best, try clock.measure {
                for content in contents { words += extractor.extract(try PageAnalysis(utf8: PageAnalysis.decoded(content))).words }
            })
        }
        let seconds = Double(best.components.seconds) + Double(best.components.attoseconds) / 1e18
        let bytes = contents.reduce(0) { $0 + $1.bytes.count }
        print("\(Int(Double(pages.count) / seconds)) pages/s, \(Int(Double(bytes) / seconds / 1e6)) MB/s on one core (\(words / 3) words)")
    }
}
