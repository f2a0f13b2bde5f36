import Foundation
import StageKit
import Testing

/// `only: new` and `replay` with the chain in worker processes give what they give without.
@Suite struct IsolatedIncrementTests {
    @Test func isolationChangesNothingOfAnIncrementalRun() throws {
        var outcomes: [[[UInt8]]] = []
        for isolation in ["none", "process"] {
            let workspace = try Workspace()
            try workspace.write("n.yaml", """
                pipeline: n
                only: new
                errors: {most: 50%}
                isolation: \(isolation)
                stages:
                  - load: in/*
                  - clean
                  - segment
                  - export: [{jsonl: out/a.jsonl}, {sqlite: out/a.db}]
                """)
            for number in 1...20 { try workspace.write("in/\(number).txt", "The ferry no. \(number) sailed on Monday.\n") }
            try workspace.write("in/empty.txt", "")
            #expect(try workspace.run("run", "n.yaml").exitCode == 3)
            try workspace.write("in/7.txt", "The ferry no. 7 sank on Tuesday.\n")
            try workspace.write("in/21.txt", "The ferry no. 21 is new.\n")
            let second = try workspace.run("run", "n.yaml")
            #expect(second.exitCode == 0, "\(second.errors)")
            #expect(second.output.contains("load dropped 20 articles: taken before"))
            #expect(try workspace.quarantine(of: "n").count == 1)
            try workspace.write("in/empty.txt", "Not empty any more.\n")
            let replay = try workspace.run("replay", "n.yaml")
            #expect(replay.exitCode == 0, "\(replay.errors)")
            #expect(try workspace.run("run", "n.yaml").output.contains("load dropped 22 articles: taken before"))
            #expect(try workspace.quarantine(of: "n").isEmpty)
            outcomes.append([try workspace.read("out/a.jsonl"), try workspace.read("out/a.db")])
        }
        #expect(outcomes[0] == outcomes[1])
    }
}
