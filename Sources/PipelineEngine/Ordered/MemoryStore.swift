import StageKit

/// Keeps what a pipeline's ordered stage remembers, as outputs are kept: what a run adds is made durable with each commit, cut
/// back to the last one after a crash, and counts from the moment when the run's outputs are in place.
///
/// Entries are appended to a file in the state folder (``MemoryLog``). ``MemoryHead`` says how much of it counts between
/// runs, the journal how much of it counts while a run is unfinished. A run that begins anew writes another file, and so does
/// one that finds more forgotten entries than others. Used by one thread at a time.
final class MemoryStore {
    private let state: StateDirectory
    private let stage: any OrderedStage
    private let log: DurableFile
    /// The list of articles that were dropped; nil when an earlier process had already moved it into place.
    private let repeats: DurableFile?
    /// How many bytes at the front are of earlier runs.
    private let base: Int
    private let recollection: Recollection
    private var added: [[UInt8]] = []
    private var addedBytes = 0

    private init(
        _ state: StateDirectory, _ stage: any OrderedStage, log: DurableFile, repeats: DurableFile?, base: Int, _ recollection: Recollection
    ) {
        self.state = state
        self.stage = stage
        self.log = log
        self.repeats = repeats
        self.base = base
        self.recollection = recollection
    }

    func add(_ entries: [[UInt8]], repeats lines: [[UInt8]]) throws(StageFailure) {
        added += entries
        addedBytes += entries.reduce(0) { $0 + $1.count }
        do throws(SystemCallError) {
            if !lines.isEmpty { try repeats?.append(Array(lines.joined())) }
            // Without commits, as for a pipe, what was added would else pile up.
            if addedBytes >= MemoryLog.wantedBlock { try flush() }
        } catch {
            throw MemoryStore.cannot("written", log.path, error)
        }
    }

    /// Makes what was added durable, without letting it count.
    /// - Returns: what ``open(_:_:_:resuming:console:)`` needs to come back to this point.
    func checkpoint() throws(StageFailure) -> JSONValue {
        do throws(SystemCallError) {
            try flush()
            try log.sync()
            try repeats?.sync()
        } catch {
            throw MemoryStore.cannot("written", log.path, error)
        }
        return MemoryPoint(file: FileSystem.name(of: log.path), length: log.length, base: base, repeats: repeats?.length ?? 0).json
    }

    private func flush() throws(SystemCallError) {
        guard !added.isEmpty else { return }
        try log.append(MemoryLog.blocks(added))
        added.removeAll(keepingCapacity: true)
        addedBytes = 0
    }

    /// Lets the run's articles count as remembered: its outputs are in place.
    func promote() throws(StageFailure) {
        _ = try checkpoint()
        let file = FileSystem.name(of: log.path)
        let head = MemoryHead(
            stage: type(of: stage).name, format: stage.memoryFormat, file: file, length: log.length, articles: recollection.count)
        do throws(SystemCallError) {
            try repeats?.moveIntoPlace(as: state.repeatsFile)
            try FileSystem.replace(state.memoryFile, with: Array("\(head.json.json)\n".utf8))
            try MemoryStore.removeFiles(in: state, but: [file])
        } catch {
            throw MemoryStore.cannot("written", log.path, error)
        }
    }

    /// Forgets what the run added.
    func abandon() throws(StageFailure) {
        do throws(SystemCallError) {
            try repeats?.remove()
            // What lies beyond the head's length in its own file is cut off by the next run.
            try MemoryStore.removeStrayFiles(in: state)
        } catch {
            throw MemoryStore.cannot("removed", log.path, error)
        }
    }
}

// MARK: - Opening

