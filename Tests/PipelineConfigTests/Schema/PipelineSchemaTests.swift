import Foundation
import StageKit
import Testing

@testable import PipelineConfig

@Suite struct PipelineSchemaTests {
    private let schema = PipelineSchema(catalog: Pipelines.catalog)

    @Test func isAsPinned() throws {
        let object = try JSONSerialization.jsonObject(with: Data(schema.json.utf8))
        let data = try JSONSerialization.data(withJSONObject: object, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
        let text = String(decoding: data, as: UTF8.self) + "\n"
        if TestFiles.isRecording {
            try TestFiles.record(text, at: "Schema/pipeline.schema.json")
            Issue.record("recorded; read Schema/pipeline.schema.json")
            return
        }
        #expect(text == TestFiles.snapshot("Schema/pipeline.schema.json"), "RECORD_SNAPSHOTS=1 records")
    }

    @Test func isOneLineAndTheSameEachTime() {
        #expect(!schema.json.contains("\n"))
        #expect(schema.json == PipelineSchema(catalog: Pipelines.catalog).json)
    }

    @Test(arguments: Pipelines.catalog.types.map { $0.name }) func namesEverySettingOfAStage(name: String) throws {
        let stage = try #require(Pipelines.catalog[name])
        let items: JSONValue? = schema.value["properties"]?["stages"]?["items"]
        let alternatives = items?["anyOf"]?.arrayValue ?? []
        let found = alternatives.compactMap { $0["properties"]?[name] }
        let configured = try #require(found.first)
        // With a shorthand, or where nothing will do, the mapping is the first of several alternatives.
        var mapping = configured
        while let alternative = mapping["anyOf"]?.arrayValue?.first { mapping = alternative }
        for setting in stage.settingDescriptions {
            #expect(mapping["properties"]?[setting.name]?["description"]?.stringValue == setting.help)
            #expect((mapping["required"]?.arrayValue ?? []).contains(.string(setting.name)) == setting.isRequired)
        }
        #expect(mapping["additionalProperties"] == .bool(false))
        let isBareAllowed = alternatives.contains { $0["const"] == .string(name) }
        #expect(isBareAllowed == !stage.settingDescriptions.contains(where: \.isRequired))
    }
}
