import PipelineConfig
import StageKit
import Testing

@testable import copydesk

@Suite struct OrderedStageTests {
    @Test func aPipelineComparesArticlesInOnePlace() throws {
        let text = """
            pipeline: twice
            stages:
              - load: in/*
              - clean
              - dedupe
              - dedupe: {near: 90%}
              - export: [{jsonl: out.jsonl}]
            """
        let error = #expect(throws: ConfigurationError.self) {
            try PipelineLoader(catalog: catalog, environment: [:]).load(Array(text.utf8), path: "twice.yaml")
        }
        #expect(error?.rendered(colour: false) == """
            twice.yaml:6:5: error: there is a stage that compares articles already, 'dedupe' on line 5
                6 |   - dedupe: {near: 90%}
                  |     ^
                  = a pipeline can have one; let another pipeline read what this one writes

            """)
    }
}
