/// The traits of one sentence's tokens, with two empty ones on either side so that windows need no border checks.
///
/// Owned by one worker and used again for every sentence: nothing is allocated once it has grown.
package struct SentenceTraits {
    /// How far a window reaches to either side.
    static let margin = 2
    /// Tokens of a phrase in the name lists, at most.
    private static let phraseLimit = 6
    /// The most tokens a wide run goes on through, so that hostile text stays linear.
    private static let runLimit = 24

    package var traits: [TokenTraits] = []
    package private(set) var count = 0
    /// How the whole sentence is cased; see ``SentenceCase``.
    package private(set) var sentenceCase: SentenceCase = .ordinary

    package enum SentenceCase: UInt32, Sendable {
        case ordinary, allCapitals, titled, allLower
    }

    package init() {}

    /// Gathers the traits of `tokens`, which lie in `bytes`.
    ///
    /// - Complexity: O(bytes of the sentence).
    package mutating func fill(_ bytes: UnsafeBufferPointer<UInt8>, _ tokens: ArraySlice<TokenRange>, model: EntityModel) {
        fillWithoutModel(bytes, tokens)
        for index in SentenceTraits.margin..<SentenceTraits.margin + count {
            lookUp(index, model)
        }
        findPhrases(model)
    }

    /// The part that needs no model: forms, shapes, runs.
    package mutating func fillWithoutModel(_ bytes: UnsafeBufferPointer<UInt8>, _ tokens: ArraySlice<TokenRange>) {
        count = tokens.count
        let needed = count + 2 * SentenceTraits.margin
        if traits.count < needed {
            traits += Array(repeating: TokenTraits(), count: needed - traits.count)
        }
        for index in 0..<SentenceTraits.margin {
            traits[index] = .border(-1 - index)
            traits[SentenceTraits.margin + count + index] = .border(index)
        }
        var index = SentenceTraits.margin
        for token in tokens {
            traits[index] = TokenTraits()
            TokenScanner.scan(bytes, token.lowerBound, token.upperBound, into: &traits[index])
            index += 1
        }
        findCase()
        findRuns()
        findAppositions()
    }

    /// Adds the capitalised tokens; `first` is the number of the sentence's first token in the article.
    func appendWords(from first: Int, to words: inout [DocumentVotes.Word]) {
        var run: UInt32 = 0
        for index in SentenceTraits.margin..<SentenceTraits.margin + count where traits[index].isCapitalized {
            let (start, end) = (Int(traits[index].runStart), Int(traits[index].runEnd))
            if index == start {
                run = PhraseHash.first(traits[start].lower)
                for member in start + 1..<max(end, start + 1) { run = PhraseHash.next(run, traits[member].lower) }
            }
            words.append(
                DocumentVotes.Word(
                    token: Int32(first + index - SentenceTraits.margin), lower: traits[index].lower, run: run,
                    runLength: UInt8(min(end - start, 255)), fromStart: UInt8(min(index - start, 255)),
                    startsSentence: index == SentenceTraits.margin, capital: traits[index].lexicon.capital))
        }
    }

    private mutating func lookUp(_ index: Int, _ model: EntityModel) {
        let (form, lower) = (traits[index].form, traits[index].lower)
        var entry = model.lexicon.row(lower).map(LexiconEntry.init) ?? LexiconEntry()
        traits[index].sense = entry.sense
        if form != lower {
            let capital = entry.capital
            traits[index].commonClass = entry.fine
            // An unknown form still tells something by its lower-case twin; its own class is better.
            entry = model.lexicon.row(form).map(LexiconEntry.init) ?? LexiconEntry(coarse: entry.coarse)
            entry.capital = capital
        }
        traits[index].lexicon = entry
    }

    /// Counts words of four letters and more, as titles leave short ones small.
    private mutating func findCase() {
        var (lower, capitalized, upper, long) = (0, 0, 0, 0)
        for trait in traits[SentenceTraits.margin..<SentenceTraits.margin + count] where trait.flags.contains(.hasLetter) {
            if trait.isCapitalized, !trait.flags.contains(.hasLower) { upper += 1 }
            guard trait.head > 0xFF_FFFF else { continue }
            long += 1
            if trait.isCapitalized { capitalized += 1 }
            if trait.flags.contains(.hasLower) { lower += 1 }
        }
        sentenceCase =
            if long > 0, lower == 0, upper > 0 { .allCapitals }
            else if capitalized == 0 { .allLower }
            // Three quarters: names and sentence starts alone seldom reach that in running text of some length.
            else if long > 3, capitalized * 4 >= long * 3 { .titled }
            else { .ordinary }
    }

    private mutating func findRuns() {
        let behind = SentenceTraits.margin + count
        var index = nextCapitalized(from: SentenceTraits.margin)
        while index < behind {
            var end = index + 1
            while end < behind, traits[end].isCapitalized { end += 1 }
            for member in index..<end {
                traits[member].runStart = Int32(index)
                traits[member].runEnd = Int32(end)
            }
            index = nextCapitalized(from: end)
        }
        index = nextCapitalized(from: SentenceTraits.margin)
        while index < behind {
            var end = Int(traits[index].runEnd)
            while end < behind, end - index < SentenceTraits.runLimit {
                var next = end
                while next < behind, next < end + 2, traits[next].flags.contains(.joiner) { next += 1 }
                guard next > end, next < behind, traits[next].isCapitalized else { break }
                end = Int(traits[next].runEnd)
            }
            for member in index..<end {
                traits[member].wideStart = Int32(index)
                traits[member].wideEnd = Int32(end)
            }
            index = nextCapitalized(from: end)
        }
    }

    /// The first capitalised token at `index` or behind; the index behind the sentence where there is none.
    @inline(__always)
    func nextCapitalized(from index: Int) -> Int {
        let behind = SentenceTraits.margin + count
        var index = index
        while index < behind, !traits[index].isCapitalized { index += 1 }
        return index
    }

    /// Finds what the name lists hold: at every capitalised token the longest phrase that starts there.
    private mutating func findPhrases(_ model: EntityModel) {
        let first = SentenceTraits.margin
        let behind = first + count
        var covered = first
        for start in first..<behind where traits[start].isCapitalized {
            var key = PhraseHash.first(traits[start].lower)
            guard var flags = model.gazetteer.row(key).map({ GazetteerFlags(rawValue: $0.loadUnaligned(as: UInt16.self)) }) else {
                continue
            }
            traits[start].single = flags.subtracting(.prefix).rawValue
            var best = 0
            var found: GazetteerFlags = []
            var end = start + 1
            while flags.contains(.prefix), end < behind, end - start < SentenceTraits.phraseLimit {
                key = PhraseHash.next(key, traits[end].lower)
                guard let row = model.gazetteer.row(key) else { break }
                flags = GazetteerFlags(rawValue: row.loadUnaligned(as: UInt16.self))
                end += 1
                if flags.subtracting(.prefix).rawValue != 0 {
                    best = end
                    found = flags.subtracting(.prefix)
                }
            }
            guard best > 0, start >= covered else { continue }
            covered = best
            for member in start..<best {
                let place: UInt32 = member == start ? 1 : member == best - 1 ? 3 : 2
                traits[member].multi = UInt32(found.rawValue) << 2 | place
            }
        }
    }
}

/// A token as a byte range; what the tagger needs of StageKit's `Token`.
package typealias TokenRange = Range<Int>

/// Hashes a phrase token by token, each by its lower-cased hash.
package enum PhraseHash {
    @inline(__always)
    package static func first(_ token: UInt32) -> UInt32 { token }

    @inline(__always)
    package static func next(_ phrase: UInt32, _ token: UInt32) -> UInt32 {
        let product = UInt64(phrase ^ 0x5BD1_E995) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(token)
        return UInt32(truncatingIfNeeded: product ^ (product >> 32))
    }
}

extension TokenTraits {
    /// What stands in for a token outside the sentence.
    static func border(_ place: Int) -> TokenTraits {
        var traits = TokenTraits()
        traits.lower = 0xB0D0_0000 &+ UInt32(truncatingIfNeeded: place)
        traits.form = traits.lower
        traits.shape = 0xB0D
        return traits
    }
}
