import StageKit

/// An article as it stands in a digest.
struct DigestEntry {
    private let article: Article

    init(_ article: Article) {
        self.article = article
    }

    var markdown: String {
        var lines = ["", "## \(heading)", ""]
        if !facts.isEmpty { lines += [facts.map(Markdown.escaped).joined(separator: " · "), ""] }
        lines += points.map { "- \(Markdown.escaped($0))" }
        return lines.map { "\($0)\n" }.joined()
    }

    private var heading: String {
        let given = Markdown.escaped(article.metadata.title ?? "")
        // A title of spaces would be a link that cannot be seen.
        let title = given.isEmpty || given == " " ? Markdown.escaped(article.source.description) : given
        guard let target = article.metadata.url.flatMap(Markdown.target) else { return title }
        return "[\(title)](<\(target)>)"
    }

    private var facts: [String] {
        let byline = article.metadata.byline.isEmpty ? nil : article.metadata.byline.joined(separator: ", ")
        let date = article.metadata.published.map { String($0.prefix(10)) }
        return [article.metadata.site, byline, date].compactMap { $0 }
    }

    /// The summary's sentences; without a summary the description.
    private var points: [String] {
        guard let summary = article.summary, !summary.text.isEmpty else { return article.metadata.description.map { [$0] } ?? [] }
        guard !summary.sentences.isEmpty, let text = article.text else { return [summary.text] }
        return summary.sentences.filter(article.sentences.indices.contains).map { text[article.sentences[$0].range] }
    }
}
