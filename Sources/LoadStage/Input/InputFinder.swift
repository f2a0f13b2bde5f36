internal import Glibc
import StageKit

/// Turns the paths of a pipeline into splits.
struct InputFinder {
    let directory: String
    let format: InputFormat?
    let require: Bool?

    private struct Found {
        var splits: [Split] = []
        var bytes: Int? = 0
        /// What ``SplitPlan/fingerprint`` is computed of.
        var stamp = ""
        var seen: Set<String> = []
        var skipped = 0
        var skippedExample = ""
    }

    /// - Parameter pieces: size in bytes of the pieces that large files are cut into.
    func find(_ paths: [String], pieces: Int, report: (Diagnostic) -> Void) throws -> SplitPlan {
        if paths == ["-"] {
            return SplitPlan(splits: [Split(uri: "-")], bytes: nil, isRequired: false, pattern: "-", fingerprint: nil)
        }
        var found = Found()
        for path in paths {
            let before = found.splits.count
            try add(path, pieces: pieces, to: &found)
            // A missing file is told even where others were found: half an input is no input.
            if found.splits.count == before, require ?? !Glob.isPattern(path), found.skipped == 0, !FileSystem.isFolder(absolute(path)) {
                return SplitPlan(splits: [], bytes: 0, isRequired: true, pattern: path, fingerprint: nil)
            }
        }
        if found.skipped > 0 {
            report(
                Diagnostic(.note, "\(found.skipped) file\(found.skipped == 1 ? "" : "s") left out whose name does not tell what they are, e.g. \(found.skippedExample)",
                    advice: "'format' reads every file as one kind"))
        }
        return SplitPlan(
            splits: found.splits, bytes: found.bytes, isRequired: require ?? !paths.contains(where: Glob.isPattern),
            pattern: paths.joined(separator: ", "), fingerprint: ContentHash(Array(found.stamp.utf8)))
    }

    private func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : "\(directory)/\(path)"
    }

    private func add(_ path: String, pieces: Int, to found: inout Found) throws {
        if Glob.isPattern(path), !exists(path) {
            let glob = Glob(absolute(path))
            let start = absolute(Glob.fixedPrefix(of: path))
            guard FileSystem.isFolder(start) else { return }
            try walk(start, enters: glob.mayMatchBelow) { file in
                if glob.matches(file) { addFile(file, isExplicit: false, pieces: pieces, to: &found) }
            }
        } else if FileSystem.isFolder(absolute(path)) {
            try walk(absolute(path), enters: { _ in true }) { addFile($0, isExplicit: false, pieces: pieces, to: &found) }
        } else if exists(path) {
            addFile(absolute(path), isExplicit: true, pieces: pieces, to: &found)
        }
    }

    /// Whether there is a file of that name, a link that leads nowhere included.
    private func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(absolute(path), &status) == 0
    }

    private func walk(_ folder: String, enters: (String) -> Bool, visit: (String) -> Void) throws {
        do throws(SystemCallError) {
            try FolderWalk.walk(folder, enters: enters, visit: visit)
        } catch {
            throw StageFailure("the folder \(folder.printable) cannot be listed: \(error.explanation)")
        }
    }

    private func addFile(_ path: String, isExplicit: Bool, pieces: Int, to found: inout Found) {
        guard found.seen.insert(path).inserted else { return }
        let kind = InputKind(path: path, format: format)
        guard isExplicit || kind.format != nil else {
            found.skipped += 1
            if found.skipped == 1 { found.skippedExample = FileSystem.name(of: path).printable }
            return
        }
        let uri = path.hasPrefix("\(directory)/") ? String(path.dropFirst(directory.count + 1)) : path
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            // Opening it will say why it cannot be read; a pipe cannot be read twice.
            found.splits.append(Split(uri: uri))
            found.stamp += "\(uri)\n"
            found.bytes = nil
            return
        }
        let size = Int(status.st_size)
        found.bytes = found.bytes.map { $0 + size }
        found.stamp += "\(uri) \(size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)\n"
        if kind.format == .jsonl, kind.compression == .none, size > pieces {
            found.splits += LineBorders.splits(of: path, uri: uri, size: size, pieces: pieces)
        } else {
            found.splits.append(Split(uri: uri))
        }
    }
}
