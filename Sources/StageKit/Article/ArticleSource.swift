/// Where an article was read.
public struct ArticleSource: Sendable, Hashable {
    /// The file as the pipeline names it (relative to the pipeline's folder where it lies below it), or `-` for standard input.
    public var uri: String
    /// The record's number in that file, from 0; always 0 where a file is one article.
    public var record: Int
    /// The line on which the record starts, from 1, for formats that have lines.
    public var line: Int?

    public init(uri: String, record: Int = 0, line: Int? = nil) {
        self.uri = uri
        self.record = record
        self.line = line
    }
}

extension ArticleSource: CustomStringConvertible {
    /// `inbox/day.jsonl:17` where a line is known, else `inbox/day.jsonl`.
    public var description: String {
        line.map { "\(uri):\($0)" } ?? uri
    }
}
