import Foundation
import StageKit
import Testing

/// The samples through the quickstart pipeline hold what a reader finds in them, as written down in Expected/samples.json.
@Suite struct SampleFactsTests {
    private static let facts: [JSONValue] = {
        let path = "\(Program.project)/Tests/EndToEnd/Expected/samples.json"
        guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: path)), let value = try? JSONParser.parse(Array(bytes)) else { return [] }
        return value.arrayValue ?? []
    }()

    @Test func theSamplesHoldWhatAReaderFindsInThem() throws {
        #expect(Self.facts.count >= 12)
        let workspace = try Workspace()
        let result = try Program.run(["run", "\(Program.project)/Pipelines/quickstart.yaml"], in: workspace.path)
        #expect(result.exitCode == 0, "\(result.errors)")
        var records: [String: JSONValue] = [:]
        for record in try workspace.records("out/articles.jsonl") {
            records["\(record["source"]?["uri"]?.stringValue ?? "")#\(record["source"]?["record"]?.integerValue ?? 0)"] = record
        }
        #expect(records.count == Self.facts.count)
        var known: [String: Int] = [:]
        var missing: [String: [String]] = [:]
        for fact in Self.facts {
            let key = "\(fact["file"]?.stringValue ?? "")#\(fact["record"]?.integerValue ?? 0)"
            let record = try #require(records[key], "\(key) is missing")
            let check = RecordCheck(record, against: fact)
            #expect(check.problems.isEmpty, "\(key):\n  \(check.problems.joined(separator: "\n  "))")
            for entities in check.entities() {
                known[entities.type, default: 0] += entities.known.count
                missing[entities.type, default: []] += entities.missing
            }
        }
        // A tagger misses some names, bodies that nobody ever heard of most of all; how many is measured on corpora.
        let most = ["person": 0.25, "location": 0.25, "organization": 0.5]
        for (type, count) in known {
            #expect(Double(missing[type, default: []].count) <= Double(count) * (most[type] ?? 0), "of \(count) names of type \(type) these are missing: \(missing[type, default: []])")
        }
    }
}
