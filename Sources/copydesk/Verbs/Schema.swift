import ArgumentParser
import PipelineConfig

struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the JSON Schema of pipeline files, for editors.",
        discussion: """
            Save it beside your pipelines and name it in their first line; editors then complete and check as you type:

              copydesk schema > copydesk.schema.json
              # yaml-language-server: $schema=copydesk.schema.json
            """)

    func run() {
        print(PipelineSchema(catalog: catalog).json)
    }
}
