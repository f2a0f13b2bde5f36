extension Article {
    /// Reads an article from a record: the inverse of ``writeRecord(to:offsets:whole:)``.
    ///
    /// From a whole record the same article comes back. A plain one, as `export` writes it, gives all that it holds; it
    /// has no raw content, tokens or origins of metadata. A member that is null counts as absent, and members that no
    /// record has are passed over, so that a later version's records can be read.
    ///
    /// What comes back keeps the promises of ``Article``: every range lies in the text on scalar borders, annotations
    /// are in order and do not overlap, and every index points at something.
    /// - Parameter unit: what the record's offsets count.
    /// - Throws: ``StageFailure`` naming the member that is wrong ("entities[3].end: …").
    /// - Complexity: O(n log n).
    public init(record: JSONValue, offsets unit: OffsetUnit = .codePoints) throws(StageFailure) {
        guard case .object(let members) = record else { throw StageFailure("a record must be a JSON object, not \(record.kind)") }
        let record = RecordMembers(members, path: "")
        let source = try record.object("source")
        self.init(
            id: ArticleID(try record.required("id", record.text("id"))),
            source: ArticleSource(
                uri: try source.map { source throws(StageFailure) in try source.required("uri", source.text("uri")) } ?? "",
                record: try source?.count("record") ?? 0, line: try source?.count("line")),
            metadata: try Metadata(record))
        replaces = try record.text("replaces").map { ArticleID($0) }
        raw = try record.object("raw").map { raw throws(StageFailure) in try RawContent(raw) }
        text = try record.text("text").map { ArticleText($0) }
        let reader = AnnotationReader(text: text, unit: unit)
        blocks = try record.objects("blocks").map { block throws(StageFailure) in try reader.block(block) }
        tokens = try reader.ordered(record.objects("tokens")) { Token($0) }
        sentences = try reader.sentences(record.objects("sentences"), tokens: tokens.count, blocks: blocks.count)
        entities = try reader.entities(record.objects("entities"))
        summary = try record.object("summary").map { summary throws(StageFailure) in
            try reader.summary(summary, sentences: sentences.count)
        }
        extensions = try record.value("extensions").map { value throws(StageFailure) in
            guard case .object(let layers) = value else { throw record.failure("extensions", "must be an object, not \(value.kind)") }
            return layers
        } ?? [:]
        for name in try record.texts("span_layers") {
            guard let layer = extensions[name] else { throw record.failure("span_layers", "names a layer that is not there") }
            extensions[name] = try reader.layer(layer, path: "extensions.\(name.printable)")
            spanLayers.insert(name)
        }
    }
}

extension Metadata {
    fileprivate init(_ record: RecordMembers) throws(StageFailure) {
        self.init()
        url = try record.text("url")
        title = try record.text("title")
        byline = try record.texts("byline")
        published = try record.text("published")
        modified = try record.text("modified")
        site = try record.text("site")
        section = try record.text("section")
        tags = try record.texts("tags")
        description = try record.text("description")
        language = try record.text("language")
        image = try record.text("image")
        guard let origins = try record.object("origins") else { return }
        for name in origins.names { self.origins[name] = try origins.text(name) }
    }
}

