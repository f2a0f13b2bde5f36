import CleanStage
import EntitiesStage
import ExportStage
import LoadStage
import PipelineConfig
import SegmentStage
import StageKit
import SummarizeStage

/// Pipeline files: composing, checking, and the messages about what is wrong.
struct YAMLTarget: FuzzTarget {
    static let name = "yaml"
    let seeds: [[UInt8]]
    let tokens: [[UInt8]] = Self.bytes([
        "- ", ": ", "\n", "\n  ", "\n      ", "{", "}", "[", "]", ",", "&a ", "*a", "<<: *a", "!!str ", "!x ", "|\n", ">-\n", "'", "\"", "\\x", "\\u", "#", "---\n",
        "...\n", "? ", "%YAML 1.1\n", "%TAG ! tag:x\n", "~", "null", "true", "${HOME}", "${A:-b}", "${", "}", "$$", "\t", "pipeline: ", "stages:", "load", "clean",
        "segment", "entities", "summarize", "export", "sentences: ", "most: 5%", "64MB", "10m", "@", "`", "errors:", "state: ", "&a [*a]",
    ])
    private let loader = PipelineLoader(
        catalog: StageCatalog([LoadStage.self, CleanStage.self, SegmentStage.self, EntitiesStage.self, SummarizeStage.self, ExportStage.self]),
        environment: ["HOME": "/home", "A": "a: [b"])

    init(_ samples: Samples) throws {
        seeds = Self.bytes([
            """
            pipeline: nightly
            description: every night
            state: state/here
            errors: {most: 5%}
            stages:
              - load:
                  from: [inbox/*.html, "more/**"]
                  fields: {title: headline, text: body}
                  most_record: 4MB
              - clean: {keep: [caption], least_words: 10, drop: not_articles}
              - segment
              - entities:
                  types: [person, organization, location]
              - summarize: 3
              - export:
                  - jsonl: out/articles.jsonl
                  - csv: out/articles.csv.gz
                  - sqlite: out/articles.db
                  - digest: out/digest.md
            """,
            """
            pipeline: minimal
            stages:
              - load: in
              - export: [{jsonl: out/all.jsonl.zst}]
            """,
            "pipeline: p\nstages: [load: in/*, segment, entities: {entries: [{id: c, names: [A], patterns: ['No. #', \"* Act\"], case: any}]}, export: [{jsonl: o}]]\n",
            "stages: [load: in/*, clean, segment, {export: [{jsonl: out.jsonl}]}]\n",
            "pipeline: ${NAME:-x}\nerrors: &e {most: 5%}\nstages: [load: &l in/*, segment, {summarize: {<<: {sentences: 2}}}, {export: [{jsonl: *l}]}]\n",
            "pipeline: p\nstages:\n- load: >-\n    folded\n    text\n- clean: |\n    literal\n- \"quoted\\n\\x41\\u00e9\": 'single ''quoted'''\n? complex\n: value\n",
            "%YAML 1.1\n---\n!!map {pipeline: !!str p, ? [a] : b}\n...\n", "", "# only a comment\n",
        ])
    }

    func run(_ bytes: [UInt8]) throws -> Bool {
        do throws(ConfigurationError) {
            _ = try loader.load(bytes, path: "/fuzz/fuzz.yaml")
            return true
        } catch {
            let message = error.rendered(colour: false)
            try promise(!error.diagnostics.isEmpty && !message.isEmpty, "a file is refused without a reason")
            let isPlain = message.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) || $0 == "\n" || $0 == "\t" }
            try promise(isPlain, "a control character of the file reaches the terminal")
            return false
        }
    }
}
