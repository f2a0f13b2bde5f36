import StageKit

/// What says which file holds the memory of a pipeline's ordered stage, and how much of it counts: that of all runs that
/// succeeded. Replaced as a whole, so that a run's articles are remembered all at once or not at all.
package struct MemoryHead: Hashable, Sendable {
    /// The stage that remembers.
    var stage: String
    /// ``OrderedStage/memoryFormat``.
    var format: String
    /// Name of the file, in the same folder.
    var file: String
    /// How many bytes of it count.
    var length: Int
    /// How many articles that is.
    var articles: Int

    init(stage: String, format: String, file: String, length: Int, articles: Int) {
        self.stage = stage
        self.format = format
        self.file = file
        self.length = length
        self.articles = articles
    }

    var json: JSONValue {
        [
            "stage": .string(stage), "format": .string(format), "file": .string(file), "length": .integer(length), "articles": .integer(articles),
        ]
    }

    /// Nil where the bytes are none.
    package init?(_ bytes: [UInt8]) {
        guard let json = try? JSONParser.parse(bytes), let stage = json["stage"]?.stringValue, let format = json["format"]?.stringValue,
            let file = json["file"]?.stringValue, MemoryHead.generation(of: file) != nil,
            let length = json["length"]?.integerValue, length >= 0, let articles = json["articles"]?.integerValue, articles >= 0
        else { return nil }
        self.init(stage: stage, format: format, file: file, length: length, articles: articles)
    }

    /// The file's name for a number that rises whenever the memory is written anew.
    static func file(generation: Int) -> String { "memory-\(generation).log" }

    /// Nil where the name is no such file's.
    static func generation(of file: String) -> Int? {
        guard file.hasPrefix("memory-"), file.hasSuffix(".log"), let number = Int(file.dropFirst(7).dropLast(4)), (0..<Int.max / 2).contains(number), self.file(generation: number) == file
        else { return nil }
        return number
    }
}
