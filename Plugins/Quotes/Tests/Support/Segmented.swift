import QuotesStage
import StageKit
import StageTestKit

/// Runs the stage over a text that is cut by plain rules, with the names given as persons.
enum Segmented {
    static func article(_ text: String, persons: [String] = []) throws -> Article {
        guard var article = try ExampleArticle.articles(.segmented(text)).first else { throw StageFailure("no article") }
        var entities: [Entity] = []
        for person in persons {
            var rest = Substring(text)
            while let range = rest.firstRange(of: person) {
                let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
                entities.append(Entity(range: start..<start + person.utf8.count, type: .person))
                rest = rest[range.upperBound...]
            }
        }
        article.entities = entities.sorted { $0.range.lowerBound < $1.range.lowerBound }
        return article
    }

    /// The text with its quotations, whose annotations are checked.
    static func processed(_ text: String, persons: [String] = []) throws -> Article {
        var article = try article(text, persons: persons)
        var worker = QuotesStage().makeWorker(StageContext(pipeline: "test", inputDirectory: "/", outputDirectory: "/", run: "test"))
        _ = worker.process(&article)
        let problems = ArticleCheck.problems(of: article)
        guard problems.isEmpty else { throw StageFailure(problems.joined(separator: "; ")) }
        return article
    }

    /// Each quotation as `kind speaker|text`.
    static func quotes(_ text: String, persons: [String] = []) throws -> [String] {
        ExampleRecord.record(of: try processed(text, persons: persons))["extensions"]?["quotes"]?.arrayValue?.map { quote in
            "\(quote["kind"]?.stringValue ?? "") \(quote["speaker"]?.stringValue ?? "-")|\(quote["text"]?.stringValue ?? "")"
        } ?? []
    }
}
