import StageKit

/// An output that is text, plain or compressed.
///
/// Compressed text is cut into frames of about a megabyte, at borders between articles that depend on the text alone. So
/// the bytes are the same however the run was interrupted, and a run can go on at any article: what belongs to the frame
/// that has just begun is kept beside the part file, uncompressed.
final class TextOutput: SinkOutput {
    /// Uncompressed bytes after which a frame ends: large enough to cost little compression, small enough to keep.
    private static let frameSize = 1 << 20

    private let part: PartFile
    private let compressor: FrameCompressor?
    /// Nil when an interrupted run had already moved it into place.
    private let file: DurableFile?
    private var articles: Int
    /// What the frame that has begun holds so far; always empty where nothing is compressed.
    private var pending: [UInt8] = []
    private var checkpoints: Int

    private let isExtended: Bool

    /// - Parameter header: what an empty output begins with.
    init(_ path: String, header: [UInt8] = [], mode: OutputMode = .replace, resuming checkpoint: SinkCheckpoint?) throws {
        let part = PartFile(final: path)
        self.part = part
        compressor = FrameCompressor(path: path)
        articles = checkpoint?.articles ?? 0
        checkpoints = checkpoint?.state["checkpoint"]?.integerValue ?? 0
        isExtended = mode == .extend
        try part.makeFolder()
        guard let checkpoint else {
            part.removeSiblings()
            let file = try part.explaining("made") { () throws(SystemCallError) in
                mode == .extend ? try DurableFile(creating: part.path, mode: 0o644, copying: path) : try DurableFile(creating: part.path, mode: 0o644)
            }
            self.file = file
            if file.length == 0 { try append(header) }
            return
        }
        guard let length = checkpoint.state["length"]?.integerValue else {
            // A run that had found its output in place said nothing more of it.
            guard checkpoint.state == .null, FileSystem.size(part.path) == nil, FileSystem.size(path) != nil else {
                throw StageFailure("the journal does not say how long \(part.path.printable) was", advice: "give --restart")
            }
            file = nil
            return
        }
        let isPending = checkpoint.state["pending"] == true
        guard let stored = FileSystem.size(part.path) else {
            // What lies in place may also be an older run's; then its length tells.
            let isFrameToCome = isPending || (length == 0 && compressor != nil)
            guard let finished = FileSystem.size(path), isFrameToCome ? finished > length : finished == length else { throw part.isGone }
            file = nil
            return
        }
        guard stored >= length else {
            throw StageFailure("\(part.path.printable) has \(stored) bytes where the journal says \(length)", advice: "give --restart")
        }
        file = try part.explaining("gone on with") { () throws(SystemCallError) in try DurableFile(resuming: part.path, length: length) }
        if isPending {
            let name = pendingPath(checkpoints)
            guard let bytes = try part.explaining("gone on with", { () throws(SystemCallError) in try FileSystem.read(name) }) else {
                throw StageFailure("\(name.printable) is gone, which the interrupted run needs", advice: "give --restart")
            }
            pending = bytes
        }
    }

    func write(_ payload: SinkPayload) throws {
        articles += payload.ends.count
        guard compressor != nil else { return try append(payload.bytes) }
        var start = 0
        for end in payload.ends {
            try append(Array(payload.bytes[start..<end]))
            start = end
        }
    }

    private func append(_ bytes: [UInt8]) throws(StageFailure) {
        guard !bytes.isEmpty else { return }
        guard let file else { throw part.isGone }
        guard compressor != nil else {
            return try part.explaining("written") { () throws(SystemCallError) in try file.append(bytes) }
        }
        pending += bytes
        if pending.count >= TextOutput.frameSize { try endFrame() }
    }

    private func endFrame() throws(StageFailure) {
        guard let compressor, let file else { return }
        let frame = try compressor.compress(pending)
        try part.explaining("written") { () throws(SystemCallError) in try file.append(frame) }
        pending.removeAll(keepingCapacity: true)
    }

    func checkpoint() throws -> JSONValue {
        guard let file else { return .null }
        let last = checkpoints
        checkpoints += 1
        try part.explaining("written") { () throws(SystemCallError) in
            try file.sync()
            if !pending.isEmpty { try FileSystem.replace(pendingPath(checkpoints), with: pending) }
            // The journal names the last one until it takes this checkpoint; the one before that nobody needs.
            try FileSystem.remove(pendingPath(last - 1))
        }
        return ["length": .integer(file.length), "pending": .bool(!pending.isEmpty), "checkpoint": .integer(checkpoints)]
    }

    private func pendingPath(_ checkpoint: Int) -> String { part.sibling("\(checkpoint)") }

    func finish() throws -> FinishedOutput {
        if let file {
            if compressor != nil, !pending.isEmpty || file.length == 0 { try endFrame() }
            try part.explaining("finished") { () throws(SystemCallError) in try file.moveIntoPlace(as: part.final) }
        }
        part.removeSiblings()
        return FinishedOutput(path: part.final, articles: articles, bytes: FileSystem.size(part.final) ?? 0, isExtended: isExtended)
    }

    func abandon() {
        // Best effort: the run has failed already, and says why.
        try? file?.remove()
        part.removeSiblings()
    }
}
