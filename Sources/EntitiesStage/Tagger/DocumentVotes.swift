/// What the first pass over an article says about each of its words elsewhere in the article, as features of a second pass:
/// a name that was clear in one place helps where it returns in part or in poor context (Krishnan and Manning, "An
/// effective two-stage model for exploiting non-local dependencies in NER", ACL 2006).
///
/// Owned by one worker; nothing is allocated once it has grown.
package struct DocumentVotes {
    /// The most features a token gets.
    package static let most = 8

    /// How often a word was labelled what, and where in a name it stood.
    private struct Tally {
        var key: UInt32 = 0
        var isUsed = false
        /// Outside, then the kinds.
        var kinds: SIMD8<Int16> = .zero
        /// First of several, inside, last of several, alone.
        var roles: SIMD4<Int16> = .zero
    }

    private var words: [Tally] = []
    private var runs: [Tally] = []
    private var mask = 0

    package init() {}

    /// Forgets the last article; makes room for `count` words.
    package mutating func reset(_ count: Int) {
        var size = 64
        while size < count * 2 { size *= 2 }
        if words.count < size {
            words = Array(repeating: Tally(), count: size)
            runs = words
        } else {
            // Only what this article will use, so that a huge article does not slow down those after it.
            for index in 0..<size {
                words[index] = Tally()
                runs[index] = Tally()
            }
        }
        mask = size - 1
    }

    /// What a second pass needs of a capitalised token.
    package struct Word {
        /// Index of the token in the article.
        package var token: Int32
        package var lower: UInt32
        /// Hash of the whole run of capitalised tokens it stands in, and how many there are.
        package var run: UInt32
        package var runLength: UInt8
        package var fromStart: UInt8
        package var startsSentence: Bool
        /// How it is usually cased: ``LexiconEntry/capital``.
        package var capital: UInt8 = 0
    }

    /// Notes the labels of the first pass.
    package mutating func count(_ items: [Word], _ labels: UnsafePointer<UInt8>) {
        for item in items {
            let label = labels[Int(item.token)]
            DocumentVotes.add(&words, mask, item.lower, label)
            if item.fromStart == 0, item.runLength > 1 {
                DocumentVotes.add(&runs, mask, item.run, DocumentVotes.runLabel(item, labels))
            }
        }
    }

    /// The label of a run whose tokens all have the same kind: its kind alone; outside else.
    private static func runLabel(_ item: Word, _ labels: UnsafePointer<UInt8>) -> UInt8 {
        let first = Int(item.token) - Int(item.fromStart)
        guard let kind = Label.kind(of: Int(labels[first])), Label.starts(Int(labels[first])) else { return 0 }
        for index in first + 1..<first + Int(item.runLength) {
            guard Label.kind(of: Int(labels[index])) == kind, !Label.starts(Int(labels[index])) else { return 0 }
        }
        return UInt8(Label.label(kind, .unit))
    }

    private static func slot(_ table: borrowing [Tally], _ mask: Int, _ key: UInt32) -> Int {
        var at = Int((key &* 0x9E37_79B1) >> 8) & mask
        while table[at].isUsed, table[at].key != key { at = (at + 1) & mask }
        return at
    }

    private static func add(_ table: inout [Tally], _ mask: Int, _ key: UInt32, _ label: UInt8) {
        let at = slot(table, mask, key)
        table[at].isUsed = true
        table[at].key = key
        let (kind, role) = parts(label)
        table[at].kinds[kind] = min(table[at].kinds[kind], 999) + 1
        if kind > 0 { table[at].roles[role] = min(table[at].roles[role], 999) + 1 }
    }

    /// 0 outside, else the kind's number plus one; and the role.
    @inline(__always)
    private static func parts(_ label: UInt8) -> (kind: Int, role: Int) {
        guard let kind = Label.kind(of: Int(label)) else { return (0, 0) }
        return (kind.rawValue + 1, kind == .misc ? (label == 13 ? 0 : label == 14 ? 2 : 3) : Int(label - 1) & 3)
    }

    /// Writes the features of a token and returns how many there are: none for a word that stands in the article once.
    package func write(_ item: Word, _ labels: UnsafePointer<UInt8>, to out: UnsafeMutablePointer<UInt32>) -> Int {
        var count = 0
        let own = labels[Int(item.token)]
        let (ownKind, ownRole) = DocumentVotes.parts(own)
        let place: UInt32 = item.runLength == 1 ? 0 : item.fromStart == 0 ? 1 : Int(item.fromStart) + 1 == Int(item.runLength) ? 2 : 3
        func put(_ template: UInt64, _ a: UInt32, _ b: UInt32, _ c: UInt32) {
            out[count] = FeatureHash.hash(template, a, b, c)
            count += 1
        }
        let tally = words[DocumentVotes.slot(words, mask, item.lower)]
        var kinds = tally.kinds
        var roles = tally.roles
        kinds[ownKind] -= 1
        if ownKind > 0 { roles[ownRole] -= 1 }
        if let vote = DocumentVotes.vote(kinds) {
            let start: UInt32 = item.startsSentence ? 1 : 0
            put(101, vote, place, 0)
            put(102, vote, UInt32(own), 0)
            put(103, vote, UInt32(own), place << 1 | start)
            if vote & 7 > 0 {
                // Where in names it stands elsewhere: the last word of a name alone is a surname.
                let role = UInt32(roles[0] > 0 ? 1 : 0) | (roles[1] > 0 ? 2 : 0) | (roles[2] > 0 ? 4 : 0) | (roles[3] > 0 ? 8 : 0)
                put(104, vote & 7, role, place)
                put(105, vote & 7, role << 8 | UInt32(own), place)
            }
        }
        if item.runLength > 1 {
            let label = DocumentVotes.runLabel(item, labels)
            var kinds = runs[DocumentVotes.slot(runs, mask, item.run)].kinds
            kinds[DocumentVotes.parts(label).kind] -= 1
            if let vote = DocumentVotes.vote(kinds) {
                put(106, vote, place, 0)
                put(107, vote, UInt32(own), place)
            }
        }
        return count
    }

    /// The most frequent kind, whether it is so always or mostly, and whether once or more; nil without a vote.
    private static func vote(_ kinds: SIMD8<Int16>) -> UInt32? {
        var best = 0
        var total: Int16 = 0
        for kind in 0..<5 {
            total += kinds[kind]
            // A name beats "outside" at equal counts.
            if kinds[kind] > kinds[best] || (best == 0 && kinds[kind] == kinds[best]) { best = kind }
        }
        guard total > 0, kinds[best] > 0 else { return nil }
        let share: UInt32 = kinds[best] == total ? 2 : kinds[best] * 3 >= total * 2 ? 1 : 0
        return UInt32(best) | share << 3 | (kinds[best] > 2 ? 2 : kinds[best] > 1 ? 1 : 0) << 5
    }
}
