import StageKit

/// The names and patterns of a user's own lists, found in text by longest match over whole words.
///
/// Words are runs of letters and digits; a phrase is looked up by the hash of its lower-cased words, prefixes of phrases
/// are in the same table so that a search stops as soon as no name can follow, and the name itself is compared in the
/// end. A name matches in its own casing or in capitals; a name without capitals matches in any casing; unless its entry says
/// otherwise (``GazetteerCase``). Patterns have an index of their own, so that names alone cost what they did.
///
/// Immutable after it is loaded: all workers share it.
struct UserGazetteer: Sendable {
    struct Entry: Sendable {
        /// Into ``text``.
        var name: Range<Int>
        var identifier: Range<Int>
        /// Into ``types``.
        var type: Int32
        var casing: GazetteerCase
    }

    private(set) var text: [UInt8] = []
    private(set) var types: [EntityType] = []
    private(set) var entries: [Entry] = []
    private(set) var index = PhraseIndex()
    /// Their "names" are the patterns.
    private(set) var patterns: [Entry] = []
    private(set) var patternIndex = PatternIndex()

    var count: Int { entries.count + patterns.count }

    /// - Throws: ``StageFailure`` with file and line where a list cannot be read.
    init(files: [String], entries written: [GazetteerEntry] = [], _ context: StageContext) throws {
        for entry in written {
            let identifier = ArraySlice((entry.id ?? "").utf8)
            for name in entry.names {
                entries.append(make(ListedName(text: ArraySlice(name.text.utf8), identifier: identifier, type: entry.type.type, casing: entry.case)))
            }
            for pattern in entry.patterns {
                let text = ArraySlice(pattern.text.utf8)
                // Settings of a pipeline file are checked already; those that code sets are not.
                let compiled = try TokenPattern(text, at: "pattern '\(pattern.text.printable)'")
                add(compiled, ListedName(text: text, identifier: identifier, type: entry.type.type, casing: entry.case))
            }
        }
        for file in files {
            try GazetteerFile.read(file, at: context.inputPath(file), add: { self.entries.append(self.make($0)) }, addPattern: { self.add($0, $1) })
        }
        index.build(entries, text)
        patternIndex.build()
    }

    private mutating func add(_ pattern: TokenPattern, _ listed: ListedName) {
        patternIndex.add(pattern, entry: patterns.count)
        patterns.append(make(listed))
    }

    private mutating func make(_ listed: ListedName) -> Entry {
        let type = listed.type
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
        text += NameMatch.trimmed(listed.text)
        let identifierStart = text.count
        text += listed.identifier
        return Entry(name: nameStart..<identifierStart, identifier: identifierStart..<text.count, type: Int32(kind), casing: listed.casing)
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
                guard let match = longest(bytes, from: token.lowerBound, to: end) else { continue }
                behind = match.range.upperBound
                matches.append(match)
            }
        }
    }

    /// Of a name and a pattern the longer one, of equals the name, which says more.
    @inline(__always)
    private func longest(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> GazetteerMatch? {
        let named = index.longest(bytes, from: start, to: end) { entry, range in
            NameMatch.matches(text, entries[entry].name, entries[entry].casing, bytes, range)
        }
        if !patternIndex.isEmpty {
            let found = patternIndex.longest(bytes, from: start, to: end, patterns: patterns, text)
            if let (entry, range) = found, range.count > named?.range.count ?? 0 { return match(patterns[entry], range, isPattern: true) }
        }
        return named.map { match(entries[$0.entry], $0.range, isPattern: false) }
    }

    private func match(_ entry: Entry, _ range: Range<Int>, isPattern: Bool) -> GazetteerMatch {
        GazetteerMatch(
            range: range, type: types[Int(entry.type)], name: isPattern ? nil : String(decoding: text[entry.name], as: UTF8.self),
            identifier: entry.identifier.isEmpty ? nil : String(decoding: text[entry.identifier], as: UTF8.self))
    }
}

/// A name or pattern of a user's list in the text.
struct GazetteerMatch {
    var range: Range<Int>
    var type: EntityType
    /// As the list has it; nil where a pattern matched.
    var name: String?
    var identifier: String?
}

/// A name or pattern as a list has it.
struct ListedName {
    var text: ArraySlice<UInt8>
    var identifier: ArraySlice<UInt8>
    var type: EntityType
    var casing = GazetteerCase.usual
}
