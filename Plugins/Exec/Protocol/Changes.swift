import StageKit

/// Takes over into an article what a program changed of it, once all of it is found right.
struct Changes {
    private static let metadata: Set<String> = [
        "url", "title", "byline", "published", "modified", "site", "section", "tags", "description", "language", "image", "origins",
    ]
    private static let pointing: Set<String> = ["blocks", "sentences", "tokens", "entities", "summary"]
    private static let fixed: Set<String> = ["id", "replaces", "source"]
    /// Says which of the answered layers point into the text.
    private static let spanLayers = "span_layers"
    private static let known = metadata.union(pointing).union(fixed).union(["raw", "text", "extensions", spanLayers])

    let writes: Set<ArticlePart>
    let offsets: OffsetUnit

    /// - Parameters:
    ///   - members: what the answer has of the record.
    ///   - sent: the line that the program got, to tell a member that was just sent back from one that was changed.
    /// - Throws: ``StageFailure`` naming the member that is wrong, with `article` as it was.
    func apply(_ members: [String: JSONValue], to article: inout Article, sent: [UInt8]) throws(StageFailure) {
        var changed = members
        var original: JSONValue?
        func isUnchanged(_ path: [String], _ value: JSONValue) -> Bool {
            if original == nil { original = (try? JSONParser.parse(sent))?["article"] ?? .null }
            return (path.reduce(original) { $0?[$1] } ?? .null).isSame(as: value)
        }
        for name in members.keys.sorted() where name != Changes.spanLayers {
            guard let value = members[name] else { continue }
            if name == "extensions" {
                changed[name] = try layers(value, isUnchanged)
            } else if try !isDeclared(name) {
                guard isUnchanged([name], value) else { throw undeclared(name, part: Changes.part(of: name)) }
                changed[name] = nil
            }
        }
        // Only those of layers that change; others may have come back with what was sent.
        let layers = changed["extensions"]?.objectValue ?? [:]
        if let names = changed[Changes.spanLayers] {
            guard let named = names.arrayValue?.compactMap(\.stringValue), named.count == names.arrayValue?.count else {
                throw StageFailure("the program's answer: \(Changes.spanLayers): must be a list of layers' names")
            }
            changed[Changes.spanLayers] = .array(named.filter { layers[$0] ?? .null != .null }.map { .string($0) })
        }
        guard changed.contains(where: { $0.key != Changes.spanLayers }) else { return }
        try take(changed, into: &article)
    }

    /// The layers that change.
    private func layers(_ value: JSONValue, _ isUnchanged: ([String], JSONValue) -> Bool) throws(StageFailure) -> JSONValue {
        guard case .object(var layers) = value else {
            throw StageFailure("the program's answer: extensions: must be an object of layers, not \(value.kind)")
        }
        for name in layers.keys.sorted() where !writes.contains(.extensions) && !writes.contains(.layer(name)) {
            guard let layer = layers[name], isUnchanged(["extensions", name], layer) else {
                throw undeclared("extensions.\(name.printable)", part: .layer(name.printable))
            }
            layers[name] = nil
        }
        return .object(layers)
    }

    private func isDeclared(_ name: String) throws(StageFailure) -> Bool {
        guard Changes.known.contains(name) else {
            let near = NearestName.of(name, among: Changes.known.sorted()).map { "did you mean '\($0)'?" }
            throw StageFailure("the program's answer has '\(name.printable)', which no record has", advice: near ?? "what is your own belongs into extensions")
        }
        return Changes.part(of: name).map { writes.contains($0) } ?? false
    }

    /// The part that a member belongs to; nil for what no stage changes.
    private static func part(of name: String) -> ArticlePart? {
        if fixed.contains(name) { return nil }
        return metadata.contains(name) ? .metadata : ArticlePart(named: name)
    }

    private func undeclared(_ member: String, part: ArticlePart?) -> StageFailure {
        guard let part else { return StageFailure("the program's answer changes '\(member)', which no stage may change") }
        return StageFailure("the program's answer changes '\(member)', but 'writes' does not name it", advice: "add \(part) to 'writes', or leave it out of the answer")
    }