extension MemoryStore {
    /// Opens the memory for a run, and reads what counts of it.
    ///
    /// - Parameter point: what the last commit of an interrupted run said; nil for a new run.
    /// - Throws: ``StageFailure`` when it cannot be read, is damaged, or was made with other settings.
    static func open(
        _ state: StateDirectory, _ stage: any OrderedStage, _ mode: RunMode, resuming point: MemoryPoint?
    ) throws -> (store: MemoryStore, recollection: Recollection) {
        var memory = stage.makeAnyMemory()
        if let point {
            let log = try resumed("\(state.path)/\(point.file)", length: point.length)
            try read(log, into: &memory, base: point.base)
            var repeats: DurableFile?
            if FileSystem.size(state.repeatsPartFile) != nil { repeats = try resumed(state.repeatsPartFile, length: point.repeats) }
            let recollection = Recollection(of: stage, memory)
            return (MemoryStore(state, stage, log: log, repeats: repeats, base: point.base, recollection), recollection)
        }
        let repeats = try made(state.repeatsPartFile)
        var log: DurableFile
        if goesOn(stage.memoryScope, mode), let head = try head(of: state) {
            try check(head, stage, state)
            // What an unfinished run has left behind it is cut off.
            log = try resumed("\(state.path)/\(head.file)", length: head.length, advice: remedy(state))
            let entries = try read(log, into: &memory, base: head.length)
            if entries > 2 * memory.count + leastForgotten { log = try rewritten(memory, state) }
        } else {
            do throws(SystemCallError) {
                try removeStrayFiles(in: state)
            } catch {
                throw cannot("removed", state.path, error)
            }
            log = try made(newPath(in: state))
        }
        let recollection = Recollection(of: stage, memory)
        return (MemoryStore(state, stage, log: log, repeats: repeats, base: log.length, recollection), recollection)
    }

    /// Fewer forgotten entries than these are not worth writing the others anew.
    private static let leastForgotten = 1000

    /// Whether a run goes on with what was remembered.
    private static func goesOn(_ scope: MemoryScope, _ mode: RunMode) -> Bool {
        switch scope {
        case .run: mode == .replay
        case .outputs: mode.extendsOutputs
        case .runs: mode != .full
        }
    }

    private static func head(of state: StateDirectory) throws(StageFailure) -> MemoryHead? {
        let bytes: [UInt8]?
        do throws(SystemCallError) {
            bytes = try FileSystem.read(state.memoryFile)
        } catch {
            throw cannot("read", state.memoryFile, error)
        }
        guard let bytes else { return nil }
        guard let head = MemoryHead(bytes) else {
            throw StageFailure("\(state.memoryFile), which says what is remembered, is damaged", advice: remedy(state))
        }
        return head
    }

    private static func check(_ head: MemoryHead, _ stage: any OrderedStage, _ state: StateDirectory) throws(StageFailure) {
        let name = type(of: stage).name
        guard head.stage == name else {
            throw StageFailure("what is remembered in \(state.memoryFile) is of stage '\(head.stage)', not '\(name)'", advice: remedy(state))
        }
        guard head.format == stage.memoryFormat else {
            throw StageFailure(
                "\(name) remembers \(Console.articles(head.articles)) by other settings (\(head.format)) than it has now (\(stage.memoryFormat))",
                advice: "set them back, or \(remedy(state))")
        }
    }

    /// What to do about a memory that cannot be gone on with.
    private static func remedy(_ state: StateDirectory) -> String {
        "give --full to read all articles again, or remove \(state.memoryFile) to remember from now on only"
    }

    /// - Parameter base: what lies before it is of earlier runs.
    /// - Returns: how many entries there are.
    @discardableResult
    private static func read(_ log: DurableFile, into memory: inout any ArticleMemory, base: Int) throws -> Int {
        var entries = 0
        do {
            try MemoryLog.read(length: log.length, fetch: { range throws(SystemCallError) in try log.read(range) }) { entry, offset in
                do {
                    try memory.restore(entry, ofEarlierRun: offset < base)
                } catch {
                    throw MemoryLog.Damage(offset: offset, reason: StageFailure(describing: error).reason)
                }
                entries += 1
            }
        } catch let damage as MemoryLog.Damage {
            throw StageFailure(
                "the memory \(log.path) is damaged at byte \(damage.offset): \(damage.reason)",
                advice: "give --full to read all articles again, or remove it and memory.json beside it to remember from now on only")
        } catch let error as SystemCallError {
            throw cannot("read", log.path, error)
        }
        return entries
    }

