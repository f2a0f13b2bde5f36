import CleanStage
import StageKit

/// A page of the development set: its bytes' path and what is known about its article.
struct EvaluationPage: Sendable {
    var id: String
    var path: String
    var url: String?
    var origin: String
    var isEnglish: Bool
    var isArticle: Bool
    /// Snippets that lie in the article.
    var inside: [String]
    /// Snippets that lie outside.
    var outside: [String]
    /// The whole article text, a block a line; nil where only snippets are known.
    var expected: String?

    /// Reads a manifest: a page a line.
    /// - Throws: a ``StageFailure`` that names the damaged line.
    static func read(_ manifest: String, pages: String) throws -> [EvaluationPage] {
        var result: [EvaluationPage] = []
        for (number, line) in try CommandFiles.read(manifest).split(separator: 0x0A).enumerated() {
            let value = try JSONParser.parse(Array(line))
            guard let id = value["id"]?.stringValue else {
                throw StageFailure("\(manifest), line \(number + 1) has no id", advice: "give the manifest of the clean development set")
            }
            let strings = { (name: String) in (value[name]?.arrayValue ?? []).compactMap(\.stringValue) }
            result.append(EvaluationPage(
                id: id, path: "\(pages)/\(id).html", url: value["url"]?.stringValue, origin: value["orig"]?.stringValue ?? id,
                isEnglish: value["lang"]?.stringValue == "en", isArticle: value["kind"]?.stringValue == "article",
                inside: strings("with"), outside: strings("without"), expected: value["expected_text"]?.stringValue))
        }
        return result
    }

    func analysis() throws -> PageAnalysis {
        let raw = RawContent(mediaType: .html, bytes: try CommandFiles.read(path))
        return try PageAnalysis(utf8: PageAnalysis.decoded(raw))
    }

    /// The name that a site goes by in both halves of the set: `www.example.com` and `example-2` are one site.
    var site: String {
        guard let url, let start = url.range(of: "//") else {
            return String(origin.prefix { $0 != "-" && $0 != "." }).lowercased()
        }
        let host = url[start.upperBound...].prefix { $0 != "/" && $0 != ":" }
        let labels = host.split(separator: ".").filter { $0 != "www" }
        // example.co.uk: the name stands before the short label.
        let isShort = labels.count >= 3 && labels[labels.count - 2].count <= 3
        return labels.count >= 2 ? labels[labels.count - (isShort ? 3 : 2)].lowercased() : String(host).lowercased()
    }

    /// The fold of a cross-validation; all pages of a site share it.
    func fold(of folds: Int) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in site.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int((hash >> 20) % UInt64(folds))
    }
}

extension String {
    /// The first place of `part`.
    func range(of part: String) -> Range<String.Index>? {
        let (whole, wanted) = (Array(utf8), Array(part.utf8))
        guard !wanted.isEmpty, whole.count >= wanted.count else { return nil }
        for start in 0...(whole.count - wanted.count) where whole[start..<start + wanted.count].elementsEqual(wanted) {
            return utf8.index(startIndex, offsetBy: start)..<utf8.index(startIndex, offsetBy: start + wanted.count)
        }
        return nil
    }
}
