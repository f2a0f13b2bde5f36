/// Finds the end of a JSON value without reading it: by its brackets, and by commas and white space where it has none.
struct JSONValueScan {
    private var depth = 0
    private var isInText = false
    private var isEscaped = false
    private var isBare = false
    /// Whether the value's last byte was seen.
    private(set) var isDone = false
    /// Whether a line feed stands within a text, where JSON has none.
    private(set) var hasBrokenText = false
    private(set) var lineFeeds = 0

    /// Whether the value is whole when nothing follows: one without brackets has no end of its own.
    var isWholeAtEnd: Bool { isDone || isBare }

    /// Takes the next bytes.
    /// - Returns: how many of them belong to the value.
    mutating func take(_ bytes: ArraySlice<UInt8>) -> Int {
        for index in bytes.indices {
            let byte = bytes[index]
            if isBare, [0x2C, 0x5D, 0x20, 0x09, 0x0A, 0x0D].contains(byte) {
                isDone = true
                return index - bytes.startIndex
            }
            see(byte)
            if isDone { return index + 1 - bytes.startIndex }
        }
        return bytes.count
    }

    private mutating func see(_ byte: UInt8) {
        if byte == 0x0A { lineFeeds += 1 }
        if isInText {
            if byte == 0x0A { hasBrokenText = true }
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isInText = false
                isDone = depth == 0
            }
            return
        }
        switch byte {
        case UInt8(ascii: "\""): isInText = !isBare
        case UInt8(ascii: "{"), UInt8(ascii: "["): if !isBare { depth += 1 }
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            depth -= 1
            isDone = depth <= 0
        default: if depth == 0 { isBare = true }
        }
    }
}