    /// The memory in a file of its own, without what was forgotten.
    private static func rewritten(_ memory: any ArticleMemory, _ state: StateDirectory) throws -> DurableFile {
        let log = try made(newPath(in: state))
        var entries: [[UInt8]] = []
        var bytes = 0
        func write() throws(StageFailure) {
            do throws(SystemCallError) {
                try log.append(MemoryLog.blocks(entries))
            } catch {
                throw cannot("written", log.path, error)
            }
            entries.removeAll(keepingCapacity: true)
            bytes = 0
        }
        try memory.forEachEntry { entry in
            entries.append(entry)
            bytes += entry.count
            if bytes >= MemoryLog.wantedBlock { try write() }
        }
        try write()
        return log
    }

    /// Removes what runs left that came to nothing; nothing where no one knows which file is the right one.
    private static func removeStrayFiles(in state: StateDirectory) throws(SystemCallError) {
        guard let bytes = try FileSystem.read(state.memoryFile) else { return try removeFiles(in: state, but: []) }
        if let head = MemoryHead(bytes) { try removeFiles(in: state, but: [head.file]) }
    }

    /// A file that is not there yet.
    private static func newPath(in state: StateDirectory) -> String {
        let last = FileSystem.names(in: state.path).compactMap(MemoryHead.generation).max() ?? 0
        return "\(state.path)/\(MemoryHead.file(generation: last + 1))"
    }

    private static func made(_ path: String) throws(StageFailure) -> DurableFile {
        do throws(SystemCallError) {
            return try DurableFile(creating: path)
        } catch {
            throw cannot("made", path, error)
        }
    }

    private static func resumed(_ path: String, length: Int, advice: String = "give --restart to begin anew") throws(StageFailure) -> DurableFile {
        if let size = FileSystem.size(path), size < length {
            throw StageFailure("the memory of articles, \(path), has \(size) bytes where it should have \(length)", advice: advice)
        }
        do throws(SystemCallError) {
            return try DurableFile(resuming: path, length: length)
        } catch {
            throw StageFailure(cannot("gone on with", path, error).reason, advice: error.isMissingFile ? advice : nil)
        }
    }

    private static func removeFiles(in state: StateDirectory, but kept: [String]) throws(SystemCallError) {
        for name in FileSystem.names(in: state.path) where MemoryHead.generation(of: name) != nil && !kept.contains(name) {
            try FileSystem.remove("\(state.path)/\(name)")
        }
    }

    private static func cannot(_ verb: String, _ path: String, _ error: SystemCallError) -> StageFailure {
        StageFailure("the memory of articles, \(path), cannot be \(verb): \(error.explanation)")
    }
}

/// How far the memory was at a commit.
struct MemoryPoint {
    var file: String
    /// Bytes of the file that count.
    var length: Int
    /// Bytes of them that are of earlier runs.
    var base: Int
    /// Length of the list of dropped articles in bytes.
    var repeats: Int

    var json: JSONValue { ["file": .string(file), "length": .integer(length), "base": .integer(base), "repeats": .integer(repeats)] }

    init(file: String, length: Int, base: Int, repeats: Int) {
        self.file = file
        self.length = length
        self.base = base
        self.repeats = repeats
    }

    /// - Throws: ``StageFailure`` when an interrupted run's journal does not say it.
    init(_ json: JSONValue) throws(StageFailure) {
        guard let file = json["file"]?.stringValue, MemoryHead.generation(of: file) != nil, let length = json["length"]?.integerValue,
            let base = json["base"]?.integerValue, let repeats = json["repeats"]?.integerValue, length >= 0, (0...length).contains(base), repeats >= 0
        else { throw StageFailure("the journal does not say how far the memory of articles was", advice: "give --restart to begin anew") }
        self.init(file: file, length: length, base: base, repeats: repeats)
    }
}
