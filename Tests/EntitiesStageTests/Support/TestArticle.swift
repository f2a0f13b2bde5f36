import StageKit
import Testing

@testable import EntitiesStage

/// Makes articles with sentences and tokens, so that these tests need no other stage: a small tokenizer after Penn
/// Treebank habits for the prose of these tests.
enum TestArticle {
    /// - Parameter text: a line is a sentence.
    static func make(_ text: String, published: String? = "2026-11-24T08:00:00Z") -> Article {
        var article = Article(
            id: ArticleID(content: Array(text.utf8)), source: ArticleSource(uri: "test", record: 0), text: ArticleText(text))
        article.metadata.published = published
        let bytes = Array(text.utf8)
        var start = 0
        for end in bytes.indices.filter({ bytes[$0] == 0x0A }) + [bytes.count] {
            let first = article.tokens.count
            article.tokens += tokens(bytes, start..<end).map { Token($0) }
            if article.tokens.count > first {
                let range = article.tokens[first].range.lowerBound..<article.tokens[article.tokens.count - 1].range.upperBound
                article.sentences.append(Sentence(range: range, tokens: first..<article.tokens.count))
            }
            start = end + 1
        }
        return article
    }

    private static func tokens(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
        var tokens: [Range<Int>] = []
        for word in bytes[range].split(separator: 0x20) {
            var (start, end) = (word.startIndex, word.endIndex)
            var behind: [Range<Int>] = []
            while start < end, Array("($\"[".utf8).contains(bytes[start]) || opens(bytes, start) {
                let length = bytes[start] == 0xE2 ? 3 : 1
                tokens.append(start..<start + length)
                start += length
            }
            while end > start {
                if Array(",.;:!?)]\"%'".utf8).contains(bytes[end - 1]), !isAbbreviation(bytes, start..<end) {
                    behind.append(end - 1..<end)
                    end -= 1
                } else if end - start > 3, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80, bytes[end - 1] == 0x99 || bytes[end - 1] == 0x9D {
                    behind.append(end - 3..<end)
                    end -= 3
                } else if end - start > 2, bytes[end - 1] == 0x73, bytes[end - 2] == 0x27 {
                    behind.append(end - 2..<end)
                    end -= 2
                } else if end - start > 4, bytes[end - 1] == 0x73, bytes[end - 4] == 0xE2, bytes[end - 2] == 0x99 {
                    behind.append(end - 4..<end)
                    end -= 4
                } else {
                    break
                }
            }
            if start < end { tokens.append(start..<end) }
            tokens += behind.reversed()
        }
        return tokens
    }

    private static func opens(_ bytes: [UInt8], _ index: Int) -> Bool {
        index + 2 < bytes.count && bytes[index] == 0xE2 && (bytes[index + 2] == 0x9C || bytes[index + 2] == 0x98)
    }

    private static func isAbbreviation(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        ["Inc.", "Dr.", "Mr.", "Ms.", "Nov.", "Sept.", "p.m.", "a.m.", "U.S.", "A.", "Corp."].contains(String(decoding: bytes[range], as: UTF8.self))
    }
}

extension EntitiesStage {
    /// The entities that a stage with these settings finds.
    static func entities(
        in text: String, published: String? = "2026-11-24T08:00:00Z", directory: String = "/", set: (inout EntitiesStage) -> Void = { _ in }
    ) throws -> [Found] {
        var stage = EntitiesStage()
        set(&stage)
        let context = StageContext(pipeline: "test", inputDirectory: directory, outputDirectory: "/", run: "test")
        try stage.prepare(context)
        var worker = try stage.makeWorker(context)
        var article = TestArticle.make(text, published: published)
        _ = try worker.process(&article)
        let source = try #require(article.text)
        return article.entities.map { Found(text: source[$0.range], entity: $0) }
    }
}

struct Found: CustomStringConvertible {
    var text: String
    var entity: Entity
    var type: String { entity.type.rawValue }
    var value: String? { entity.value }
    var name: String? { entity.name }
    var description: String { "\(text)/\(type)/\(value ?? "")/\(name ?? "")" }
}

extension [Found] {
    /// The first entity with this text.
    func first(_ text: String) -> Found? { first { $0.text == text } }
    func of(_ type: EntityType) -> [Found] { filter { $0.entity.type == type } }
}
