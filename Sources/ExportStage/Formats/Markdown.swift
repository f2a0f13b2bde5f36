import StageKit

/// Text and addresses made harmless for Markdown: nothing that an article says becomes markup, a link or HTML.
enum Markdown {
    /// The text with every character that CommonMark may take for markup behind a backslash, on one line.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var wasSpace = true
        for scalar in text.unicodeScalars {
            if scalar == "\n" || scalar == "\r" || scalar == "\t" || scalar == " " {
                if !wasSpace { result.append(" ") }
                wasSpace = true
                continue
            }
            // CommonMark 2.4: any ASCII punctuation may be escaped. Those that mean nothing within a line are left alone.
            if "\\`*_{}[]<>()#+-!|~&$".unicodeScalars.contains(scalar), !(scalar == "-" && !wasSpace) { result.append("\\") }
            result.append(scalar)
            wasSpace = false
        }
        return orderedListEscaped(String(result).printable)
    }

    /// "1. " at the start would begin a list.
    private static func orderedListEscaped(_ text: String) -> String {
        let digits = text.utf8.prefix { $0 &- 0x30 < 10 }.count
        guard digits > 0, text.utf8.dropFirst(digits).first == UInt8(ascii: ".") else { return text }
        return "\(text.prefix(digits))\\\(text.dropFirst(digits))"
    }

    /// The address as a link's target; nil where it is no web address.
    static func target(_ url: String) -> String? {
        guard url.hasPrefix("https://") || url.hasPrefix("http://") else { return nil }
        var target = ""
        for byte in url.utf8 {
            let isSafe = byte > 0x20 && byte < 0x7F && !"<>()[]\\\"`".utf8.contains(byte)
            target += isSafe ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
        return target
    }
}
