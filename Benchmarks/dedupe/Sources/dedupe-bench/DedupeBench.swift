import DedupeStage
import Foundation
import StageKit

/// `dedupe-bench quality FILE…` or `dedupe-bench memory COUNT`.
@main
enum DedupeBench {
    static let context = StageContext(pipeline: "bench", inputDirectory: "/", outputDirectory: "/", run: "bench")

    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch arguments.first {
        case "quality": try Quality(texts: texts(arguments.dropFirst())).run()
        case "distinct": try Quality(texts: texts(arguments.dropFirst())).countRepeats()
        case "memory": try MemoryCost(count: arguments.dropFirst().first.flatMap { Int($0) } ?? 1_000_000).run()
        default: print("usage: dedupe-bench quality FILE… | distinct FILE… | memory COUNT")
        }
    }

    /// The texts of files of records, one a line.
    private static func texts(_ files: ArraySlice<String>) throws -> [String] {
        try files.flatMap { file in
            try Data(contentsOf: URL(fileURLWithPath: file)).split(separator: 0x0A).compactMap { line in
                let record = try JSONParser.parse(Array(line))
                return record["text"]?.stringValue ?? record["article"]?.stringValue
            }
        }.filter { $0.split(separator: " ").count >= 60 }
    }

    static func stage(near: Double, shingle: Int) -> DedupeStage {
        var stage = DedupeStage()
        stage.near = Percentage(fraction: near)
        stage.shingle = shingle
        return stage
    }

    static func article(_ text: String, _ number: Int) -> Article {
        Article(id: ArticleID(content: Array("\(number)".utf8)), source: ArticleSource(uri: "bench", record: number), text: ArticleText(text))
    }

    static func newcomer(_ article: Article, _ worker: inout DedupeWorker) -> Newcomer {
        Newcomer(id: article.id, key: ContentHash(Array(article.id.description.utf8)), digest: worker.digest(of: article))
    }
}
