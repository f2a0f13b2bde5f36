import StageKit

/// The splits of an unfinished run, as it found them when it began.
///
/// Input that arrives while a run is interrupted must not keep it from being finished: what was to be read is read, and the
/// new input waits for the next run.
struct StoredPlan {
    /// The input's fingerprint then.
    let fingerprint: String
    let splits: [Split]

    /// A line with the fingerprint, then one for each split; replaced as a whole.
    static func write(_ plan: SplitPlan, to path: String) throws(StageFailure) {
        guard let fingerprint = plan.fingerprint else { return }
        var json = JSONWriter()
        json.beginObject()
        json.member("input", fingerprint.description)
        json.endObject()
        json.endLine()
        for split in plan.splits {
            json.beginObject()
            json.member("uri", split.uri)
            json.member("offset", split.offset)
            json.member("length", split.length)
            json.member("version", split.version)
            json.endObject()
            json.endLine()
        }
        do throws(SystemCallError) {
            try FileSystem.replace(path, with: json.bytes)
        } catch {
            throw StageFailure("the list of splits \(path) cannot be written: \(error.explanation)")
        }
    }

    /// Nil where there is none that can be read.
    init?(path: String) {
        guard let bytes = try? FileSystem.read(path) else { return nil }
        let lines = bytes.split(separator: 0x0A).map { try? JSONParser.parse(Array($0)) }
        guard let fingerprint = lines.first??["input"]?.stringValue else { return nil }
        var splits: [Split] = []
        for line in lines.dropFirst() {
            guard let line, let uri = line["uri"]?.stringValue, let offset = line["offset"]?.integerValue else { return nil }
            splits.append(Split(uri: uri, offset: offset, length: line["length"]?.integerValue, version: line["version"]?.stringValue))
        }
        self.fingerprint = fingerprint
        self.splits = splits
    }

    /// The plan to finish the run with: all that it had not read is there as it was.
    /// - Parameters:
    ///   - position: where it was; what lies before may have changed or gone.
    ///   - now: the input as it is.
    /// - Returns: nil where something is missing or another.
    func remaining(from position: InputPosition, in now: SplitPlan) -> SplitPlan? {
        guard position.split <= splits.count else { return nil }
        let present = Set(now.splits)
        guard splits[position.split...].allSatisfy({ $0.version != nil && present.contains($0) }) else { return nil }
        return SplitPlan(splits: splits, bytes: nil, isRequired: false, pattern: now.pattern, fingerprint: now.fingerprint)
    }
}
