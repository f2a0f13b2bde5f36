import StageKit

/// Finds the subject of a verb of saying, before it ("X said") or behind it ("said X").
///
/// Every search looks at a bounded number of words, so that finding all subjects stays linear in the text.
struct SubjectFinder {
    /// How far a subject may stand from its verb; an apposition or a relative clause may lie between.
    static let mostWords = 40
    /// The words of a subject that is no name: "a spokesman for the ministry of transport".
    private static let mostWordsOfDescription = 10

    let words: [Word]
    let entities: [Entity]

    private func isAgent(_ entity: Int) -> Bool {
        let type = entities[entity].type
        return type == .person || type == .organization || type == .location || type == .misc
    }

    private func isPerson(_ word: Int) -> Bool {
        words[word].entity >= 0 && entities[Int(words[word].entity)].type == .person
    }

    private func named(_ word: Int) -> Subject {
        let entity = Int(words[word].entity)
        return Subject(range: entities[entity].range, entity: entity)
    }

    private func described(_ words: Range<Int>) -> Subject {
        Subject(range: self.words[words.lowerBound].range.lowerBound..<self.words[words.upperBound - 1].range.upperBound)
    }

    // MARK: - Before the verb

    /// The subject that ends before word `cue`; nil where none is found or the verb does not report speech ("did not say").
    func before(_ cue: Int, from start: Int) -> Subject? {
        let start = max(start, cue - SubjectFinder.mostWords)
        var last = cue - 1
        while last >= start, words[last].has([.filler, .negation]) {
            if words[last].has(.negation) { return nil }
            last -= 1
        }
        guard last >= start, !words[last].has([.to, .determiner, .quoted, .stop]) else { return nil }
        if words[last].has(.who), words[last].entity < 0, last > start {
            last -= 1
            if words[last].has(.comma), last > start { last -= 1 }
        }
        if words[last].has(.pronoun) { return Subject(range: words[last].range, pronoun: words[last].traits.intersection(.pronoun)) }
        // "X put the cost at seven million and said": the subject is the sentence's.
        if words[last].has(.conjunction), words[last].entity < 0 { return opening(start..<last) }
        if words[last].has([.comma, .clauseBreak]) { return beforeApposition(start..<last) }
        return ending(at: last, from: start)
    }

    /// What a noun phrase names whose last word is `last`.
    private func ending(at last: Int, from start: Int) -> Subject? {
        var last = last
        // "X on Tuesday said", "X of Edinburgh said": step over what says when and where.
        for _ in 0..<3 {
            guard words[last].entity >= 0 || words[last].has(.calendar) else { break }
            var first = last
            while first > start, words[first].entity >= 0, words[first - 1].entity == words[last].entity { first -= 1 }
            let before = first - 1
            let isAgent = words[last].entity >= 0 && isAgent(Int(words[last].entity))
            guard before >= start, words[before].has(.preposition) || !isAgent else { return isAgent ? unlessSeveral(first, last, from: start) : nil }
            let head = words[before].has(.preposition) ? before - 1 : before
            guard head >= start else { return isAgent ? named(last) : nil }
            if words[head].entity < 0, isAgent || !words[head].has(.calendar) { return description(endingAt: isAgent ? last : head, from: start) }
            last = head
        }
        if words[last].entity >= 0 { return isAgent(Int(words[last].entity)) ? named(last) : nil }
        return description(endingAt: last, from: start)
    }

    /// "X and Y said" has two speakers, of whom no one is the speaker.
    private func unlessSeveral(_ first: Int, _ last: Int, from start: Int) -> Subject {
        guard first - 2 >= start, words[first - 1].has(.conjunction), words[first - 2].entity >= 0, isAgent(Int(words[first - 2].entity)) else {
            return named(last)
        }
        return described(entityStart(first - 2, from: start)..<last + 1)
    }

    private func entityStart(_ word: Int, from start: Int) -> Int {
        var first = word
        while first > start, words[first - 1].entity == words[word].entity { first -= 1 }
        return first
    }

    /// "the company", "a spokesman for the union", "police": back to a determiner, or to where the clause begins.
    private func description(endingAt last: Int, from start: Int) -> Subject? {
        guard !words[last].has(.punctuation), words[last].range.count > 1 else { return nil }
        var first = last
        var determiner: Int?
        while first > start, last - first < SubjectFinder.mostWordsOfDescription {
            let before = words[first - 1]
            // What else stands between two clauses ends the search.
            if before.has(WordTraits.punctuation.union([.quoted, .that, .conjunction, .whether, .cue, .pronoun, .filler, .to])), before.entity < 0 { break }
            first -= 1
            if words[first].has(.determiner), words[first].entity < 0 {
                determiner = first
                // "a spokesman for the union": the phrase goes on to the left.
                guard first > start, words[first - 1].has(.preposition), !words[first - 1].has(.adjunct) else { break }
            }
        }
        if let determiner { return described(determiner..<last + 1) }
        if words[first].has(.adjunct), words[first].entity < 0 { first = last }
        return described(first..<last + 1)
    }

