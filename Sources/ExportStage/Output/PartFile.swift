internal import Glibc
import StageKit

/// The file that an output is written to until it is finished: hidden, beside its final place, so that moving it there is
/// one step of the file system.
struct PartFile {
    /// Absolute path of the output.
    let final: String

    var path: String { "\(FileSystem.folder(of: final))/.\(FileSystem.name(of: final)).part" }

    /// A second file beside it, by a name of its own.
    func sibling(_ name: String) -> String { "\(path)-\(name)" }

    /// Removes the files beside it, whichever run left them.
    func removeSiblings() {
        let folder = FileSystem.folder(of: final)
        let prefix = "\(FileSystem.name(of: path))-"
        guard let directory = opendir(folder) else { return }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if name.hasPrefix(prefix), PartFile.isOurs(name.dropFirst(prefix.count)) { names.append(name) }
        }
        closedir(directory)
        // Best effort: one that stays takes room, no more.
        for name in names { try? FileSystem.remove("\(folder)/\(name)") }
    }

    /// Whether a sibling's own name is one of those that outputs and SQLite give, half written ones included.
    private static func isOurs(_ name: Substring) -> Bool {
        let name = name.hasSuffix(".part") ? name.dropLast(5) : name
        return ["compact", "compact-journal", "journal", "wal", "shm", "log"].contains(name) || (!name.isEmpty && name.utf8.allSatisfy { $0 &- 0x30 < 10 })
    }

    /// What is missing when an interrupted run is to go on.
    var isGone: StageFailure {
        StageFailure("\(path.printable) is gone, which the interrupted run needs", advice: "give --restart")
    }

    /// Makes the folder it lies in.
    func makeFolder() throws(StageFailure) {
        try explaining("made") { () throws(SystemCallError) in try FileSystem.makeFolders(FileSystem.folder(of: final)) }
        if FileSystem.isFolder(final) { throw StageFailure("the output \(final.printable) is a folder") }
    }

    /// Turns what the operating system says into what a user can act on.
    func explaining<Result>(_ verb: String, _ work: () throws(SystemCallError) -> Result) throws(StageFailure) -> Result {
        do throws(SystemCallError) {
            return try work()
        } catch {
            throw StageFailure("the output \(final.printable) cannot be \(verb): \(error.explanation)")
        }
    }
}
