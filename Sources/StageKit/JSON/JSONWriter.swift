/// Writes JSON (RFC 8259) into a growing buffer of UTF-8 bytes, without white space.
///
/// The caller opens, names and closes in the right order; commas are put by the writer. Strings are escaped where JSON
/// demands it, and U+2028, U+2029, DEL and the C1 controls besides, so that a line stays one line and a record shown in
/// a terminal cannot steer it.
public struct JSONWriter {
    /// What has been written.
    public private(set) var bytes: [UInt8] = []
    /// Whether the next value or name needs a comma before it.
    private var needsComma = false

    public init() {}

    /// Goes on behind what was written before.
    public init(continuing bytes: consuming [UInt8]) {
        self.bytes = bytes
    }

    /// Starts over, keeping the buffer's memory.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        needsComma = false
    }

    public mutating func beginObject() { open(UInt8(ascii: "{")) }
    public mutating func endObject() { close(UInt8(ascii: "}")) }
    public mutating func beginArray() { open(UInt8(ascii: "[")) }
    public mutating func endArray() { close(UInt8(ascii: "]")) }

    /// A line feed between two documents (JSON Lines).
    public mutating func endLine() {
        bytes.append(0x0A)
        needsComma = false
    }

    /// The name of the next member.
    public mutating func name(_ name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// - Complexity: O(length).
    public mutating func string(_ text: String) {
        var text = text
        separate()
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { escape($0) }
        bytes.append(UInt8(ascii: "\""))
    }

    /// A string of bytes that are well-formed UTF-8.
    public mutating func string(utf8: ArraySlice<UInt8>) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        utf8.withUnsafeBufferPointer { escape($0) }
        bytes.append(UInt8(ascii: "\""))
    }

    public mutating func integer(_ number: Int) {
        separate()
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        var rest = number.magnitude
        var digits = 1
        while rest >= 10 {
            rest /= 10
            digits += 1
        }
        let first = bytes.count
        for _ in 0..<digits { bytes.append(0) }
        rest = number.magnitude
        for index in stride(from: first + digits - 1, through: first, by: -1) {
            bytes[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
    }

    /// The shortest decimal that reads back as the same number; JSON has no infinities, so those become null.
    public mutating func number(_ number: Double) {
        guard number.isFinite else { return null() }
        separate()
        bytes.append(contentsOf: number.description.utf8)
    }

    public mutating func bool(_ truth: Bool) {
        separate()
        bytes.append(contentsOf: (truth ? "true" : "false").utf8)
    }

    public mutating func null() {
        separate()
        bytes.append(contentsOf: "null".utf8)
    }

    /// Any value; an object's members sorted by name.
    public mutating func value(_ value: JSONValue) {
        switch value {
        case .null: null()
        case .bool(let truth): bool(truth)
        case .integer(let number): integer(number)
        case .number(let number): self.number(number)
        case .string(let text): string(text)
        case .array(let elements):
            beginArray()
            for element in elements { self.value(element) }
            endArray()
        case .object(let members):
            beginObject()
            for (name, member) in members.sorted(by: { $0.key < $1.key }) {
                self.name(name)
                self.value(member)
            }
            endObject()
        }
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func escape(_ utf8: UnsafeBufferPointer<UInt8>) {
        var clean = 0  // start of the run that needs no escape
        var index = 0
        while index < utf8.count {
            let byte = utf8[index]
            if byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
                index += 1
                continue
            }
            let length = escapedLength(utf8, at: index)
            guard length > 0 else {
                index += 1
                continue
            }
            bytes.append(contentsOf: utf8[clean..<index])
            if length == 1 {
                escape(byte)
            } else {
                let scalar: UInt16 = length == 2 ? UInt16(utf8[index + 1]) : 0x2000 | UInt16(utf8[index + 2] & 0x3F)
                unicodeEscape(scalar)
            }
            index += length
            clean = index
        }
        bytes.append(contentsOf: utf8[clean..<utf8.count])
    }

    /// How many bytes at `index` make one scalar that must be escaped; 0 when it need not be.
    private func escapedLength(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let byte = utf8[index]
        if byte < 0x80 { return 1 }
        if byte == 0xC2, index + 1 < utf8.count, utf8[index + 1] < 0xA0 { return 2 }
        if byte == 0xE2, index + 2 < utf8.count, utf8[index + 1] == 0x80, utf8[index + 2] & 0xFE == 0xA8 { return 3 }
        return 0
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
        case 0x0A: bytes.append(contentsOf: "\\n".utf8)
        case 0x0D: bytes.append(contentsOf: "\\r".utf8)
        case 0x09: bytes.append(contentsOf: "\\t".utf8)
        default: unicodeEscape(UInt16(byte))
        }
    }

    private mutating func unicodeEscape(_ unit: UInt16) {
        bytes.append(contentsOf: "\\u".utf8)
        for shift in stride(from: 12, through: 0, by: -4) {
            let digit = UInt8(unit >> UInt16(shift) & 0xF)
            bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }
}

extension JSONValue {
    /// The value as JSON text, members sorted by name.
    public var json: String {
        var writer = JSONWriter()
        writer.value(self)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
