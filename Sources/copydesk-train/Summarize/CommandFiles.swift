import Glibc
import StageKit

/// Reads and writes whole files for the subcommands.
enum CommandFiles {
    static func standardInput() throws -> [UInt8] {
        try read(descriptor: STDIN_FILENO)
    }

    /// `-` is standard input.
    static func read(_ path: String) throws -> [UInt8] {
        if path == "-" { return try standardInput() }
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { throw StageFailure("cannot read \(path)", advice: "check the path") }
        defer { close(descriptor) }
        return try read(descriptor: descriptor)
    }

    static func write(_ text: String, to path: String) throws {
        try write(Array(text.utf8), to: path)
    }

    static func write(_ bytes: [UInt8], to path: String) throws {
        guard let file = fopen(path, "w") else { throw StageFailure("cannot write \(path)", advice: "check the folder") }
        defer { fclose(file) }
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw StageFailure("cannot write all of \(path)") }
    }

    private static func read(descriptor: Int32) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0 { throw StageFailure("reading failed: \(String(cString: strerror(errno)))") }
            if count == 0 { return bytes }
            bytes += buffer[0..<count]
        }
    }
}
