extension Article {
    /// Writes the article as one record: the JSON object that `export` puts on a line.
    ///
    /// Absent fields are left out. `raw` and `tokens` are not part of the record unless `whole` is set, which is how an
    /// article travels to a worker process or into quarantine: everything that ``init(record:)`` needs to make the same
    /// article again.
    /// - Complexity: O(n).
    public func writeRecord(to json: inout JSONWriter, offsets unit: OffsetUnit = .codePoints, whole: Bool = false) {
        let offsets = text.map { TextOffsets($0, in: unit) }
        json.beginObject()
        json.member("id", id.description)
        json.member("replaces", replaces?.description)
        json.name("source")
        writeSource(to: &json)
        metadata.writeMembers(to: &json)
        if whole { metadata.writeOrigins(to: &json) }
        if whole, let raw { raw.writeMember(to: &json) }
        if let text {
            json.name("text")
            json.string(utf8: text.utf8[...])
        }
        if !blocks.isEmpty {
            json.array("blocks", blocks) { json, block in
                json.member("role", block.role.rawValue)
                switch block.content {
                case .inText(let range): json.range(range, offsets)
                case .aside(let text): json.member("text", text)
                }
            }
        }
        if !sentences.isEmpty {
            json.array("sentences", sentences) { json, sentence in
                json.range(sentence.range, offsets)
                if whole {
                    json.member("block", sentence.block)
                    json.member("first_token", sentence.tokens.lowerBound)
                    json.member("last_token", sentence.tokens.upperBound)
                }
            }
        }
        if whole, !tokens.isEmpty {
            json.array("tokens", tokens) { json, token in json.range(token.range, offsets) }
        }
        if !entities.isEmpty {
            json.array("entities", entities) { json, entity in write(entity, to: &json, offsets, exactly: whole) }
        }
        if let summary {
            json.name("summary")
            json.beginObject()
            json.member("text", summary.text)
            json.name("sentences")
            json.value(.array(summary.sentences.map { .integer($0) }))
            json.endObject()
        }
        if !extensions.isEmpty {
            json.name("extensions")
            json.value(.object(spanLayers.isEmpty ? extensions : layers(offsets, showsText: !whole)))
        }
        if whole { json.member("span_layers", spanLayers.filter { extensions[$0] != nil }.sorted()) }
        json.endObject()
    }

    /// The layers as records have them. An offset outside the text is left as it is, for whoever checks the article to find.
    private func layers(_ offsets: TextOffsets?, showsText: Bool) -> [String: JSONValue] {
        guard let offsets, let text else { return extensions }
        var layers = extensions
        for name in spanLayers {
            layers[name] = layers[name]?.mapSpans { span, start, end, _ in
                guard start >= 0, start <= end, end <= text.count else { return .object(span) }
                var span = span
                span["start"] = .integer(offsets.offset(ofByte: start))
                span["end"] = .integer(offsets.offset(ofByte: end))
                if showsText, span["text"] == nil { span["text"] = .string(text[start..<end]) }
                return .object(span)
            }
        }
        return layers
    }

    private func writeSource(to json: inout JSONWriter) {
        json.beginObject()
        json.member("uri", source.uri)
        json.member("record", source.record)
        json.member("line", source.line)
        json.endObject()
    }

    private func write(_ entity: Entity, to json: inout JSONWriter, _ offsets: TextOffsets?, exactly: Bool) {
        json.range(entity.range, offsets)
        json.member("type", entity.type.rawValue)
        if let text {
            json.name("text")
            json.string(utf8: text.utf8[entity.range])
        }
        json.member("name", entity.name)
        json.member("title", entity.title)
        json.member("mentions", entity.mentions)
        json.member("value", entity.value)
        json.member("id", entity.identifier)
        if let confidence = entity.confidence {
            json.name("confidence")
            json.number(exactly ? Double(confidence) : (Double(confidence) * 1000).rounded() / 1000)
        }
    }
}

extension Metadata {
    fileprivate func writeMembers(to json: inout JSONWriter) {
        json.member("url", url)
        json.member("title", title)
        json.member("byline", byline)
        json.member("published", published)
        json.member("modified", modified)
        json.member("site", site)
        json.member("section", section)
        json.member("tags", tags)
        json.member("description", description)
        json.member("language", language)
        json.member("image", image)
    }

    fileprivate func writeOrigins(to json: inout JSONWriter) {
        guard !origins.isEmpty else { return }
        json.name("origins")
        json.value(.object(origins.mapValues { .string($0) }))
    }
}

extension RawContent {
    /// As text where the bytes are UTF-8, else in base 64, so that no byte is lost.
    fileprivate func writeMember(to json: inout JSONWriter) {
        json.name("raw")
        json.beginObject()
        json.member("media_type", mediaType.rawValue)
        json.member("charset", charset)
        json.payload(bytes)
        json.endObject()
    }
}

extension JSONWriter {
    /// A member with a text; nothing for nil.
    public mutating func member(_ name: String, _ text: String?) {
        guard let text else { return }
        self.name(name)
        string(text)
    }

    /// A member with a whole number; nothing for nil.
    public mutating func member(_ name: String, _ number: Int?) {
        guard let number else { return }
        self.name(name)
        integer(number)
    }

    /// A member with a list of texts; nothing when it is empty.
    public mutating func member(_ name: String, _ texts: [String]) {
        guard !texts.isEmpty else { return }
        self.name(name)
        beginArray()
        for text in texts { string(text) }
        endArray()
    }

    /// Arbitrary bytes: the member `text` where they are UTF-8, else `base64`.
    public mutating func payload(_ bytes: [UInt8]) {
        if ArticleText.isWellFormed(bytes) {
            name("text")
            string(utf8: bytes[...])
        } else {
            member("base64", Base64.encode(bytes))
        }
    }

    fileprivate mutating func array<Element>(_ name: String, _ elements: [Element], members: (inout JSONWriter, Element) -> Void) {
        self.name(name)
        beginArray()
        for element in elements {
            beginObject()
            members(&self, element)
            endObject()
        }
        endArray()
    }

    fileprivate mutating func range(_ range: Range<Int>, _ offsets: TextOffsets?) {
        member("start", offsets?.offset(ofByte: range.lowerBound) ?? range.lowerBound)
        member("end", offsets?.offset(ofByte: range.upperBound) ?? range.upperBound)
    }
}
