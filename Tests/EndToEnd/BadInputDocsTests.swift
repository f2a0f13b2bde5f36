import Foundation
import StageKit
import Testing

/// docs/bad-input.md has a row for every case, and says of it what happens.
@Suite struct BadInputDocsTests {
    private static let path = "\(Program.project)/docs/bad-input.md"

    /// What each input gets, by input.
    private static func rows() throws -> [String: String] {
        var rows: [String: String] = [:]
        for line in try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n") where line.hasPrefix("| ") {
            let cells = line.dropFirst(2).dropLast(2).components(separatedBy: " | ")
            if cells.count == 2, cells[0] != "input" { rows[cells[0]] = cells[1] }
        }
        return rows
    }

    @Test func everyCaseHasARowAndEveryRowACase() throws {
        #expect(Set(try Self.rows().keys) == Set(BadInput.all.map(\.what)))
    }

    @Test func theKindOfEndIsTheCases() throws {
        let rows = try Self.rows()
        for input in BadInput.all {
            let end = input.quarantined > 0 ? "quarantined: " : input.passing > 0 ? "passes" : "left out"
            #expect(rows[input.what]?.hasPrefix(end) == true, "\(input.what) is \(end)")
        }
    }

    /// The reasons, from a run of each; the large inputs are left to ``BadInputTests``, which sees that they have one.
    @Test(arguments: BadInput.all.filter { $0.quarantined > 0 && !$0.what.contains("GB") && !$0.what.contains("MB") })
    func theReasonIsTheOneGiven(input: BadInput) throws {
        let workspace = try Workspace()
        try workspace.write("bad.yaml", BadInputTests.pipeline)
        try workspace.write("in/good.txt", "The good article stands beside the bad one.\n")
        try input.write(workspace)
        _ = try workspace.run("run", "bad.yaml")
        let reason = try #require(try workspace.quarantine(of: "bad").first?["reason"]?.stringValue)
        let row = try #require(try Self.rows()[input.what])
        #expect(row.hasPrefix("quarantined: \(reason)"), "\(input.what): \(reason)")
    }
}
