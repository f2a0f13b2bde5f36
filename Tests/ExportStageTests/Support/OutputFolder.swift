import Glibc
import StageKit

@testable import ExportStage

/// A folder of its own for a test, removed when the test ends, and `export` writing to it.
final class OutputFolder {
    let path: String

    init() {
        var template = Array("/tmp/copydesk-export-XXXXXX".utf8CString)
        precondition(mkdtemp(&template) != nil)
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        for name in files { unlink("\(path)/\(name)") }
        for folder in ["deep/er", "deep", "in-place", ""] { rmdir("\(path)/\(folder)") }
    }

    var context: StageContext { StageContext(pipeline: "test", inputDirectory: path, outputDirectory: path, run: "test") }

    /// The names of all files, hidden ones too, sorted.
    var files: [String] { files(in: "").sorted() }

    private func files(in folder: String) -> [String] {
        guard let listing = opendir("\(path)/\(folder)") else { return [] }
        defer { closedir(listing) }
        var found: [String] = []
        while let entry = readdir(listing) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name != ".", name != ".." else { continue }
            if FileSystem.isFolder("\(path)/\(folder)\(name)") { found += files(in: "\(folder)\(name)/") } else { found.append(folder + name) }
        }
        return found
    }

    func bytes(_ name: String) -> [UInt8] { (try? FileSystem.read("\(path)/\(name)")) ?? [] }
    func text(_ name: String) -> String { String(decoding: bytes(name), as: UTF8.self) }
    func lines(_ name: String) -> [String] { text(name).split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        try DurableFile(creating: "\(path)/\(name)").append(bytes)
    }

    func writer(_ stage: ExportStage, resuming checkpoint: SinkCheckpoint? = nil) throws -> ExportWriter {
        try stage.makeWriter(context, resuming: checkpoint)
    }

    /// Writes articles in one go.
    @discardableResult
    func export(_ articles: [Article], _ stage: ExportStage) throws -> [FinishedOutput] {
        var writer = try writer(stage)
        try writer.write(stage.batch(articles))
        _ = try writer.checkpoint()
        return try writer.finish()
    }
}

extension ExportStage {
    init(_ sinks: any ExportSink...) {
        self.init()
        to = sinks.map { SinkChoice(sink: $0) }
    }

    func batch(_ articles: some Sequence<Article>) -> ExportBatch {
        var batch = makeBatch()
        for article in articles { encode(article, into: &batch) }
        return batch
    }
}

extension ExportSink {
    /// The sink with its path and settings.
    init(to path: String, configure: (inout Self) -> Void = { _ in }) {
        self.init()
        self.path = path
        configure(&self)
    }
}
