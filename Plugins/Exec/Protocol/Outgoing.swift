import StageKit

/// What a program gets to see of an article: the parts that it reads or writes, always with the id, the source and the
/// metadata, which are small.
struct Outgoing: Sendable {
    private let parts: Set<ArticlePart>
    private let showsText: Bool
    let isWhole: Bool

    init(reads: Set<ArticlePart>, writes: Set<ArticlePart>) {
        parts = reads
        // Whoever has offsets needs what they point into.
        let pointing: Set<ArticlePart> = [.text, .blocks, .sentences, .tokens, .entities, .summary]
        showsText = !pointing.isDisjoint(with: reads.union(writes))
        isWhole = reads.contains(.raw) || reads.contains(.tokens)
    }

    func writeLine(_ number: Int, _ article: Article, offsets: OffsetUnit, to json: inout JSONWriter) {
        json.beginObject()
        json.member("n", number)
        json.name("article")
        shown(of: article).writeRecord(to: &json, offsets: offsets, whole: isWhole)
        json.endObject()
        json.endLine()
    }

    private func shown(of article: Article) -> Article {
        var shown = Article(
            id: article.id, source: article.source, metadata: article.metadata, raw: parts.contains(.raw) ? article.raw : nil,
            text: showsText ? article.text : nil)
        shown.replaces = article.replaces
        if parts.contains(.blocks) { shown.blocks = article.blocks }
        if parts.contains(.sentences) { shown.sentences = article.sentences }
        if parts.contains(.tokens) { shown.tokens = article.tokens }
        if parts.contains(.entities) { shown.entities = article.entities }
        if parts.contains(.summary) { shown.summary = article.summary }
        if !article.extensions.isEmpty { shown.extensions = article.extensions.filter { parts.contains(.layer($0.key)) } }
        for name in article.spanLayers {
            guard let layer = shown.extensions[name] else { continue }
            shown.setSpanLayer(name, layer)
            shown.text = article.text
        }
        return shown
    }
}
