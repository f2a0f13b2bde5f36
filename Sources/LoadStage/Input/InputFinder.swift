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
        /// Files below a folder whose name does not tell what they are.
        var unknown = LeftOut()
        /// Pipes, sockets and devices below a folder: reading one may never end.
        var special = LeftOut()
    }

    /// Files that are not read, for the note about them.
    private struct LeftOut {
        var count = 0
        var example = ""

        mutating func add(_ path: String) {
            count += 1
            if count == 1 { example = FileSystem.name(of: path).printable }
        }

        func note(_ reason: String, advice: String) -> Diagnostic? {
            count == 0 ? nil : Diagnostic(.note, "\(count) file\(count == 1 ? "" : "s") left out: \(reason), e.g. \(example)", advice: advice)
        }
    }

    /// - Parameter pieces: size in bytes of the pieces that large files are cut into.
    func find(_ paths: [String], pieces: Int, report: (Diagnostic) -> Void) throws -> SplitPlan {
        if paths == ["-"] {
            return SplitPlan(splits: [Split(uri: "-")], bytes: nil, isRequired: false, pattern: "-", fingerprint: nil)
        }
        var found = Found()
        for path in paths {
            // A missing file is told even where others were found: half an input is no input.
            guard try add(path, pieces: pieces, to: &found) || !(require ?? !Glob.isPattern(path)) else {
                return SplitPlan(splits: [], bytes: 0, isRequired: true, pattern: path, fingerprint: nil)
            }
        }
        let notes = [
            found.unknown.note("no name that tells what it is", advice: "'format' reads every file as one kind"),
            found.special.note("a pipe or device", advice: "'from' reads one that it names itself"),
        ]
        for note in notes.compactMap(\.self) { report(note) }
        return SplitPlan(
            splits: found.splits, bytes: found.bytes, isRequired: require ?? !paths.contains(where: Glob.isPattern),
            pattern: paths.joined(separator: ", "), fingerprint: ContentHash(Array(found.stamp.utf8)))
    }

    private func absolute(_ path: String) -> String {
        FileSystem.absolute(path.hasPrefix("/") ? path : "\(directory)/\(path)")
    }

    /// Adds what a path of the pipeline names.
    /// - Returns: whether there is anything of that name, be it already added or left out.
    private func add(_ path: String, pieces: Int, to found: inout Found) throws -> Bool {
        let whole = absolute(path)
        if Glob.isPattern(path), !exists(whole) {
            let start = absolute(Glob.fixedPrefix(of: path))
            // Only what the pipeline wrote is a pattern; the folder that it lies in may have brackets in its name.
            let glob = Glob(Glob.variablePart(of: path))
            guard FileSystem.isFolder(start) else { return false }
            let skipped = start == "/" ? 1 : start.utf8.count + 1
            func below(_ path: String) -> String { String(decoding: path.utf8.dropFirst(skipped), as: UTF8.self) }
            var isAny = false
            try walk(start, enters: { glob.mayMatchBelow(below($0)) }, into: &found) { file, found in
                guard glob.matches(below(file)) else { return }
                isAny = true
                addFile(file, isExplicit: false, pieces: pieces, to: &found)
            }
            return isAny
        }
        if FileSystem.isFolder(whole) {
            try walk(whole, enters: { _ in true }, into: &found) { addFile($0, isExplicit: false, pieces: pieces, to: &$1) }
            return true
        }
        guard exists(whole) else { return false }
        addFile(whole, isExplicit: true, pieces: pieces, to: &found)
        return true
    }

    /// Whether there is a file of that name, a link that leads nowhere included.
    private func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    private func walk(
        _ folder: String, enters: (String) -> Bool, into found: inout Found, visit: (String, inout Found) -> Void
    ) throws {
        do throws(SystemCallError) {
            try FolderWalk.walk(folder, enters: enters) { entry in
                switch entry {
                case .file(let path): visit(path, &found)
                // Opening it will say why it cannot be read, and the run's report tells of it.
                case .unlistable(let path):
                    found.splits.append(Split(uri: uri(path)))
                    found.stamp += "\(uri(path))\n"
                }
            }
        } catch {
            throw StageFailure("the folder \(folder.printable) cannot be listed: \(error.explanation)")
        }
    }

    private func uri(_ path: String) -> String {
        let folder = FileSystem.absolute(directory)
        return path.hasPrefix("\(folder)/") ? String(decoding: path.utf8.dropFirst(folder.utf8.count + 1), as: UTF8.self) : path
    }

    private func addFile(_ path: String, isExplicit: Bool, pieces: Int, to found: inout Found) {
        // Names that are not UTF-8 look the same where they differ; each is told of.
        guard found.seen.insert(path).inserted || path.unicodeScalars.contains("\u{FFFD}") else { return }
        let kind = InputKind(path: path, format: format)
        guard isExplicit || kind.format != nil else { return found.unknown.add(path) }
        let uri = uri(path)
        var status = stat()
        let isThere = stat(path, &status) == 0
        guard isThere, status.st_mode & S_IFMT == S_IFREG else {
            if isThere, !isExplicit { return found.special.add(path) }
            // Opening it will say why it cannot be read; a pipe cannot be read twice.
            found.splits.append(Split(uri: uri))
            found.stamp += "\(uri)\n"
            found.bytes = nil
            return
        }
        let size = Int(status.st_size)
        found.bytes = found.bytes.map { $0 + size }
        let version = "\(size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
        found.stamp += "\(uri) \(version)\n"
        if kind.format == .jsonl, kind.compression == .none, size > pieces {
            for var split in LineBorders.splits(of: path, uri: uri, size: size, pieces: pieces) {
                split.version = version
                found.splits.append(split)
            }
        } else {
            found.splits.append(Split(uri: uri, version: version))
        }
    }
}
