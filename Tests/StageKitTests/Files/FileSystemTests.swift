import Foundation
import StageKit
import Testing

/// A folder that goes away with it, and all that lies in it.
final class TemporaryFolder {
    let path = "\(NSTemporaryDirectory())copydesk-test-\(UUID().uuidString)"

    init() {
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}

@Suite struct FileSystemTests {
    @Test func foldersAreMadeWithThoseAboveThem() throws {
        let folder = TemporaryFolder()
        try FileSystem.makeFolders("\(folder.path)/a/b")
        try FileSystem.makeFolders("\(folder.path)/a/b")
        #expect(FileSystem.isFolder("\(folder.path)/a/b"))
    }

    @Test func aFileInTheWayIsAnError() throws {
        let folder = TemporaryFolder()
        try FileSystem.replace("\(folder.path)/file", with: [1])
        #expect { try FileSystem.makeFolders("\(folder.path)/file/x") } throws: {
            ($0 as? SystemCallError)?.explanation == "a part of the path is a file, not a folder"
        }
    }

    @Test func replacingLeavesNoPart() throws {
        let folder = TemporaryFolder()
        let path = "\(folder.path)/file"
        try FileSystem.replace(path, with: Array("one".utf8))
        try FileSystem.replace(path, with: Array("two".utf8))
        #expect(try FileSystem.read(path) == Array("two".utf8))
        #expect(FileSystem.size("\(path).part") == nil)
        #expect(FileSystem.size(path) == 3)
    }

    @Test func aMissingFileIsNothing() throws {
        #expect(try FileSystem.read("/nowhere/at/all") == nil)
        try FileSystem.remove("/nowhere/at/all")
    }
}

@Suite struct DurableFileTests {
    @Test func resumingCutsBackToWhatWasCommitted() throws {
        let folder = TemporaryFolder()
        let path = "\(folder.path)/part"
        do {
            let file = try DurableFile(creating: path)
            try file.append(Array("committed".utf8))
            try file.sync()
            try file.append(Array(" and torn".utf8))
        }
        let file = try DurableFile(resuming: path, length: 9)
        #expect(try file.read(from: 0) == Array("committed".utf8))
        try file.append(Array("!".utf8))
        try file.moveIntoPlace(as: "\(folder.path)/final")
        #expect(try FileSystem.read("\(folder.path)/final") == Array("committed!".utf8))
        #expect(FileSystem.size(path) == nil)
    }

    @Test func aFileShorterThanItsCommitIsDamaged() throws {
        let folder = TemporaryFolder()
        try FileSystem.replace("\(folder.path)/part", with: [1, 2])
        #expect(throws: SystemCallError.self) { try DurableFile(resuming: "\(folder.path)/part", length: 3) }
    }
}
