import StageKit

/// The names of a user's own lists, found in text by longest match over whole words.
///
/// Words are runs of letters and digits; a phrase is looked up by the hash of its lower-cased words, prefixes of phrases
/// are in the same table so that a search stops as soon as no name can follow, and the name itself is compared in the
/// end. A name matches in its own casing or in capitals; a name without capitals matches in any casing.
///
/// Immutable after it is loaded: all workers share it.
struct UserGazetteer: Sendable {
    struct Entry: Sendable {
        /// Into ``text``.
        var name: Range<Int>
        var identifier: Range<Int>
        /// Into ``types``.
        var type: Int32
    }

    private(set) var text: [UInt8] = []
    private(set) var types: [EntityType] = []
    private(set) var entries: [Entry] = []
    private(set) var index = PhraseIndex()

    var count: Int { entries.count }

    /// - Throws: ``StageFailure`` with file and line where a list cannot be read.
    init(files: [String], _ context: StageContext) throws {
        for file in files {
            try GazetteerFile.read(file, at: context.inputPath(file)) { name, identifier, type in
                self.add(name: name, identifier: identifier, type: type)
            }
        }
        index.build(entries.map(\.name), text)
    }

    private mutating func add(name: ArraySlice<UInt8>, identifier: ArraySlice<UInt8>, type: EntityType) {
        let kind: Int
        if let last = types.indices.last, types[last] == type {
            kind = last
        } else if let known = types.firstIndex(of: type) {
            kind = known
        } else {
            kind = types.count
            types.append(type)
        }
        let nameStart = text.count
        text += name
        let identifierStart = text.count
        text += identifier
        entries.append(Entry(name: nameStart..<identifierStart, identifier: identifierStart..<text.count, type: Int32(kind)))
    }

    /// Adds the longest names at every word, in text order, not overlapping.
    ///
    /// - Complexity: O(bytes) but for texts full of beginnings of names; a name has at most ``PhraseIndex/mostWords`` words.
    func find(
        _ bytes: UnsafeBufferPointer<UInt8>, tokens: [TokenRange], sentences: [Range<Int>], into matches: inout [GazetteerMatch]
    ) {
        for sentence in sentences where !sentence.isEmpty {
            let end = tokens[sentence.upperBound - 1].upperBound
            var behind = 0
            for token in tokens[sentence] where token.lowerBound >= behind && !token.isEmpty {
                guard let (entry, range) = index.longest(bytes, from: token.lowerBound, to: end, matches: { entry, range in
                    NameMatch.matches(text, entries[entry].name, bytes, range)
                }) else { continue }
                behind = range.upperBound
                let found = entries[entry]
                matches.append(
                    GazetteerMatch(
                        range: range, type: types[Int(found.type)], name: String(decoding: text[found.name], as: UTF8.self),
                        identifier: found.identifier.isEmpty ? nil : String(decoding: text[found.identifier], as: UTF8.self)))
            }
        }
    }
}

/// A name of a user's list in the text.
struct GazetteerMatch {
    var range: Range<Int>
    var type: EntityType
    /// As the list has it.
    var name: String
    var identifier: String?
}
