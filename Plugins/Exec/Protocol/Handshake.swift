import StageKit

/// The first two lines: what we tell the program, and what it tells us. docs/exec-protocol.md describes them.
struct Handshake: Sendable {
    /// The version of the protocol that this is.
    static let version = 1

    /// The program's own name, fit for messages.
    var name: String
    /// What it counts offsets in.
    var offsets = OffsetUnit.codePoints

    static func greeting(settings: [String: JSONValue]) -> [UInt8] {
        var json = JSONWriter()
        json.value([
            "copydesk": .integer(version), "stage": .string(ExecStage.name), "settings": .object(settings),
        ])
        json.endLine()
        return json.bytes
    }

    /// Reads the program's answer.
    ///
    /// - Throws: ``StageFailure`` in a sentence whose subject is the program.
    init(_ line: [UInt8]) throws(StageFailure) {
        let value: JSONValue
        do {
            value = try JSONParser.parse(line)
        } catch {
            throw StageFailure(
                "answered the handshake with a line that is not JSON (\(error))",
                advice: "its first line must be {\"copydesk\":\(Handshake.version),\"name\":\"…\"}; messages belong on standard error")
        }
        guard let version = value["copydesk"]?.integerValue else {
            throw StageFailure(
                "answered the handshake without 'copydesk'", advice: "its first line must be {\"copydesk\":\(Handshake.version),\"name\":\"…\"}")
        }
        guard version == Handshake.version else {
            throw StageFailure("speaks version \(version) of the protocol, copydesk speaks \(Handshake.version)")
        }
        if let refusal = value["fail"], refusal != .null {
            throw StageFailure("refuses its settings: \(Answer.reason(refusal.stringValue ?? refusal.json))")
        }
        guard let name = value["name"]?.stringValue, !name.isEmpty else {
            throw StageFailure("answered the handshake without 'name'", advice: "its first line must be {\"copydesk\":\(version),\"name\":\"…\"}")
        }
        self.name = String(name.printable.unicodeScalars.prefix(60))
        if let unit = value["offsets"], unit != .null {
            guard let offsets = unit.stringValue.flatMap(OffsetUnit.init(rawValue:)) else {
                throw StageFailure("answered the handshake with unknown 'offsets'", advice: "known are \(OffsetUnit.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            self.offsets = offsets
        }
    }
}
