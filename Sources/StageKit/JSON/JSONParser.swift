/// Why bytes are not JSON, and where.
public struct JSONError: Error, Hashable, CustomStringConvertible {
    /// What is wrong, without position ("a string is not closed").
    public let reason: String
    /// UTF-8 byte offset from the start of the parsed bytes.
    public let offset: Int

    public var description: String { "\(reason) at byte \(offset)" }
}

/// Parses JSON after RFC 8259, strictly, over UTF-8 bytes, with bounded depth.
///
/// Ours rather than a library's because records are parsed where time counts, errors must name their byte, and
/// nesting must be bounded without recursing as deep as the input asks.
public struct JSONParser {
    /// How deep arrays and objects may nest.
    public static let mostDepth = 200

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var depth = 0

    private init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// Parses a whole document; white space around it is allowed, anything else is an error.
    ///
    /// A member name that occurs twice keeps its last value.
    /// - Throws: ``JSONError``.
    /// - Complexity: O(n).
    public static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
        guard ArticleText.isWellFormed(bytes) else {
            throw JSONError(reason: "the bytes are not UTF-8", offset: firstIllFormedOffset(bytes))
        }
        let result: Result<JSONValue, JSONError> = bytes.withUnsafeBufferPointer { buffer in
            var parser = JSONParser(buffer)
            do throws(JSONError) {
                return .success(try parser.document())
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private static func firstIllFormedOffset(_ bytes: [UInt8]) -> Int {
        do {
            _ = try UTF8Span(validating: bytes.span)
            return 0
        } catch {
            return error.byteOffsets.lowerBound
        }
    }

    private mutating func document() throws(JSONError) -> JSONValue {
        skipWhitespace()
        let value = try value()
        skipWhitespace()
        guard position == bytes.count else { throw error("something follows the value") }
        return value
    }

    private func error(_ reason: String, at offset: Int? = nil) -> JSONError {
        JSONError(reason: reason, offset: offset ?? position)
    }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipWhitespace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    private mutating func value() throws(JSONError) -> JSONValue {
        guard let byte = current else { throw error("the text ends where a value should be") }
        switch byte {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"):
            try word("true")
            return .bool(true)
        case UInt8(ascii: "f"):
            try word("false")
            return .bool(false)
        case UInt8(ascii: "n"):
            try word("null")
            return .null
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        default: throw error("a value should be here")
        }
    }

    private mutating func word(_ word: StaticString) throws(JSONError) {
        let count = word.utf8CodeUnitCount
        guard position + count <= bytes.count else { throw error("a value should be here") }
        for index in 0..<count where bytes[position + index] != word.utf8Start[index] {
            throw error("a value should be here")
        }
        position += count
    }

    private mutating func enter() throws(JSONError) {
        depth += 1
        guard depth <= JSONParser.mostDepth else { throw error("nested more than \(JSONParser.mostDepth) deep") }
        position += 1
        skipWhitespace()
    }

    private mutating func array() throws(JSONError) -> JSONValue {
        let start = position
        try enter()
        var elements: [JSONValue] = []
        if current == UInt8(ascii: "]") {
            position += 1
            depth -= 1
            return .array(elements)
        }
        while true {
            elements.append(try value())
            skipWhitespace()
            switch current {
            case UInt8(ascii: ","):
                position += 1
                skipWhitespace()
            case UInt8(ascii: "]"):
                position += 1
                depth -= 1
                return .array(elements)
            case nil: throw error("an array is not closed", at: start)
            default: throw error("a comma or ] should be here")
            }
        }
    }

    private mutating func object() throws(JSONError) -> JSONValue {
        let start = position
        try enter()
        // Most objects of a record have some five members: room for these saves growing in three steps.
        var members = [String: JSONValue](minimumCapacity: current == UInt8(ascii: "}") ? 0 : 6)
        if current == UInt8(ascii: "}") {
            position += 1
            depth -= 1
            return .object(members)
        }
        while true {
            guard current == UInt8(ascii: "\"") else {
                throw current == nil ? error("an object is not closed", at: start) : error("a member name in quotes should be here")
            }
            let name = try string()
            skipWhitespace()
            guard current == UInt8(ascii: ":") else { throw error("a colon should be here") }
            position += 1
            skipWhitespace()
            members[name] = try value()
            skipWhitespace()
            switch current {
            case UInt8(ascii: ","):
                position += 1
                skipWhitespace()
            case UInt8(ascii: "}"):
                position += 1
                depth -= 1
                return .object(members)
            case nil: throw error("an object is not closed", at: start)
            default: throw error("a comma or } should be here")
            }
        }
    }

    private mutating func number() throws(JSONError) -> JSONValue {
        let start = position
        func isDigit(_ byte: UInt8?) -> Bool { byte.map { $0 &- 0x30 < 10 } ?? false }
        var whole = true
        if current == UInt8(ascii: "-") { position += 1 }
        guard isDigit(current) else { throw error("a digit should be here") }
        if current == UInt8(ascii: "0") {
            position += 1
            if isDigit(current) { throw error("a number may not start with 0") }
        } else {
            while isDigit(current) { position += 1 }
        }
        if let integer = shortInteger(from: start) { return .integer(integer) }
        if current == UInt8(ascii: ".") {
            whole = false
            position += 1
            guard isDigit(current) else { throw error("a digit should be here") }
            while isDigit(current) { position += 1 }
        }
        if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
            whole = false
            position += 1
            if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
            guard isDigit(current) else { throw error("a digit should be here") }
            while isDigit(current) { position += 1 }
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if whole, let integer = Int(text) { return .integer(integer) }
        guard let number = Double(text), number.isFinite else { throw error("the number is out of range", at: start) }
        return .number(number)
    }

    /// The digits since `start` as a number, where they are few enough not to overflow and nothing follows that makes it
    /// another: most numbers of a record are offsets, and need no string on the way.
    private func shortInteger(from start: Int) -> Int? {
        guard position - start <= 18, current != UInt8(ascii: "."), current.map({ $0 | 0x20 }) != UInt8(ascii: "e") else { return nil }
        let isNegative = bytes[start] == UInt8(ascii: "-")
        var number = 0
        for index in (isNegative ? start + 1 : start)..<position { number = number * 10 + Int(bytes[index] - UInt8(ascii: "0")) }
        return isNegative ? -number : number
    }

    private mutating func string() throws(JSONError) -> String {
        let start = position
        position += 1
        let first = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                let text = String(decoding: bytes[first..<position], as: UTF8.self)
                position += 1
                return text
            }
            if byte == UInt8(ascii: "\\") { return try escapedString(from: first, opened: start) }
            guard byte >= 0x20 else { throw error("a control character stands in a string") }
            position += 1
        }
        throw error("a string is not closed", at: start)
    }