    /// The subject before a comma: "Mark Field, the chief executive, said", "the captain, Leona Varga, said".
    private func beforeApposition(_ region: Range<Int>) -> Subject? {
        guard !region.isEmpty else { return nil }
        var comma = region.upperBound - 1
        while comma > region.lowerBound, !words[comma].has([.comma, .clauseBreak]) { comma -= 1 }
        let inner = comma + 1
        if comma > region.lowerBound, inner < region.upperBound, isPerson(inner) { return named(inner) }
        // "The actor, who was raised in Leeds, said".
        if let relative = region.dropFirst().first(where: { words[$0].has(.who) && words[$0 - 1].has(.comma) }), relative - 2 >= region.lowerBound {
            return ending(at: relative - 2, from: region.lowerBound)
        }
        // Of names before a comma the first: later ones belong to its apposition.
        var organization: Int?
        for word in region where words[word].entity >= 0 && words[word].traits.isDisjoint(with: .quoted) {
            let isLast = word + 1 >= region.upperBound || words[word + 1].has([.comma, .clauseBreak])
            guard isLast else { continue }
            if isPerson(word) { return named(word) }
            if organization == nil, entities[Int(words[word].entity)].type == .organization { organization = word }
        }
        if let subject = opening(region), let entity = subject.entity, entities[entity].type == .person { return subject }
        if let organization { return ending(at: organization, from: region.lowerBound) }
        return comma > region.lowerBound ? description(endingAt: comma - 1, from: region.lowerBound) : description(endingAt: region.upperBound - 1, from: region.lowerBound)
    }

    /// The subject a clause begins with.
    func opening(_ region: Range<Int>) -> Subject? {
        for word in region.prefix(12) {
            if words[word].has(.quoted) { return nil }
            if words[word].entity >= 0 {
                guard isAgent(Int(words[word].entity)) else { continue }
                return named(word)
            }
            if words[word].has([.he, .she]) || (word == region.lowerBound && words[word].has(.pronoun)) {
                return Subject(range: words[word].range, pronoun: words[word].traits.intersection(.pronoun))
            }
        }
        return nil
    }

    // MARK: - Behind the verb

    /// The subject that begins at word `start`, and the word behind it; nil where none does.
    func after(_ start: Int, to end: Int) -> (subject: Subject, end: Int)? {
        var start = start
        while start < end, words[start].has(.filler), !words[start].has(.be) { start += 1 }
        guard start < end else { return nil }
        if words[start].has(.pronoun) {
            return (Subject(range: words[start].range, pronoun: words[start].traits.intersection(.pronoun)), start + 1)
        }
        guard !words[start].has(WordTraits.punctuation.union([.preposition, .that, .to, .quoted, .calendar, .whether])) || words[start].entity >= 0 else { return nil }
        let border = WordTraits.punctuation.union([.quoted, .that, .who, .conjunction])
        var limit = start
        while limit < end, limit - start < SubjectFinder.mostWords, !(words[limit].has(border) && words[limit].entity < 0) { limit += 1 }
        guard limit > start else { return nil }
        let isHead = { (word: Int) in word == start || (words[word - 1].entity != words[word].entity && !words[word - 1].has(.preposition)) }
        if let person = (start..<limit).first(where: { isPerson($0) && isHead($0) }) {
            return (named(person), behindEntity(person, limit))
        }
        // "said the minister, Helena Sottomayor."
        if limit + 1 < end, words[limit].has(.comma), isPerson(limit + 1) {
            let behind = behindEntity(limit + 1, end)
            if behind >= end || words[behind].has(WordTraits.punctuation.union(.quoted)) { return (named(limit + 1), behind) }
        }
        let head = words[start].has(.determiner) && words[start].entity < 0 ? start + 1 : start
        if head < limit, words[head].entity >= 0, isAgent(Int(words[head].entity)) {
            let behind = behindEntity(head, limit)
            if behind == limit || words[behind].has([.preposition, .calendar]) { return (named(head), behind) }
        }
        var behind = start
        while behind < limit, behind - start < SubjectFinder.mostWordsOfDescription, behind == start || !words[behind].has([.adjunct, .calendar, .filler, .to, .cue]) { behind += 1 }
        return (described(start..<behind), behind)
    }

    private func behindEntity(_ word: Int, _ limit: Int) -> Int {
        var behind = word + 1
        while behind < limit, words[behind].entity == words[word].entity { behind += 1 }
        return behind
    }
}