    /// Reads the changed members as a record, which checks them, and copies what they say.
    private func take(_ changed: [String: JSONValue], into article: inout Article) throws(StageFailure) {
        var record = changed
        record["id"] = .string(article.id.description)
        // Where only other members change, nobody needs the text.
        if changed["text"] == nil, !Changes.pointing.isDisjoint(with: changed.keys), let text = article.text { record["text"] = .string(text.string) }
        // What only the numbers of others point at is there in name.
        if changed["sentences"] == nil, changed["summary"] != nil { record["sentences"] = Changes.standIns(article.sentences.count) }
        if changed["sentences"] != nil {
            if changed["blocks"] == nil { record["blocks"] = Changes.standIns(article.blocks.count) }
            if changed["tokens"] == nil { record["tokens"] = Changes.standIns(article.tokens.count) }
        }
        // A layer that is null goes; one that pointed into the text still does.
        if case .object(let layers)? = changed["extensions"] {
            let kept = layers.filter { $0.value != .null }
            record["extensions"] = .object(kept)
            let pointing = Set(changed[Changes.spanLayers]?.arrayValue?.compactMap(\.stringValue) ?? []).union(article.spanLayers.intersection(kept.keys))
            record[Changes.spanLayers] = .array(pointing.sorted().map { .string($0) })
            if !pointing.isEmpty, record["text"] == nil, let text = article.text { record["text"] = .string(text.string) }
        }
        let new: Article
        do throws(StageFailure) {
            new = try Article(record: .object(record), offsets: offsets)
        } catch {
            throw StageFailure("the program's answer: \(error.reason)", advice: error.advice)
        }
        var result = article
        for name in changed.keys { copy(name, from: new, to: &result) }
        if case .object(let layers)? = changed["extensions"] {
            for name in layers.keys {
                if new.spanLayers.contains(name) {
                    result.setSpanLayer(name, new.extensions[name])
                } else {
                    // It may have pointed before.
                    result.setSpanLayer(name, nil)
                    result.extensions[name] = new.extensions[name]
                }
            }
        }
        try checkBonds(of: result, changed: Set(changed.keys), before: article)
        article = result
    }

    /// So many annotations of nothing.
    private static func standIns(_ count: Int) -> JSONValue {
        .array(Array(repeating: ["start": 0, "end": 0, "role": "paragraph"], count: count))
    }

    private func copy(_ name: String, from new: Article, to article: inout Article) {
        switch name {
        case "raw": article.raw = new.raw
        case "text": article.text = new.text
        case "blocks": article.blocks = new.blocks
        case "sentences": article.sentences = new.sentences
        case "tokens": article.tokens = new.tokens
        case "entities": article.entities = new.entities
        case "summary": article.summary = new.summary
        case "url": article.metadata.url = new.metadata.url
        case "title": article.metadata.title = new.metadata.title
        case "byline": article.metadata.byline = new.metadata.byline
        case "published": article.metadata.published = new.metadata.published
        case "modified": article.metadata.modified = new.metadata.modified
        case "site": article.metadata.site = new.metadata.site
        case "section": article.metadata.section = new.metadata.section
        case "tags": article.metadata.tags = new.metadata.tags
        case "description": article.metadata.description = new.metadata.description
        case "language": article.metadata.language = new.metadata.language
        case "image": article.metadata.image = new.metadata.image
        case "origins": article.metadata.origins = new.metadata.origins
        default: break
        }
    }

    /// What was not changed must still point at what it did.
    private func checkBonds(of article: Article, changed: Set<String>, before: Article) throws(StageFailure) {
        func left(_ changedName: String, _ name: String) -> StageFailure {
            StageFailure("the program's answer changes '\(changedName)' but leaves '\(name)', which point into the old", advice: "let it answer both")
        }
        if changed.contains("text"), before.text != article.text {
            if !changed.contains("blocks"), article.blocks.contains(where: { $0.range != nil }) { throw left("text", "blocks") }
            if !changed.contains("sentences"), !article.sentences.isEmpty { throw left("text", "sentences") }
            if !changed.contains("tokens"), !article.tokens.isEmpty { throw left("text", "tokens") }
            if !changed.contains("entities"), !article.entities.isEmpty { throw left("text", "entities") }
            for name in before.spanLayers.sorted() where before.extensions[name] != nil && article.extensions[name] == before.extensions[name] {
                throw left("text", "extensions.\(name)")
            }
        }
        if !changed.contains("sentences") {
            if changed.contains("blocks"), article.sentences.contains(where: { ($0.block ?? -1) >= article.blocks.count }) {
                throw left("blocks", "sentences")
            }
            if changed.contains("tokens"), article.sentences.contains(where: { $0.tokens.upperBound > article.tokens.count }) {
                throw left("tokens", "sentences")
            }
        } else if !changed.contains("summary"), let last = article.summary?.sentences.last, last >= article.sentences.count {
            throw left("sentences", "summary")
        }
    }
}

extension JSONValue {
    /// Whether the values say the same; 1 and 1.0, which many languages do not tell apart, do.
    fileprivate func isSame(as other: JSONValue) -> Bool {
        switch (self, other) {
        case (.integer(let left), .number(let right)), (.number(let right), .integer(let left)): Double(left) == right
        case (.array(let left), .array(let right)): left.count == right.count && zip(left, right).allSatisfy { $0.isSame(as: $1) }
        case (.object(let left), .object(let right)):
            left.count == right.count && left.allSatisfy { name, value in right[name].map { value.isSame(as: $0) } ?? false }
        default: self == other
        }
    }
}
