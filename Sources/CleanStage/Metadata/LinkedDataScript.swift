import StageKit

/// Reads the JSON of a `<script type="application/ld+json">`, mending the damage that pages do to it.
enum LinkedDataScript {
    /// Nil where it is no JSON, mended or not.
    /// - Complexity: O(n).
    static func parse(_ script: ArraySlice<UInt8>) -> JSONValue? {
        guard let json = json(in: script) else { return nil }
        if let value = try? JSONParser.parse(json) { return value }
        let unescaped = ByteSearch.contains(json, escapedQuote) || ByteSearch.contains(json, numberedQuote) ? Array(HTMLEntities.decode(String(decoding: json, as: UTF8.self)).utf8) : json
        return try? JSONParser.parse(mended(unescaped))
    }

    private static let openings = ["<![CDATA[", "<!--"].map { Array($0.utf8) }
    private static let escapedQuote = Array("&quot;".utf8)
    private static let numberedQuote = Array("&#34;".utf8)

    /// From the first bracket to the last, without the marks of XHTML's days; raw control characters, the commonest damage, become spaces.
    private static func json(in script: ArraySlice<UInt8>) -> [UInt8]? {
        var script = script
        for opening in openings {
            if let mark = script.firstIndex(of: UInt8(ascii: "<")), script[mark...].starts(with: opening) { script = script[(mark + opening.count)...] }
        }
        guard let first = script.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }) else { return nil }
        // "]]>" behind an object is no part of it.
        let closing = script[first] == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "]")
        var last = script.lastIndex(of: closing)
        if closing == UInt8(ascii: "]"), let end = last, end - first >= 2, script[end - 1] == closing, script[(end + 1)...].first == UInt8(ascii: ">") {
            last = script[..<(end - 1)].lastIndex(of: closing)
        }
        guard let last, first < last else { return nil }
        return script[first...last].map { $0 < 0x20 ? 0x20 : $0 }
    }

    /// With quotation marks inside texts escaped, and without commas that nothing follows.
    private static func mended(_ json: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(json.count + 16)
        var isInside = false
        var index = 0
        while index < json.count {
            let byte = json[index]
            index += 1
            if isInside, byte == UInt8(ascii: "\\"), index < json.count {
                output += [byte, json[index]]
                index += 1
                continue
            }
            if byte == UInt8(ascii: "\"") {
                if isInside, !endsText(json, index) { output.append(UInt8(ascii: "\\")) } else { isInside.toggle() }
            } else if !isInside, byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
                while output.last == 0x20 { output.removeLast() }
                if output.last == UInt8(ascii: ",") { output.removeLast() }
            }
            output.append(byte)
        }
        return output
    }

    /// Whether what follows a quotation mark shows that it ended a text.
    private static func endsText(_ json: [UInt8], _ index: Int) -> Bool {
        guard let next = json[index...].first(where: { $0 != 0x20 }) else { return true }
        return next == UInt8(ascii: ",") || next == UInt8(ascii: ":") || next == UInt8(ascii: "}") || next == UInt8(ascii: "]")
    }
}