    /// The rest of a string from its first escape on; what stood before it is taken over from `first`.
    private mutating func escapedString(from first: Int, opened: Int) throws(JSONError) -> String {
        var decoded: [UInt8] = Array(bytes[first..<position])
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                position += 1
                return String(decoding: decoded, as: UTF8.self)
            }
            guard byte >= 0x20 else { throw error("a control character stands in a string") }
            if byte == UInt8(ascii: "\\") {
                position += 1
                try escape(into: &decoded)
            } else {
                let run = position
                repeat { position += 1 } while position < bytes.count && isPlain(bytes[position])
                decoded.append(contentsOf: bytes[run..<position])
            }
        }
        throw error("a string is not closed", at: opened)
    }

    /// Whether a byte of a string stands for itself.
    private func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    private mutating func escape(into decoded: inout [UInt8]) throws(JSONError) {
        guard let byte = current else { throw error("the text ends in an escape") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded.append(byte)
        case UInt8(ascii: "b"): decoded.append(0x08)
        case UInt8(ascii: "f"): decoded.append(0x0C)
        case UInt8(ascii: "n"): decoded.append(0x0A)
        case UInt8(ascii: "r"): decoded.append(0x0D)
        case UInt8(ascii: "t"): decoded.append(0x09)
        case UInt8(ascii: "u"):
            let unit = try hexDigits()
            var scalar = UInt32(unit)
            if unit & 0xFC00 == 0xD800, position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
                bytes[position + 1] == UInt8(ascii: "u")
            {
                let before = position
                position += 2
                let low = try hexDigits()
                if low & 0xFC00 == 0xDC00 {
                    scalar = 0x10000 + (UInt32(unit & 0x3FF) << 10) + UInt32(low & 0x3FF)
                } else {
                    position = before
                }
            }
            // A lone surrogate is no character: U+FFFD, as decoders of ill-formed UTF-16 do.
            decoded.append(contentsOf: String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
        default: throw error("an unknown escape", at: position - 2)
        }
    }

    private mutating func hexDigits() throws(JSONError) -> UInt16 {
        guard position + 4 <= bytes.count else { throw error("\\u needs four hexadecimal digits") }
        var value: UInt16 = 0
        for _ in 0..<4 {
            let digit: UInt8
            switch bytes[position] {
            case let byte where byte &- 0x30 < 10: digit = byte - 0x30
            case let byte where (byte | 0x20) &- 0x61 < 6: digit = (byte | 0x20) - 0x61 + 10
            default: throw error("\\u needs four hexadecimal digits")
            }
            value = value << 4 | UInt16(digit)
            position += 1
        }
        return value
    }
}
