import StageKit

extension Article {
    /// Replaces every secret, wherever it stands, and moves what points into the text.
    ///
    /// - Complexity: O(length of the record × secrets that begin with the same letter).
    mutating func apply(_ redaction: inout Redaction, keepingLinks: Bool, layers kept: [String], types: Set<EntityType>) {
        if let text {
            let edits = redaction.edits(of: self, text)
            // Before the text goes: what mentions say is taken from it.
            moveEntities(edits, text, &redaction, types: types)
            moveLayers(edits, text, &redaction, kept)
            let old = summary
            let isCut = old.map { !$0.sentences.isEmpty && $0.text == joined($0.sentences) } ?? false
            moveSegments(edits)
            // Replaced at borders of characters by well-formed UTF-8, it stays well-formed.
            self.text = ArticleText(repairing: edits.applied(to: text.utf8))
            if let old {
                let text = isCut ? joined(old.sentences) : redaction.masked(old.text, .usual)
                summary = Summary(text: text, sentences: old.sentences)
            }
        } else {
            let layers = extensions.filter { kept.contains($0.key) }
            extensions = layers.mapValues { redaction.masked($0) { $0 } }
            if let old = summary { summary = Summary(text: redaction.masked(old.text, .usual), sentences: old.sentences) }
        }
        maskBlocks(&redaction)
        maskMetadata(&redaction, keepingLinks: keepingLinks)
        if redaction.names(source.uri) { source.uri = "redacted" }
    }

    /// The sentences as a summary has them.
    private func joined(_ numbers: [Int]) -> String {
        guard let text else { return "" }
        return numbers.filter(sentences.indices.contains).map { text[sentences[$0].range] }.joined(separator: " ")
    }

    private mutating func moveSegments(_ edits: TextEdits) {
        for index in blocks.indices {
            if let range = blocks[index].range { blocks[index].content = .inText(edits.range(range)) }
        }
        tokens = edits.tokens(tokens.map(\.range)).map { Token($0) }
        var first = 0
        for index in sentences.indices {
            sentences[index].range = edits.range(sentences[index].range)
            guard !sentences[index].tokens.isEmpty else { continue }
            while first < tokens.count, tokens[first].range.lowerBound < sentences[index].range.lowerBound { first += 1 }
            var last = first
            while last < tokens.count, tokens[last].range.upperBound <= sentences[index].range.upperBound { last += 1 }
            sentences[index].tokens = first..<last
            first = last
        }
    }

    private mutating func moveEntities(_ edits: TextEdits, _ text: ArticleText, _ redaction: inout Redaction, types: Set<EntityType>) {
        for index in entities.indices {
            let entity = entities[index]
            if types.contains(entity.type) {
                // A value is the mention in other words, an id the key to a list of names.
                entities[index].name = String(decoding: redaction.replacement(entity, text[entity.range]), as: UTF8.self)
                entities[index].value = nil
                entities[index].identifier = nil
            } else {
                entities[index].name = entity.name.map { redaction.masked($0, .usual) }
                entities[index].value = entity.value.map { redaction.masked($0, .usual) }
                entities[index].identifier = entity.identifier.map { redaction.masked($0) }
            }
            entities[index].range = edits.range(entity.range)
        }
        entities.removeAll { $0.range.isEmpty }
    }

    /// Layers that stay are masked, and what looks like offsets into the text is moved: `start` and `end` of one object, in
    /// code points, as records have them, or in bytes where the layer is one of ``Article/spanLayers``.
    private mutating func moveLayers(_ edits: TextEdits, _ text: ArticleText, _ redaction: inout Redaction, _ kept: [String]) {
        let layers = extensions.filter { kept.contains($0.key) }
        let pointing = spanLayers
        extensions = [:]
        for name in pointing { setSpanLayer(name, nil) }
        guard !layers.isEmpty else { return }
        let old = TextOffsets(text, in: .codePoints)
        let new = TextOffsets(ArticleText(repairing: edits.applied(to: text.utf8)), in: .codePoints)
        for (name, layer) in layers {
            // A layer that says that it points into the text counts bytes.
            guard !pointing.contains(name) else {
                setSpanLayer(name, redaction.masked(layer) { edits.place($0) })
                continue
            }
            extensions[name] = redaction.masked(layer) { offset in old.byte(ofOffset: offset).map { new.offset(ofByte: edits.place($0)) } ?? offset }
        }
    }

    private mutating func maskBlocks(_ redaction: inout Redaction) {
        for index in blocks.indices {
            guard let text = blocks[index].asideText else { continue }
            let isByline = blocks[index].role == .byline
            blocks[index].content = .aside(redaction.masked(text, isByline ? .anyCase : .usual))
        }
    }

    private mutating func maskMetadata(_ redaction: inout Redaction, keepingLinks: Bool) {
        metadata.byline = metadata.byline.map { redaction.masked(author: $0) }
        metadata.title = metadata.title.map { redaction.masked($0) }
        metadata.description = metadata.description.map { redaction.masked($0) }
        metadata.site = metadata.site.map { redaction.masked($0) }
        metadata.section = metadata.section.map { redaction.masked($0) }
        metadata.tags = metadata.tags.map { redaction.masked($0) }
        metadata.origins = [:]
        func link(_ link: String?) -> String? { keepingLinks && !redaction.names(link ?? "") ? link : nil }
        (metadata.url, metadata.image) = (link(metadata.url), link(metadata.image))
    }
}

extension Redaction {
    /// A layer with all its texts masked, names of members too, and offsets moved.
    mutating func masked(_ value: JSONValue, moving move: (Int) -> Int) -> JSONValue {
        switch value {
        case .null, .bool, .integer, .number: return value
        case .string(let text): return .string(masked(text))
        case .array(let elements):
            var result: [JSONValue] = []
            for element in elements { result.append(masked(element, moving: move)) }
            return .array(result)
        case .object(let members):
            let isSpan = members["start"]?.integerValue != nil && members["end"]?.integerValue != nil
            var result: [String: JSONValue] = [:]
            for (name, member) in members.sorted(by: { $0.key < $1.key }) {
                if isSpan, name == "start" || name == "end", let offset = member.integerValue {
                    result[name] = .integer(move(offset))
                } else {
                    result[masked(name)] = masked(member, moving: move)
                }
            }
            return .object(result)
        }
    }
}
