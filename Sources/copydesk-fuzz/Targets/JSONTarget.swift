import StageKit

/// The JSON parser.
struct JSONTarget: FuzzTarget {
    static let name = "json"
    static let pieces: [[UInt8]] = bytes([
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud83d", "\\ude00", "\\u0000", "\\\"", "\\n", "null", "true", "false", "-", "0", "1e5", "1E+", "0.",
        "-0", "1.0", "[[[[", "{\"a\":", "[{}]", "\"\":", " ", "\\/",
    ])
    let seeds: [[UInt8]]
    let tokens: [[UInt8]] = JSONTarget.pieces

    init(_ samples: Samples) throws {
        seeds = try samples.files(["wire.jsonl"]).flatMap { $0.split(separator: 0x0A).map(Array.init) } + Self.bytes([
            "", "[]", "{\"a\": [1, -2.5e3, true, false, null, \"\\u00e9\\ud83d\\ude00\\n\"], \"b\": {\"c\": {}}}", "[0.1, 1e308, -0, 9223372036854775807]",
            "{\"a\": \"\\u0000\\u001f\\\\\\\"\"}", "  \"text\"  ",
        ])
    }

    func run(_ bytes: [UInt8]) throws -> Bool {
        guard let value = try? JSONParser.parse(bytes) else { return false }
        let written = value.json
        let again = try JSONParser.parse(Array(written.utf8))
        try promise(again.json == written, "a value that is written and read again is another")
        return true
    }
}
