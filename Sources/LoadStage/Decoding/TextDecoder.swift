internal import CUchardet
internal import Glibc
import StageKit

/// Finds out in which charset a plain text is, and decodes it: by byte-order mark, as UTF-8 where it is that or nearly so,
/// else by what uchardet makes of it, else as windows-1252, which reads anything.
enum TextDecoder {
    /// A file of which more than this share are control characters is no text in any charset. (Of random bytes it is a
    /// tenth; stray controls in real texts are far below a hundredth.)
    private static let mostControls = 0.02
    /// Of fewer bytes beyond ASCII uchardet's statistics say nothing: it took three damaged ones for a Mac's Cyrillic.
    private static let leastForDetection = 8

    /// - Throws: ``StageFailure`` when the bytes are no text.
    static func decode(_ bytes: [UInt8]) throws -> ArticleText {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return ArticleText(repairing: Array(bytes.dropFirst(3))) }
        guard !bytes.starts(with: [0xFF, 0xFE, 0, 0]) else {
            throw StageFailure("the file is UTF-32, which is not read", advice: "save it as UTF-8")
        }
        if bytes.starts(with: [0xFF, 0xFE]) { return decodeUTF16(bytes.dropFirst(2), bigEndian: false) }
        if bytes.starts(with: [0xFE, 0xFF]) { return decodeUTF16(bytes.dropFirst(2), bigEndian: true) }
        if let text = ArticleText(validating: bytes) { return text }
        let controls = bytes.count { $0 < 0x20 && !($0 >= 0x09 && $0 <= 0x0D) && $0 != 0x1B }
        guard Double(controls) <= Double(bytes.count) * mostControls else {
            throw StageFailure("the file is no text: it is full of control characters")
        }
        if isMostlyUTF8(bytes) { return ArticleText(repairing: bytes) }
        if bytes.count(where: { $0 >= 0x80 }) < leastForDetection {
            guard Windows1252.isPlausible(bytes) else { return ArticleText(repairing: bytes) }
        } else if let charset = detect(bytes), let text = convert(bytes, from: charset) {
            return text
        }
        return convert(bytes, from: "WINDOWS-1252") ?? ArticleText(repairing: bytes)
    }

    private static func decodeUTF16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> ArticleText {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(bigEndian ? first << 8 | second : second << 8 | first)
            index += 2
        }
        // Half a unit at the end: the file is cut off, which shall be seen.
        if index < bytes.endIndex { units.append(0xFFFD) }
        return ArticleText(String(decoding: units, as: UTF16.self))
    }

    /// Whether what is beyond ASCII is UTF-8 with few exceptions: a text with some damage, not one in another charset.
    private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
        let repaired = String(decoding: bytes, as: UTF8.self).unicodeScalars
        // What an earlier program repaired is no damage of this file.
        let written = zip(bytes, zip(bytes.dropFirst(), bytes.dropFirst(2))).count { $0 == 0xEF && $1 == (0xBF, 0xBD) }
        let damaged = repaired.count { $0 == "\u{FFFD}" } - written
        let foreign = repaired.count { $0.value >= 0x80 } - damaged
        return foreign > damaged * 4
    }

    private static func detect(_ bytes: [UInt8]) -> String? {
        guard let detector = uchardet_new() else { return nil }
        defer { uchardet_delete(detector) }
        let sample = min(bytes.count, 1 << 16)
        let result = bytes.withUnsafeBytes { buffer in
            uchardet_handle_data(detector, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), sample)
        }
        guard result == 0 else { return nil }
        uchardet_data_end(detector)
        let name = String(cString: uchardet_get_charset(detector))
        // What it calls ASCII or ISO-8859-1 is windows-1252 wherever the two differ.
        if name.isEmpty || name == "ASCII" || name == "ISO-8859-1" { return "WINDOWS-1252" }
        return name
    }

    /// The bytes read in `charset`; nil where the C library does not know it. A byte that means nothing in it becomes U+FFFD.
    private static func convert(_ bytes: [UInt8], from charset: String) -> ArticleText? {
        let converter = iconv_open("UTF-8", charset)
        guard let converter, Int(bitPattern: converter) != -1 else { return nil }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        var result: [UInt8] = []
        var output = [CChar](repeating: 0, count: min(bytes.count * 4 + 16, 1 << 16))
        input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                var from = input.baseAddress
                var left = input.count
                while left > 0 {
                    var to = output.baseAddress
                    var room = output.count
                    let status = iconv(converter, &from, &left, &to, &room)
                    result += output.prefix(output.count - room).map { UInt8(bitPattern: $0) }
                    guard status == -1, errno != E2BIG else { continue }
                    // A byte that fits nowhere: replaced, and passed over.
                    result += Array("\u{FFFD}".utf8)
                    from = from.map { $0 + 1 }
                    left -= 1
                }
            }
        }
        return ArticleText(repairing: result)
    }
}
