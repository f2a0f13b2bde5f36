internal import CUchardet
import StageKit

/// Turns a page's bytes into UTF-8.
///
/// The order is that of the HTML living standard (13.2.3 "The input byte stream"), with one change that real pages ask
/// for: bytes that are well-formed UTF-8 with characters beyond ASCII are UTF-8, whatever was declared.
enum CharsetDecoder {
    /// UTF-8 and the name of the charset that was decided on, with the reason, for `preview`.
    struct Decoded {
        var bytes: [UInt8]
        var charset: String
        var reason: String
    }

    /// - Parameters:
    ///   - declared: what transport or container said.
    ///   - isHTML: whether to look for a `<meta>` declaration.
    /// - Complexity: O(n).
    static func decode(_ bytes: [UInt8], declared: String?, isHTML: Bool) -> Decoded {
        if let mark = byteOrderMark(bytes) {
            let rest = Array(bytes[mark.length...])
            return Decoded(bytes: convert(rest, from: mark.charset), charset: mark.charset, reason: "byte-order mark")
        }
        let isUTF8 = ArticleText.isWellFormed(bytes)
        if isUTF8 {
            let mended = Mojibake.repaired(bytes)
            let reason = mended != bytes ? "well-formed, encoded twice and mended" : Mojibake.isSuspected(in: bytes) ? "well-formed, parts look encoded twice" : "well-formed"
            return Decoded(bytes: mended, charset: "utf-8", reason: reason)
        }
        let candidates: [(String?, String)] = [
            (declared, "transport"), (isHTML ? MetaCharset.find(in: bytes) : nil, "meta"),
        ]
        for (label, reason) in candidates {
            guard let label, let charset = CharsetLabel.charset(for: label) else { continue }
            if charset == "utf-8" {
                // Declared UTF-8 with a few bad bytes is UTF-8 cut or mixed somewhere; with many it is something else.
                if mostlyUTF8(bytes) { return Decoded(bytes: ArticleText(repairing: bytes).utf8, charset: charset, reason: reason) }
                continue
            }
            let converted = convert(bytes, from: charset)
            if !converted.isEmpty { return Decoded(bytes: converted, charset: charset, reason: reason) }
        }
        if mostlyUTF8(bytes) { return Decoded(bytes: ArticleText(repairing: bytes).utf8, charset: "utf-8", reason: "mostly well-formed") }
        if let label = detected(bytes), let charset = CharsetLabel.charset(detected: label), charset != "utf-8" {
            let converted = convert(bytes, from: charset)
            if !converted.isEmpty { return Decoded(bytes: converted, charset: charset, reason: "detected") }
        }
        return Decoded(bytes: Windows1252.decode(bytes), charset: "windows-1252", reason: "fallback")
    }

    private static func byteOrderMark(_ bytes: [UInt8]) -> (charset: String, length: Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return ("utf-8", 3) }
        if bytes.starts(with: [0xFE, 0xFF]) { return ("utf-16be", 2) }
        if bytes.starts(with: [0xFF, 0xFE]) { return ("utf-16le", 2) }
        return nil
    }

    /// Bytes of `charset` as UTF-8; empty where they cannot be converted at all.
    private static func convert(_ bytes: [UInt8], from charset: String) -> [UInt8] {
        switch charset {
        case "utf-8": ArticleText(repairing: bytes).utf8
        case "windows-1252": Windows1252.decode(bytes)
        default: Iconv.toUTF8(bytes, from: charset) ?? []
        }
    }

    /// Whether at least 9 of 10 runs of bytes beyond ASCII are well-formed UTF-8.
    private static func mostlyUTF8(_ bytes: [UInt8]) -> Bool {
        var good = 0
        var bad = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                index += 1
                continue
            }
            let length = byte >= 0xC2 && byte < 0xE0 ? 2 : byte & 0xF0 == 0xE0 ? 3 : byte >= 0xF0 && byte < 0xF5 ? 4 : 0
            if length > 0, index + length <= bytes.count, bytes[index + 1..<index + length].allSatisfy({ $0 & 0xC0 == 0x80 }) {
                good += 1
                index += length
            } else {
                bad += 1
                index += 1
            }
        }
        return good >= 9 * bad
    }

    /// uchardet's guess; nil where it has none.
    private static func detected(_ bytes: [UInt8]) -> String? {
        guard let detector = uchardet_new() else { return nil }
        defer { uchardet_delete(detector) }
        let most = min(bytes.count, 1 << 20)
        let failed = bytes.withUnsafeBytes {
            uchardet_handle_data(detector, $0.baseAddress?.assumingMemoryBound(to: CChar.self), most)
        }
        guard failed == 0 else { return nil }
        uchardet_data_end(detector)
        guard let name = uchardet_get_charset(detector) else { return nil }
        let label = String(cString: name)
        return label.isEmpty ? nil : label
    }
}
