import Foundation

/// The files beside the tests.
enum TestFiles {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

    /// Whether snapshots are to be written: `RECORD_SNAPSHOTS=1`. Recording fails the tests, so that it never goes unseen.
    static let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"

    static func url(_ path: String) -> URL {
        folder.appending(path: path)
    }

    /// The names, without ending, of the files in `folder` that end in `ending`, in order.
    static func names(in folder: String, ending: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url(folder).path).filter { $0.hasSuffix(ending) }
            .map { String($0.dropLast(ending.count)) }.sorted()
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: url(path)))
    }

    /// The snapshot at `path`; nil where there is none.
    static func snapshot(_ path: String) -> String? {
        (try? Data(contentsOf: url(path))).map { String(decoding: $0, as: UTF8.self) }
    }

    static func record(_ text: String, at path: String) throws {
        try Data(text.utf8).write(to: url(path))
    }
}
