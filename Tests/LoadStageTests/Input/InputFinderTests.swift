import Glibc
import StageKit
import Synchronization
import Testing

@testable import LoadStage

@Suite struct InputFinderTests {
    @Test func foldersAreReadWithAllBelowThemInByteOrder() throws {
        let folder = Folder()
        for name in ["b.txt", "a.txt", "Z.txt", "é.txt", "a/z.txt", "a/b/c.html", "a-b.txt", "10.txt", "9.txt"] { folder.write("in/\(name)") }
        let expected = ["in/10.txt", "in/9.txt", "in/Z.txt", "in/a/b/c.html", "in/a/z.txt", "in/a-b.txt", "in/a.txt", "in/b.txt", "in/é.txt"]
        #expect(try folder.uris("in").sorted() == expected.sorted())
        #expect(try folder.uris("in") == folder.uris("in/"))
        let names = try folder.uris("in").filter { $0.split(separator: "/").count == 2 }.map { Array($0.utf8) }
        #expect(zip(names, names.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
    }

    @Test func globs() throws {
        let folder = Folder()
        for name in ["a.html", "in/a.html", "in/b.txt", "in/x/c.html", "in/x/y/d.html"] { folder.write(name) }
        #expect(try folder.uris("in/*.html") == ["in/a.html"])
        #expect(try folder.uris("in/**/*.html") == ["in/a.html", "in/x/c.html", "in/x/y/d.html"])
        #expect(try folder.uris("in/[a-b].*") == ["in/a.html", "in/b.txt"])
        #expect(try folder.uris("\(folder.path)/in/x/*") == ["in/x/c.html"])
    }

