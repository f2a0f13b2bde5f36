import Foundation
import StageKit
import Testing

/// What a program gets that goes wrong, from real runs: just what docs/exec-protocol.md says of it.
@Suite struct BadProgramTests {
    /// A row of the document's tables, by its first cell.
    private static func row(of program: BadProgram) throws -> [String] {
        let document = try String(contentsOfFile: "\(Program.project)/docs/exec-protocol.md", encoding: .utf8)
        for line in document.components(separatedBy: "\n") where line.hasPrefix("| \(program.what) | ") {
            return line.dropFirst(2).dropLast(2).components(separatedBy: " | ")
        }
        Issue.record("docs/exec-protocol.md has no row '\(program.what)'")
        return ["", "", ""]
    }

    private func run(_ program: BadProgram) throws -> (workspace: Workspace, result: Program.Result) {
        let workspace = try Workspace()
        try program.write(to: workspace)
        return (workspace, try workspace.run("run", "x.yaml", "--workers", "1"))
    }

    /// The copies that answered the articles which came through.
    private func copies(_ workspace: Workspace) throws -> [Int?] {
        try workspace.records("out/a.jsonl").map { $0["extensions"]?["seen"]?.integerValue }
    }

    @Test(arguments: BadProgram.costingTheArticle) func costsTheArticle(_ program: BadProgram) throws {
        let row = try BadProgramTests.row(of: program)
        let (workspace, result) = try run(program)
        #expect(result.exitCode == 3, "\(result.errors)")
        let lost = try workspace.quarantine(of: "x")
        #expect(lost.map { $0["source"]?["record"]?.integerValue } == [1])
        let reason = lost.first?["reason"]?.stringValue ?? ""
        #expect(row[1] == "`\(reason)`", "\(program.what): \(reason)")
        let copies = try copies(workspace)
        #expect(copies.count == 2)
        #expect(row[2] == (copies.first == copies.last ? "the copy goes on" : "a fresh copy goes on"), "\(program.what): \(copies)")
    }

    @Test(arguments: BadProgram.costingNothing) func costsNothing(_ program: BadProgram) throws {
        let row = try BadProgramTests.row(of: program)
        let (workspace, result) = try run(program)
        #expect(result.exitCode == 0, "\(result.errors)")
        let copies = try copies(workspace)
        #expect(copies.count == 3)
        #expect(row[2] == (copies.first == copies.last ? "the copy goes on" : "a fresh copy goes on"), "\(program.what): \(copies)")
        let told = result.errors.components(separatedBy: "\n").last { $0.contains("exec x: ") }?.components(separatedBy: "exec x: ").last
        #expect(row[1] == (told.map { "`\($0)`" } ?? "nothing"), "\(program.what): \(told ?? "")")
    }

    @Test(arguments: BadProgram.stoppingTheRun) func stopsTheRun(_ program: BadProgram) throws {
        let row = try BadProgramTests.row(of: program)
        let (workspace, result) = try run(program)
        #expect(result.exitCode == 1, "\(result.errors)")
        #expect(!workspace.exists("out/a.jsonl"))
        #expect(try workspace.quarantine(of: "x").isEmpty)
        let error = result.errors.components(separatedBy: "\n").last { $0.hasPrefix("copydesk: error: exec: ") } ?? ""
        let message = String(error.dropFirst("copydesk: error: exec: ".count)).replacingOccurrences(of: "\(workspace.path)/", with: "")
        #expect(row[1] == "`\(message)`", "\(program.what): \(message)")
    }
}
