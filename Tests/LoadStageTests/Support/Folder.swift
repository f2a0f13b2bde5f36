import Glibc
import LoadStage
import StageKit

/// A folder of its own for a test, removed when the test ends, and `load` reading in it.
final class Folder {
    let path: String

    init() {
        var template = Array("/tmp/copydesk-load-XXXXXX".utf8CString)
        precondition(mkdtemp(&template) != nil)
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        var names: [String] = []
        var folders: [String] = [path]
        while let folder = folders.popLast() {
            names.append(folder)
            guard let listing = opendir(folder) else { continue }
            while let entry = readdir(listing) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                var status = stat()
                guard name != ".", name != "..", lstat("\(folder)/\(name)", &status) == 0 else { continue }
                if status.st_mode & S_IFMT == S_IFDIR { folders.append("\(folder)/\(name)") } else { unlink("\(folder)/\(name)") }
            }
            closedir(listing)
        }
        for name in names.reversed() { rmdir(name) }
    }

    func write(_ name: String, _ bytes: [UInt8]) {
        let file = "\(path)/\(name)"
        try! FileSystem.makeFolders(FileSystem.folder(of: file))
        let written = try! DurableFile(creating: file)
        try! written.append(bytes)
    }

    func write(_ name: String, _ text: String = "Some text.") { write(name, Array(text.utf8)) }

    func link(_ name: String, to target: String) { precondition(symlink(target, "\(path)/\(name)") == 0) }

    func context(report: @escaping @Sendable (Diagnostic) -> Void = { _ in }) -> StageContext {
        StageContext(pipeline: "test", inputDirectory: path, outputDirectory: path, run: "test", report: report)
    }

    func stage(_ from: String..., configure: (inout LoadStage) -> Void = { _ in }) -> LoadStage {
        var stage = LoadStage()
        stage.from = from
        configure(&stage)
        stage.prepare(context())
        return stage
    }

    func plan(_ from: String..., configure: (inout LoadStage) -> Void = { _ in }) throws -> SplitPlan {
        var stage = stage(configure: configure)
        stage.from = from
        return try stage.plan(context())
    }

    /// The URIs of the splits that `from` gives.
    func uris(_ from: String..., configure: (inout LoadStage) -> Void = { _ in }) throws -> [String] {
        var stage = stage(configure: configure)
        stage.from = from
        return try stage.plan(context()).splits.map(\.uri)
    }

    /// Reads one file to the end.
    func read(_ name: String, configure: (inout LoadStage) -> Void = { _ in }) throws -> Reading {
        let stage = stage(name, configure: configure)
        return try Reading(stage, stage.plan(context()).splits, context())
    }

    /// Writes one file and reads it to the end.
    func read(_ name: String, _ bytes: [UInt8], configure: (inout LoadStage) -> Void = { _ in }) throws -> Reading {
        write(name, bytes)
        return try read(name, configure: configure)
    }
}

/// What came of reading some splits.
struct Reading {
    var records: [SourceRecord] = []
    /// By record: the article, or why there is none.
    var results: [Result<Article, StageFailure>] = []
    /// Why reading of a split ended before its end.
    var failures: [StageFailure] = []

    var articles: [Article] { results.compactMap { try? $0.get() } }
    var texts: [String] { articles.compactMap { $0.text?.string } }
    var titles: [String?] { articles.map(\.metadata.title) }
    /// The failures of records.
    var reasons: [String] {
        results.compactMap { if case .failure(let failure) = $0 { failure.reason } else { nil } }
    }
    var stops: [String] { failures.map(\.reason) }

    /// - Throws: what is no ``StageFailure``.
    init(_ stage: LoadStage, _ splits: [Split], _ context: StageContext) throws {
        for split in splits {
            do {
                var reader = try stage.open(split, context)
                while let record = try reader.next() {
                    records.append(record)
                    if let failure = record.failure {
                        results.append(.failure(failure))
                        continue
                    }
                    do {
                        results.append(.success(try stage.decode(record)))
                    } catch let failure as StageFailure {
                        results.append(.failure(failure))
                    }
                }
            } catch let failure as StageFailure {
                failures.append(failure)
            }
        }
    }
}
