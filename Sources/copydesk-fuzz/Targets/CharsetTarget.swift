import CleanStage
import LoadStage
import StageKit

/// Bytes in any charset, declared rightly, wrongly or not at all.
struct CharsetTarget: FuzzTarget {
    static let name = "charset"
    /// Labels as pages and servers give them; the first byte of an input chooses one.
    private static let labels: [String?] = [
        nil, "utf-8", "iso-8859-1", "windows-1252", "windows-1251", "koi8-r", "shift_jis", "euc-jp", "iso-2022-jp", "gb18030", "gbk", "big5",
        "euc-kr", "utf-16", "utf-16le", "utf-16be", "utf-7", "utf-32", "iso-8859-15", "macintosh", "klingon", "", "utf-8//IGNORE", "hz",
    ]

    let seeds: [[UInt8]]
    let tokens: [[UInt8]] = [
        [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF], [0x1B, 0x24, 0x42], [0x1B, 0x28, 0x42], [0x8F],
        [0x8E], [0x81, 0x30, 0x81, 0x30], [0xA1, 0xA1], [0x2B, 0x2F, 0x76, 0x38], [0x2B, 0x41], [0x7E, 0x7B], [0x7E, 0x7D], [0xD8, 0x00], [0x00, 0xDC],
        [0xC3, 0xA2, 0xE2, 0x82, 0xAC, 0xE2, 0x84, 0xA2], [0xC3, 0x83, 0xC2, 0xA9], [0x93], [0x94], [0xE9], [0x85],
    ] + Self.bytes(["<meta charset=\"", "<meta http-equiv=\"content-type\" content=\"text/html; charset=", "\">", "café ", "Привет ", "日本語 "])
    private let load = LoadStage()
    private let worker: CleanWorker

    init(_ samples: Samples) throws {
        let text = "The café on the square has closed, its owner said: “It’s over.” Привет, мир. 東京で会談。\n"
        let utf16 = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let latin = text.unicodeScalars.map { $0.value < 256 ? UInt8($0.value) : UInt8(truncatingIfNeeded: 0x80 + $0.value % 0x80) }
        let doubled = Array(String(String.UnicodeScalarView(text.utf8.map { Unicode.Scalar($0) })).utf8)
        let bodies = [Array(text.utf8), [0xFF, 0xFE] + utf16, utf16, latin, doubled, Array("<html><meta charset=gbk><p>\(text)</p>".utf8)]
        // One seed of each body with each label: the label is the first byte.
        seeds = CharsetTarget.labels.indices.flatMap { label in bodies.map { [UInt8(label)] + $0 } }
        worker = try CleaningTools.worker()
    }

    func run(_ bytes: [UInt8]) throws -> Bool {
        let label = CharsetTarget.labels[Int(bytes.first ?? 0) % CharsetTarget.labels.count]
        let body = Array(bytes.dropFirst())
        let mediaType: RawContent.MediaType = body.contains(UInt8(ascii: "<")) ? .html : .plainText
        let cleaned = try CleaningTools.clean(RawContent(mediaType: mediaType, bytes: body, charset: label), with: worker)
        if let cleaned { try checkPromises(of: cleaned) }
        let record = SourceRecord(source: ArticleSource(uri: "fuzz"), bytes: body, format: InputFormat.text.rawValue)
        if let article = try? load.decode(record) { try checkPromises(of: article) }
        return cleaned?.text?.isEmpty == false
    }
}
