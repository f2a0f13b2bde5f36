import ArgumentParser
import EntitiesStage
import SegmentStage
import StageKit

/// Runs `segment` and `entities` over documents, for a scorer.
struct PredictEntities: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "predict-entities",
        abstract: "Finds the entities of documents and prints them (code points).",
        discussion: "Reads JSON Lines with \"id\" and \"text\" from standard input.")

    @Option(help: "A packed model; without it the one that is part of the program.") var model: String?

    func run() throws {
        let model = try model.map { try load(try ModelFile.read($0)) } ?? EntityModel.embedded()
        var segmenter = SegmentWorker()
        var tagger = EntitiesWorker(model: model)
        while let line = readLine() {
            guard !line.isEmpty else { continue }
            let value = try JSONParser.parse(Array(line.utf8))
            guard let id = value["id"]?.stringValue, let text = value["text"]?.stringValue else {
                throw ValidationError("a line has no \"id\" or \"text\"")
            }
            var article = Article(id: ArticleID(id), source: ArticleSource(uri: "-"), text: ArticleText(text))
            _ = try segmenter.process(&article)
            _ = try tagger.process(&article)
            print(prediction(id, article).json)
        }
    }

    private func prediction(_ id: String, _ article: Article) -> JSONValue {
        guard let text = article.text else { return .null }
        let offsets = TextOffsets(text, in: .codePoints)
        let entities = article.entities.map { entity in
            var object: [String: JSONValue] = ["type": .string(entity.type.rawValue), "text": .string(text[entity.range])]
            object["start"] = .integer(offsets.offset(ofByte: entity.range.lowerBound))
            object["end"] = .integer(offsets.offset(ofByte: entity.range.upperBound))
            if let name = entity.name { object["name"] = .string(name) }
            if let confidence = entity.confidence { object["confidence"] = .number(Double(confidence)) }
            return JSONValue.object(object)
        }
        return .object(["id": .string(id), "entities": .array(entities)])
    }
}
