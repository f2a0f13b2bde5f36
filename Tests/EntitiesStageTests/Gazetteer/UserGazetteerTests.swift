import Glibc
import StageKit
import TestSupport
import Testing

@testable import EntitiesStage

@Suite struct UserGazetteerTests {
    /// Runs with files of these contents in a folder of their own.
    private func with<R>(_ files: [String: String], _ body: (String) throws -> R) throws -> R {
        var template = Array("/tmp/copydesk-gazetteer-XXXXXX".utf8CString)
        let directory = try #require(mkdtemp(&template).map { String(cString: $0) })
        defer {
            for name in files.keys { unlink("\(directory)/\(name)") }
            rmdir(directory)
        }
        for (name, text) in files {
            let file = try #require(fopen("\(directory)/\(name)", "wb"))
            fputs(text, file)
            fclose(file)
        }
        return try body(directory)
    }

    @Test func findsTheLongestNameWithItsIdentifier() throws {
        let csv = "id,name,type\nQ1,Harbor,location\nQ2,Harbor Light Trust,organization\nQ3,\"Ode, Op. 4\",work\nQ4,rust fungus,species\n"
        try with(["names.csv": csv]) { directory in
            let found = try EntitiesStage.entities(
                in: "The Harbor Light Trust bought the Harbor.\nThey played Ode, Op. 4 while Rust Fungus spread.\nA HARBOR and a harbor.",
                directory: directory
            ) { $0.gazetteers = ["names.csv"] }.filter { $0.entity.identifier != nil }
            #expect(found.map { "\($0.text)|\($0.type)|\($0.entity.identifier ?? "")" } == [
                "Harbor Light Trust|organization|Q2", "Harbor|location|Q1", "Ode, Op. 4|work|Q3", "Rust Fungus|species|Q4",
                "HARBOR|location|Q1",
            ])
        }
    }

    /// Whatever a list's names start with, no word that may start one is passed over.
    @Test func findsNamesWhateverTheyStartWith() throws {
        try with(["names.txt": "eRail works\n3M Plant\nÉlan vital\nörn\nOslo Dock\n"]) { directory in
            let text = "The eRail works and ERAIL WORKS.\nA 3M Plant, Élan vital, Örn and örn.\nThe OSLO DOCK, not the oslo dock."
            let found = try EntitiesStage.entities(in: text, directory: directory) {
                $0.gazetteers = ["names.txt"]
                $0.types = [.email]
            }
            #expect(found.map(\.text) == ["eRail works", "ERAIL WORKS", "3M Plant", "Élan vital", "Örn", "örn", "OSLO DOCK"])
        }
    }

    @Test func readsPlainLists() throws {
        try with(["names.txt": "# ours\nBlue Lantern\r\n\nZoë’s Café\n"]) { directory in
            let found = try EntitiesStage.entities(in: "The Blue Lantern faces Zoë's Café.", directory: directory) {
                $0.gazetteers = ["names.txt"]
                $0.types = [.email]
            }
            // What one's own list finds is kept, whatever types are asked for.
            #expect(found.map { "\($0.text)|\($0.type)" } == ["Blue Lantern|misc", "Zoë's Café|misc"])
        }
    }

    /// A blank before the comma made a name that nothing matched.
    @Test func blanksAroundANameCountForNothing() throws {
        try with(["names.csv": "id, name ,name,case,pattern\nQ1,x, Harbor ,EXACT,Pier # \nQ2,x,,,Dock #\n"]) { directory in
            let found = try EntitiesStage.entities(in: "The Harbor, the HARBOR, Pier 4 and Dock 1,200.", directory: directory) {
                $0.gazetteers = ["names.csv"]
                $0.types = [.email]
            }
            #expect(found.map { "\($0.text)|\($0.entity.identifier ?? "")" } == ["Harbor|Q1", "Pier 4|Q1", "Dock 1,200|Q2"])
        }
    }

    @Test(arguments: [
        ("id,name,type\nQ1,Harbor\n", "bad.csv:2: 2 fields where the header has 3"),
        ("id,name,type\n\nQ1,,person\n", "bad.csv:3: the name is empty"),
        ("id,name,type\nQ1,A,person\nQ2,\"B\n", "bad.csv:3: a quotation mark is not closed"),
        ("id,name,type\nQ2,\"B\"x,person\n", "bad.csv:2: text follows a closing quotation mark"),
        ("id,name,type\nQ2,B,per son\n", "bad.csv:2: the type must be a word of letters, digits, _ and -"),
        ("id,pattern\nQ1,A #\nQ2,#/#\n", "bad.csv:3: the pattern has only wildcards"),
        ("id,pattern\nQ1,\n", "bad.csv:2: the pattern is empty"),
        ("name,case\nA,exactly\n", "bad.csv:2: the case must be usual, exact or any, not 'exactly'"),
        ("id,title\n1,2\n", "bad.csv:1: the header has no column 'name' and none 'pattern'"),
    ])
    func saysWhatIsWrong(_ text: String, _ reason: String) throws {
        try with(["bad.csv": text]) { directory in
            let failure = #expect(throws: StageFailure.self) {
                _ = try EntitiesStage.entities(in: "x", directory: directory) { $0.gazetteers = ["bad.csv"] }
            }
            #expect(failure?.reason == reason)
        }
    }

    @Test func aMissingFileIsAClearError() {
        let failure = #expect(throws: StageFailure.self) {
            _ = try EntitiesStage.entities(in: "x", directory: "/nowhere") { $0.gazetteers = ["names.csv"] }
        }
        #expect(failure?.reason == "cannot read gazetteer names.csv: No such file or directory")
    }

    @Test(arguments: 1...30)
    func anyBytesAreHarmless(_ seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let alphabet = Array("id,name,type\n\"\"'ABCab é’ .-#*7".unicodeScalars)
        var text = random.pick(["id,name,type\n", "pattern,name\n", ""])
        for _ in 0..<random.below(400) { text.unicodeScalars.append(random.pick(alphabet)) }
        try with(["any.csv": text]) { directory in
            do {
                _ = try EntitiesStage.entities(in: text.isEmpty ? "x" : text, directory: directory) { $0.gazetteers = ["any.csv"] }
            } catch is StageFailure {
                // A refusal with a reason is as good as a list.
            }
        }
    }
}