    /// Gave "/a.html", which is at the root of the file system.
    @Test func globAtTheTopOfThePipelinesFolder() throws {
        let folder = Folder()
        folder.write("a.html")
        for pattern in ["*.html", "./*.html", ".//*.html", "**/*.html"] { #expect(try folder.uris(pattern) == ["a.html"], "\(pattern)") }
        #expect(try folder.read("*.html").articles.count == 1)
    }

    /// The folder's brackets were taken for a pattern.
    @Test func bracketsInThePipelinesOwnFolder() throws {
        let folder = Folder()
        folder.write("[2026] *news*/in/a.txt")
        let directory = "\(folder.path)/[2026] *news*"
        let finder = InputFinder(directory: directory, format: nil, require: nil)
        #expect(try finder.find(["in/*.txt"], pieces: 1000) { _ in }.splits.map(\.uri) == ["in/a.txt"])
    }

    @Test func aNameThatLooksLikeAPatternIsTakenAsItIs() throws {
        let folder = Folder()
        folder.write("what?.txt")
        folder.write("whatX.txt")
        #expect(try folder.uris("what?.txt") == ["what?.txt"])
    }

    @Test func hiddenFilesAndBackupsAreLeftOutUnlessNamed() throws {
        let folder = Folder()
        for name in ["in/.hidden.txt", "in/.git/a.txt", "in/a.txt~", "in/a.txt"] { folder.write(name) }
        #expect(try folder.uris("in") == ["in/a.txt"])
        #expect(try folder.uris("in/**/*") == ["in/a.txt"])
        #expect(try folder.uris("in/.hidden.txt", "in/.git") == ["in/.hidden.txt", "in/.git/a.txt"])
    }

    @Test func linksAreFollowedButNeverRound() throws {
        let folder = Folder()
        folder.write("in/a.txt")
        folder.write("elsewhere/b.txt")
        folder.link("in/again", to: ".")
        folder.link("in/up", to: "../in")
        folder.link("in/other", to: "../elsewhere")
        folder.link("elsewhere/back", to: "../in")
        #expect(try folder.uris("in") == ["in/a.txt", "in/other/b.txt"])
    }

    @Test func standardInput() throws {
        let folder = Folder()
        let plan = try folder.plan("-") { $0.format = .jsonl }
        #expect(plan.splits == [Split(uri: "-")])
        #expect(plan.fingerprint == nil)
        #expect(plan.bytes == nil)
        var stage = folder.stage("-")
        #expect(stage.contradictions().contains { $0.contains("'format'") })
        stage.from = ["-", "a.txt"]
        #expect(stage.contradictions().contains { $0.contains("mixed") })
    }

    @Test func aMissingPathIsToldEvenBesideOthers() throws {
        let folder = Folder()
        folder.write("in/a.txt")
        folder.write("in/photo.jpg")
        // A file that is left out made the missing one pass unnoticed.
        for from in [["none.txt"], ["in/a.txt", "none.txt"], ["in", "none.txt"]] {
            var stage = folder.stage()
            stage.from = from
            let plan = try stage.plan(folder.context())
            #expect(plan.splits.isEmpty)
            #expect(plan.isRequired)
            #expect(plan.pattern == "none.txt")
        }
        #expect(try folder.plan("none*.txt").isRequired == false)
        #expect(try folder.plan("none*.txt") { $0.require = true }.isRequired)
        #expect(try folder.plan("none.txt", "in") { $0.require = false }.splits.count == 1)
    }

    /// The second mention added nothing, and was told missing.
    @Test func aPathThatIsNamedTwiceIsReadOnce() throws {
        let folder = Folder()
        folder.write("in/a.txt")
        #expect(try folder.uris("in/a.txt", "in/a.txt") == ["in/a.txt"])
        #expect(try folder.uris("in/*.txt", "in/a.txt", "./in//a.txt", "in", "in/") == ["in/a.txt"])
    }

    @Test func filesOfOtherKindsAreLeftOutWithANote() throws {
        let folder = Folder()
        for name in ["in/a.txt", "in/photo.jpg", "in/README"] { folder.write(name) }
        let notes = Notes()
        let plan = try folder.stage("in").plan(folder.context { notes.add($0) })
        #expect(plan.splits.map(\.uri) == ["in/a.txt"])
        #expect(notes.messages == ["2 files left out: no name that tells what it is, e.g. README"])
        #expect(try folder.uris("in") { $0.format = .text }.count == 3)
        // One that is named itself is not passed over.
        #expect(try folder.read("in/README").failures == [StageFailure("the file's name does not tell what it is", advice: "give 'format'")])
    }

    /// Opening it waited for a writer for ever.
    @Test func pipesAndDevicesInAFolderAreNotRead() throws {
        let folder = Folder()
        folder.write("in/a.txt")
        #expect(mkfifo("\(folder.path)/in/pipe.txt", 0o600) == 0)
        folder.link("in/zero.txt", to: "/dev/zero")
        let notes = Notes()
        let plan = try folder.stage("in").plan(folder.context { notes.add($0) })
        #expect(plan.splits.map(\.uri) == ["in/a.txt"])
        #expect(notes.messages == ["2 files left out: a pipe or device, e.g. pipe.txt"])
        // One that is named itself is read: the shell's <(command) is such a pipe.
        #expect(try folder.uris("in/pipe.txt") == ["in/pipe.txt"])
        #expect(try folder.read("in/zero.txt") { $0.mostRecord = ByteSize(bytes: 1000) }.reasons == ["the file is longer than 1kB"])
    }

    @Test func whatCannotBeReadIsToldOfAndNotFatal() throws {
        let folder = Folder()
        folder.write("in/a.txt")
        folder.link("in/dangling.txt", to: "nowhere")
        folder.link("in/round.txt", to: "round.txt")
        let reading = try folder.read("in")
        #expect(reading.articles.count == 1)
        #expect(reading.failures.count == 2)
        #expect(reading.stops.allSatisfy { $0.hasPrefix("the file cannot be read: ") })
        #expect(reading.stops.first == "the file cannot be read: there is no such file or folder")
    }

    /// Both names read as "caf\u{FFFD}.txt", which is neither's.
    @Test func namesThatAreNotUTF8AreToldOf() throws {
        let folder = Folder()
        folder.write("in/a.txt")
        for last in [0xE9, 0xEA] as [UInt8] {
            let name = Array("\(folder.path)/in/caf".utf8) + [last] + Array(".txt".utf8) + [0]
            let descriptor = name.map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { creat($0.baseAddress!, 0o600) }
            try #require(descriptor >= 0)
            close(descriptor)
        }
        let reading = try folder.read("in")
        #expect(reading.articles.count == 1)
        #expect(reading.stops == Array(repeating: "the file cannot be read: its name is not UTF-8", count: 2))
        // The test's folder cannot remove them by their names either.
        for last in [0xE9, 0xEA] as [UInt8] {
            (Array("\(folder.path)/in/caf".utf8) + [last] + Array(".txt".utf8) + [0]).map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { _ = unlink($0.baseAddress!) }
        }
    }

    @Test(.enabled(if: geteuid() != 0, "the superuser may read everything"))
    func withoutPermission() throws {
        let folder = Folder()
        folder.write("in/a.txt")
        folder.write("in/locked/b.txt")
        chmod("\(folder.path)/in/a.txt", 0)
        chmod("\(folder.path)/in/locked", 0)
        defer { chmod("\(folder.path)/in/locked", 0o700) }
        #expect(try folder.read("in").stops == Array(repeating: "the file cannot be read: permission denied", count: 2))
    }

    @Test func theFingerprintChangesWithNamesSizesAndTimes() throws {
        let folder = Folder()
        folder.write("in/a.txt", "one")
        func setTime(_ seconds: Int, _ nanoseconds: Int) {
            let times = [timespec(tv_sec: seconds, tv_nsec: nanoseconds), timespec(tv_sec: seconds, tv_nsec: nanoseconds)]
            #expect(utimensat(AT_FDCWD, "\(folder.path)/in/a.txt", times, 0) == 0)
        }
        var seen: [ContentHash?] = []
        func look() throws { seen.append(try folder.plan("in").fingerprint) }
        setTime(1000, 0)
        try look()
        #expect(try folder.plan("in").fingerprint == seen[0])
        setTime(1000, 1)
        try look()
        setTime(1001, 0)
        try look()
        folder.write("in/a.txt", "four")
        setTime(1000, 0)
        try look()
        folder.write("in/b.txt", "")
        try look()
        #expect(Set(seen).count == seen.count)
        #expect(!seen.contains(nil))
    }
}

/// Collects what a stage reports.
final class Notes: Sendable {
    private let found = Mutex<[String]>([])
    var messages: [String] { found.withLock(\.self) }
    func add(_ diagnostic: Diagnostic) { found.withLock { $0.append(diagnostic.message) } }
}