extension RawContent {
    fileprivate init(_ raw: RecordMembers) throws(StageFailure) {
        let name = try raw.required("media_type", raw.text("media_type"))
        guard let mediaType = MediaType(rawValue: name) else {
            throw raw.failure("media_type", "must be one of \(MediaType.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        var bytes: [UInt8] = []
        if let text = try raw.text("text") {
            bytes = Array(text.utf8)
        } else if let text = try raw.text("base64") {
            guard let decoded = Base64.decode(text) else { throw raw.failure("base64", "is not base 64") }
            bytes = decoded
        }
        self.init(mediaType: mediaType, bytes: bytes, charset: try raw.text("charset"))
    }
}

/// Reads what points into the text.
private struct AnnotationReader {
    let offsets: TextOffsets?
    let text: ArticleText?

    init(text: ArticleText?, unit: OffsetUnit) {
        self.text = text
        offsets = text.map { TextOffsets($0, in: unit) }
    }

    func range(_ members: RecordMembers) throws(StageFailure) -> Range<Int> {
        let start = try byte(members, "start")
        let end = try byte(members, "end")
        guard start <= end else { throw members.failure("end", "lies before start") }
        return start..<end
    }

    private func byte(_ members: RecordMembers, _ name: String) throws(StageFailure) -> Int {
        let offset = try members.required(name, members.count(name))
        guard let offsets, let text else { throw members.failure(name, "is an offset, but the record has no text") }
        guard let byte = offsets.byte(ofOffset: offset), text.isScalarBoundary(byte) else {
            throw members.failure(name, "is no offset of a character in the text")
        }
        return byte
    }

    /// One annotation per object, in text order and not overlapping.
    func ordered<Annotation>(_ objects: [RecordMembers], _ make: (Range<Int>) -> Annotation) throws(StageFailure) -> [Annotation] {
        var annotations: [Annotation] = []
        annotations.reserveCapacity(objects.count)
        var end = 0
        for object in objects { annotations.append(make(try next(object, after: &end))) }
        return annotations
    }

    private func next(_ object: RecordMembers, after end: inout Int) throws(StageFailure) -> Range<Int> {
        let range = try range(object)
        guard range.lowerBound >= end else { throw object.failure("start", "lies before the end of the one before") }
        end = range.upperBound
        return range
    }

    /// A layer with its spans in bytes.
    func layer(_ layer: JSONValue, path: String) throws(StageFailure) -> JSONValue {
        try layer.mapSpans(path: path) { span, _, _, path throws(StageFailure) in
            .span(try range(RecordMembers(span, path: "\(path).")), span)
        }
    }

    func block(_ members: RecordMembers) throws(StageFailure) -> Block {
        let name = try members.required("role", members.text("role"))
        guard let role = BlockRole(rawValue: name) else {
            throw members.failure("role", "must be one of \(BlockRole.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        if let text = try members.text("text") { return Block(role: role, aside: text) }
        return Block(role: role, range: try range(members))
    }

    func sentences(_ objects: [RecordMembers], tokens: Int, blocks: Int) throws(StageFailure) -> [Sentence] {
        var sentences: [Sentence] = []
        sentences.reserveCapacity(objects.count)
        var end = 0
        for object in objects {
            let range = try next(object, after: &end)
            let first = try object.count("first_token") ?? 0
            let last = try object.count("last_token") ?? first
            guard first <= last, last <= tokens else { throw object.failure("last_token", "is no token's number") }
            let block = try object.count("block")
            if let block, block >= blocks { throw object.failure("block", "is no block's number") }
            sentences.append(Sentence(range: range, tokens: first..<last, block: block))
        }
        return sentences
    }

    func entities(_ objects: [RecordMembers]) throws(StageFailure) -> [Entity] {
        var entities: [Entity] = []
        entities.reserveCapacity(objects.count)
        var end = 0
        for object in objects {
            let range = try next(object, after: &end)
            let type = try object.required("type", object.text("type"))
            let confidence = try object.number("confidence")
            guard (0...1).contains(confidence ?? 1) else { throw object.failure("confidence", "must be from 0 to 1") }
            entities.append(
                Entity(
                    range: range, type: EntityType(rawValue: type), name: try object.text("name"), title: try object.text("title"),
                    mentions: try object.count("mentions"), value: try object.text("value"), identifier: try object.text("id"), confidence: confidence.map { Float($0) }))
        }
        return entities
    }

    /// The sentences' numbers are left out where the record came without its sentences.
    func summary(_ members: RecordMembers, sentences: Int) throws(StageFailure) -> Summary {
        let text = try members.required("text", members.text("text"))
        var numbers: [Int] = []
        for (index, value) in try (members.array("sentences") ?? []).enumerated() {
            guard sentences > 0 else { break }
            guard let number = value.integerValue, number >= 0, number < sentences, number > numbers.last ?? -1 else {
                throw members.failure("sentences[\(index)]", "must be a sentence's number, higher than the one before")
            }
            numbers.append(number)
        }
        return Summary(text: text, sentences: numbers)
    }
}
