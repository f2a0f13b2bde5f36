/// The charsets behind the labels that pages use (WHATWG Encoding standard, section 4.2, the ones met in news pages).
enum CharsetLabel {
    /// The canonical charset of a label, or the label itself for iconv to try; nil for one that cannot be a charset's name.
    static func charset(for label: String) -> String? {
        let name = label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
        guard !name.isEmpty, name.utf8.count <= 40, name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") }) else {
            return nil
        }
        switch name {
        case "utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8", "us-ascii-utf8": return "utf-8"
        case "iso-8859-1", "iso8859-1", "iso88591", "iso_8859-1", "latin1", "latin-1", "l1", "ascii", "us-ascii", "ansi", "windows-1252", "cp1252",
            "x-cp1252", "cp819", "ibm819":
            return "windows-1252"
        // A declaration that could be read at all cannot be in UTF-16 (HTML living standard, 13.2.3.2).
        case "utf-16", "utf-16le", "utf-16be", "unicode", "ucs-2": return "utf-8"
        case "gb2312", "gb_2312-80", "gbk", "x-gbk", "gb18030": return "gb18030"
        case "shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "windows-31j": return "cp932"
        case "ks_c_5601-1987", "euc-kr", "ksc5601", "windows-949": return "cp949"
        case "big5", "big5-hkscs", "x-x-big5": return "big5-hkscs"
        case "iso-8859-9", "latin5", "iso8859-9": return "windows-1254"
        case "iso-8859-11", "tis-620": return "cp874"
        default: return name
        }
    }
}
