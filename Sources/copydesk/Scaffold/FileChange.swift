import Glibc
import StageKit

/// Several files made or rewritten as one: what was done can be undone.
final class FileChange {
    private var undoing: [() -> Void] = []

    /// Makes a file and the folders above it. A file that is there is an error.
    func create(_ path: String, _ text: String) throws(SystemCallError) {
        try makeFolder(FileSystem.folder(of: path))
        guard FileSystem.size(path) == nil else { throw SystemCallError(number: EEXIST) }
        undoing.append { unlink(path) }
        try write(path, text)
    }

    /// Replaces a file's text as a whole; its permissions stay.
    func rewrite(_ path: String, to new: String) throws(SystemCallError) {
        let old = try FileSystem.read(path).map { String(decoding: $0, as: UTF8.self) } ?? ""
        try write(path, new)
        undoing.append { [self] in try? write(path, old) }
    }

    /// Puts everything back, the last first.
    func undo() {
        for step in undoing.reversed() { step() }
        undoing = []
    }

    private func makeFolder(_ path: String) throws(SystemCallError) {
        guard !FileSystem.isFolder(path) else { return }
        try makeFolder(FileSystem.folder(of: path))
        undoing.append { rmdir(path) }
        try FileSystem.makeFolders(path)
    }

    private func write(_ path: String, _ text: String) throws(SystemCallError) {
        var status = stat()
        let mode = stat(path, &status) == 0 ? status.st_mode & 0o777 : 0o644
        let file = try DurableFile(creating: "\(path).part", mode: mode)
        do throws(SystemCallError) {
            try file.append(Array(text.utf8))
            try file.moveIntoPlace(as: path)
        } catch {
            try? file.remove()
            throw error
        }
    }
}
