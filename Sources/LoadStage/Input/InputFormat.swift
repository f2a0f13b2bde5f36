import StageKit

/// How a file is read.
public enum InputFormat: String, SettingChoice {
    /// One page, one article.
    case html
    /// One text, one article.
    case text
    case markdown
    /// One JSON object a line, each an article.
    case jsonl
    /// A JSON document: an object, a list of objects, or one object a line.
    case json
    /// A header and a row an article (RFC 4180); commas, semicolons, tabs or bars, whichever the header has.
    case csv
    /// The same with tabs.
    case tsv
    /// RSS or Atom, each item an article.
    case feed
    /// A web archive (ISO 28500), each page an article.
    case warc

    /// Endings of file names, without the dot, in lower case.
    var endings: [String] {
        switch self {
        case .html: ["html", "htm", "xhtml"]
        case .text: ["txt", "text"]
        case .markdown: ["md", "markdown"]
        case .jsonl: ["jsonl", "ndjson"]
        case .json: ["json"]
        case .csv: ["csv"]
        case .tsv: ["tsv", "tab"]
        case .feed: ["rss", "atom", "xml"]
        case .warc: ["warc", "wet"]
        }
    }
}

/// How a file is compressed.
enum Compression: String, CaseIterable {
    case none = ""
    case gzip = "gz"
    case zstandard = "zst"

    /// How many bytes tell it.
    static let magicLength = 4

    /// What the first bytes of a file tell: a gzip member begins with 1F 8B and the method, deflate (RFC 1952, 2.3.1), a
    /// Zstandard frame with 28 B5 2F FD (RFC 8878, 3.1.1).
    init(magic bytes: some Sequence<UInt8>) {
        if bytes.starts(with: [0x1F, 0x8B, 0x08]) {
            self = .gzip
        } else if bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
            self = .zstandard
        } else {
            self = .none
        }
    }
}

/// What a file's name tells of it.
struct InputKind {
    /// Nil where the name does not tell.
    var format: InputFormat?
    var compression: Compression

    /// - Parameter format: what the pipeline says it is, whatever its name.
    init(path: String, format: InputFormat?) {
        var parts = FileSystem.name(of: path).lowercased().split(separator: ".").map(String.init)
        compression = parts.count > 1 ? Compression(rawValue: parts[parts.count - 1]) ?? .none : .none
        if compression != .none { parts.removeLast() }
        let ending = parts.count > 1 ? parts[parts.count - 1] : ""
        self.format = format ?? InputFormat.allCases.first { $0.endings.contains(ending) }
    }
}
