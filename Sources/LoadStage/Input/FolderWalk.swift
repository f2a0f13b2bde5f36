internal import Glibc
import StageKit

/// Lists the files below a folder, sorted by their bytes, so that the order is the same on every machine.
///
/// Hidden files (a dot in front) and editors' backups (`~` behind) are left out; links to folders are followed, but never
/// into a folder that they lie in.
struct FolderWalk {
    enum Entry {
        case file(String)
        /// A folder that cannot be listed: told of, so that what lies in it is not passed over in silence.
        case unlistable(String)
    }

    /// Calls `visit` with each file's path; `enters` tells which folders to go into.
    ///
    /// - Throws: ``SystemCallError`` when the folder itself cannot be listed.
    static func walk(_ folder: String, enters: (String) -> Bool, visit: (Entry) -> Void) throws(SystemCallError) {
        var above: Set<FileIdentity> = []
        if let identity = FileIdentity(of: folder) { above.insert(identity) }
        try walk(folder, above, enters, visit)
    }

    private static func walk(
        _ folder: String, _ above: Set<FileIdentity>, _ enters: (String) -> Bool, _ visit: (Entry) -> Void
    ) throws(SystemCallError) {
        for name in try names(in: folder) {
            let path = folder == "." ? name : folder == "/" ? "/\(name)" : "\(folder)/\(name)"
            guard FileSystem.isFolder(path) else {
                visit(.file(path))
                continue
            }
            guard enters(path), let identity = FileIdentity(of: path), !above.contains(identity) else { continue }
            do throws(SystemCallError) {
                try walk(path, above.union([identity]), enters, visit)
            } catch {
                visit(.unlistable(path))
            }
        }
    }

    private static func names(in folder: String) throws(SystemCallError) -> [String] {
        guard let directory = opendir(folder) else { throw SystemCallError() }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if !name.hasPrefix("."), !name.hasSuffix("~") { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}

/// Tells a file from every other, whatever name it is reached by.
struct FileIdentity: Hashable {
    private let device: UInt
    private let inode: UInt

    init?(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        device = UInt(status.st_dev)
        inode = UInt(status.st_ino)
    }
}
