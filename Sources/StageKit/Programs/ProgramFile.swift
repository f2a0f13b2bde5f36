internal import Glibc

/// A program to run: where it is, its arguments, its folder.
public struct ProgramFile: Sendable {
    /// As the user wrote it, the program's name first.
    public let command: [String]
    /// What is run: a path.
    public let path: String
    /// The folder it runs in, absolute.
    public let directory: String

    /// Finds the program: a name with a slash below `directory`, any other on the PATH.
    ///
    /// - Throws: ``StageFailure`` when there is none that can be run.
    public init(_ command: [String], in directory: String) throws(StageFailure) {
        guard let name = command.first, !name.isEmpty else { throw StageFailure("'command' names no program") }
        self.command = command
        self.directory = directory
        if name.utf8.contains(UInt8(ascii: "/")) {
            path = name.hasPrefix("/") ? name : "\(directory)/\(name)"
            guard access(path, F_OK) == 0 else {
                throw StageFailure("there is no program \(path)", advice: "'command' is relative to the pipeline file's folder")
            }
            guard ProgramFile.canRun(path) else {
                throw StageFailure("\(path) cannot be run", advice: "make it executable (chmod +x), or put its interpreter before it")
            }
            return
        }
        let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
        guard let folder = folders.split(separator: ":").first(where: { ProgramFile.canRun("\($0)/\(name)") }) else {
            let hint = access("\(directory)/\(name)", F_OK) == 0 ? "; for the file beside the pipeline, write ./\(name)" : ""
            throw StageFailure("there is no program '\(name)' on the PATH", advice: "install it, or write its path\(hint)")
        }
        path = "\(folder)/\(name)"
    }

    /// For messages: `python3 stage.py`.
    public var label: String { command.joined(separator: " ").printable }

    private static func canRun(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
    }
}
