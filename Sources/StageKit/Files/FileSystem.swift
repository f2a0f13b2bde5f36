internal import Glibc

/// The few operations on files that outlive a crash or need a clear error. For whole files and folders; see
/// ``DurableFile`` for writing piece by piece. Safe to use from any thread.
public enum FileSystem {
    /// Makes a folder and those above it; does nothing for those that are there.
    public static func makeFolders(_ path: String, mode: UInt32 = 0o755) throws(SystemCallError) {
        var made = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/") {
            made += "/\(part)"
            guard mkdir(made, mode) != 0 else { continue }
            // A folder that is there may also answer "read-only" or "permission denied".
            let error = SystemCallError()
            guard isFolder(made) else { throw error }
        }
    }

    public static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// The names of what lies in a folder, in order; empty where there is no such folder or it cannot be read.
    public static func names(in folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// The size of a file in bytes; nil when there is none.
    public static func size(_ path: String) -> Int? {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : nil
    }

    /// The whole of a file; nil when there is none.
    public static func read(_ path: String, atMost most: Int = .max) throws(SystemCallError) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            let error = SystemCallError()
            if error.isMissingFile { return nil }
            throw error
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &buffer, min(buffer.count, most - bytes.count))
            if count > 0 {
                bytes.append(contentsOf: buffer[..<count])
            } else if count == 0 {
                return bytes
            } else if errno != EINTR {
                throw SystemCallError()
            }
        }
    }

    /// Replaces a file as a whole: after a crash there is the old one or the new one, never a part.
    public static func replace(_ path: String, with bytes: [UInt8]) throws(SystemCallError) {
        let file = try DurableFile(creating: "\(path).part")
        try file.append(bytes)
        try file.moveIntoPlace(as: path)
    }

    /// Removes a file; does nothing when there is none.
    public static func remove(_ path: String) throws(SystemCallError) {
        try FaultPoint.remove.pass()
        guard unlink(path) != 0 else { return }
        let error = SystemCallError()
        if !error.isMissingFile { throw error }
    }

    /// Makes renames and removals in `folder` survive a power cut.
    public static func sync(folder: String) throws(SystemCallError) {
        try FaultPoint.sync.pass()
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemCallError() }
        defer { close(descriptor) }
        // Some file systems cannot sync a folder and say so; the rename is then as durable as they make it.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw SystemCallError() }
    }

    /// `path` made absolute against the working directory, without `.` and empty parts. A `..` stays: what it means depends
    /// on links.
    public static func absolute(_ path: String) -> String {
        var whole = path
        if !path.hasPrefix("/"), let working = getcwd(nil, 0) {
            defer { free(working) }
            whole = "\(String(cString: working))/\(path)"
        }
        return "/" + whole.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    }

    /// The folder part of a path.
    public static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The last part of a path.
    public static func name(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }
}
