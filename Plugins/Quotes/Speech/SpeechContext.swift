import StageKit

/// What the searches for direct and for reported speech share: the article's words, and its subjects.
struct SpeechContext {
    let reading: Reading
    let entities: [Entity]
    let bytes: UnsafeBufferPointer<UInt8>
    let subjects: SubjectFinder

    init(_ reading: Reading, _ entities: [Entity], _ bytes: UnsafeBufferPointer<UInt8>) {
        self.reading = reading
        self.entities = entities
        self.bytes = bytes
        subjects = SubjectFinder(words: reading.words, entities: entities)
    }

    var words: [Word] { reading.words }

    /// Whether the verb reports what was said: not "to say", "did not say", "was told".
    func reports(_ cue: Int, from start: Int) -> Bool {
        guard words[cue].has(.cue), words[cue].traits.isDisjoint(with: .quoted) else { return false }
        var before = cue - 1
        while before >= start, cue - before <= 4, words[before].has([.filler, .negation, .to]) {
            if words[before].has([.negation, .to]) { return false }
            // "is saying" does; "was told" and "is said" do not.
            if words[before].has(.be), !words[cue].has(.participle) { return false }
            before -= 1
        }
        return true
    }

    /// Whether a quotation has the look of a title or of a single term rather than of something said.
    func looksLikeTitle(_ span: Int) -> Bool {
        let content = reading.spans[span].content
        var long = 0
        var small = 0
        var count = 0
        for word in words[reading.spanWords[span]] where word.range.lowerBound >= content.lowerBound && word.range.upperBound <= content.upperBound {
            guard !word.has(.punctuation) else {
                if word.has(.stop), word.range.upperBound == content.upperBound, bytes[word.range.lowerBound] == UInt8(ascii: ".") { return false }
                continue
            }
            count += 1
            guard word.range.count > 3 || word.has(.capitalised) else { continue }
            long += 1
            if !word.has(.capitalised), bytes[word.range.lowerBound] &- 0x61 < 26 { small += 1 }
        }
        return count > 0 && count <= 10 && long > 0 && small == 0
    }

    /// Whether it could stand alone: a capital at its start, an end mark at its end, and a few words.
    func isSentence(_ span: Int) -> Bool {
        let content = reading.spans[span].content
        guard let first = content.first, let last = content.last, reading.spanWords[span].count > 4 else { return false }
        let startsSmall = bytes[first] &- 0x61 < 26
        let ends = ".!?".utf8.contains(bytes[last]) || (last >= 2 && bytes[last] == 0xA6 && bytes[last - 2] == 0xE2) || reading.spans[span].continues
        return !startsSmall && ends
    }

    func isEmpty(_ span: Int) -> Bool { reading.spans[span].content.isEmpty }
}
