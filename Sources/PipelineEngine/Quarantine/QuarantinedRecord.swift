import StageKit

/// An article that a stage could not work on, whole, with all that is needed to run it again after a fix.
struct QuarantinedRecord: Sendable {
    /// The record as it was read, before any stage.
    var record: SourceRecord
    /// The name of the stage that failed.
    var stage: String
    var reason: String
    var advice: String?
    /// Fingerprint of that stage's settings, so that one sees whether they changed since.
    var settings: String
    /// The run that put it here.
    var run: String

    /// One line of the quarantine file, with its line feed.
    var line: [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("stage", stage)
        json.member("reason", reason)
        json.member("advice", advice)
        json.member("settings", settings)
        json.member("run", run)
        record.writeMembers(to: &json)
        json.endObject()
        json.endLine()
        return json.bytes
    }
}
