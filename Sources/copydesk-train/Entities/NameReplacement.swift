import EntitiesStage
import SeededRandom
import StageKit

/// Training sentences whose names are replaced by others of their kind, so that the model learns from the context and from
/// what names are made of, and less from names that it knows (after Dai and Adel, "An analysis of simple data augmentation
/// for named entity recognition", COLING 2020).
///
/// Half of the new words are invented from halves of two surnames: no list and no lexicon holds them, as is the case for
/// most companies in the news.
struct NameReplacement {
    /// How much such a sentence counts beside a gold one.
    static let weight: Float = 0.5
    /// One sentence with names in so many is replaced.
    private let share: UInt64
    /// Which names are replaced.
    private let kinds: Set<Label.Kind>

    /// One person in so many gets a title, which is no part of the name.
    private static let titled: UInt64 = 6

    /// One organization in so many gets a place, which is no part of the name either.
    private static let placed: UInt64 = 8

    private var random: SplitMix64
    private let givenNames: [[UInt8]]
    private let surnames: [[UInt8]]
    private let cities: [[UInt8]]
    private let demonyms: [[UInt8]]

    init(from directory: String, seed: UInt64, share: UInt64, kinds: Set<Label.Kind>) throws {
        self.share = share
        self.kinds = kinds
        func words(_ name: String) throws -> [[UInt8]] {
            try Corpus.lines(of: "\(directory)/gazetteers/\(name).txt.gz").map(Array.init).filter(NameReplacement.isPlainName)
        }
        random = SplitMix64(seed: seed)
        givenNames = try words("given-names")
        surnames = try words("surnames")
        cities = try words("cities")
        // "Kenyan", not "Kenyans".
        demonyms = try words("demonyms").filter { $0.last != UInt8(ascii: "s") }
    }

    mutating func sentences(from gold: [TaggedSentence]) -> [TaggedSentence] {
        var made: [TaggedSentence] = []
        for sentence in gold {
            guard sentence.labels.contains(where: { Int($0) != Label.outside }), random.next() % share == 0,
                let other = replaced(sentence)
            else { continue }
            made.append(other)
        }
        return made
    }

    /// The sentence with other names; nil where none changes.
    private mutating func replaced(_ sentence: TaggedSentence) -> TaggedSentence? {
        var words: [[UInt8]] = []
        var labels: [UInt8] = []
        var next = 0
        var isChanged = false
        var mentions: [(Range<Int>, Label.Kind)] = []
        sentence.labels.withUnsafeBufferPointer { Mention.each(in: $0) { mentions.append(($0, $1)) } }
        for (range, kind) in mentions {
            for index in next..<range.lowerBound {
                words.append(sentence.word(index))
                labels.append(sentence.labels[index])
            }
            next = range.upperBound
            let old = range.map(sentence.word)
            if kind == .person, takesTitle(old, behind: words.last) {
                words.append(draw(NameWords.titles))
                labels.append(UInt8(Label.outside))
                isChanged = true
            }
            let name = replacement(of: old, kind)
            isChanged = isChanged || name != nil
            let start = words.count
            words += name ?? old
            labels += Array(repeating: 0, count: words.count - start)
            Corpus.spell(kind, start..<words.count, in: &labels)
            if let name, kind == .organization, takesPlace(name, next, sentence) {
                words += [Array("of".utf8), draw(cities)]
                labels += [UInt8(Label.outside), UInt8(Label.label(.location, .unit))]
            }
        }
        guard isChanged else { return nil }
        for index in next..<sentence.tokens.count {
            words.append(sentence.word(index))
            labels.append(sentence.labels[index])
        }
        return TaggedSentence(
            words: words.map { $0[...] }, labels: labels, lacksMisc: sentence.lacksMisc, weight: sentence.weight * NameReplacement.weight,
            scheme: sentence.scheme)
    }

    private mutating func takesTitle(_ name: [[UInt8]], behind word: [UInt8]?) -> Bool {
        guard random.next() % NameReplacement.titled == 0, name.allSatisfy(NameReplacement.isPlainName) else { return false }
        return !(word.map { $0[0] &- 0x41 < 26 } ?? false)
    }

    /// Whether a place is to follow, as in "Flamengo of Brazil": never where the sentence goes on with one.
    private mutating func takesPlace(_ name: [[UInt8]], _ next: Int, _ sentence: TaggedSentence) -> Bool {
        guard random.next() % NameReplacement.placed == 0, !name.contains(Array("of".utf8)) else { return false }
        return next == sentence.tokens.count || sentence.word(next).allSatisfy { !NameReplacement.isLetter($0) }
    }

    private mutating func replacement(of name: [[UInt8]], _ kind: Label.Kind) -> [[UInt8]]? {
        guard kinds.contains(kind), name.count <= 3, name.allSatisfy(NameReplacement.isPlainName) else { return nil }
        switch kind {
        case .person:
            guard name.count > 1 else { return [surname()] }
            return givenName() + [surname()]
        case .location: return name.count == 1 ? [draw(cities)] : nil
        case .organization: return organization(name)
        case .misc: return nil
        }
    }

    private mutating func organization(_ name: [[UInt8]]) -> [[UInt8]]? {
        let first = random.next() % 3 == 0 ? draw(cities) : surname()
        switch random.next() % 14 {
        case 0: return [first, Array("&".utf8), surname()]
        case 1: return [first, draw(NameWords.legalForms)]
        case 2: return [first, draw(NameWords.activities), draw(NameWords.legalForms)]
        case 3, 4, 5: return [first, draw(NameWords.activities)]
        case 6: return [first, draw(NameWords.bodies)]
        case 7: return [draw(NameWords.bodies), Array("of".utf8), draw(cities)]
        case 8: return [draw(NameWords.openings), first]
        case 9: return [draw(demonyms), draw(NameWords.activities), draw(NameWords.bodies)]
        case 10: return [draw(demonyms), random.next() % 2 == 0 ? draw(NameWords.activities) : draw(NameWords.bodies)]
        // The old name's own head.
        default: return name.count > 1 ? [first, name[name.count - 1]] : nil
        }
    }

    private mutating func givenName() -> [[UInt8]] {
        random.next() % 8 == 0 ? [draw(givenNames), Array("-".utf8), draw(givenNames)] : [draw(givenNames)]
    }

    private mutating func surname() -> [UInt8] {
        let one = draw(surnames)
        guard random.next() % 2 == 0 else { return one }
        let other = draw(surnames)
        guard (one + other).allSatisfy({ $0 < 0x80 }) else { return one }
        return Array(one.prefix((one.count + 1) / 2) + other.suffix((other.count + 1) / 2))
    }

    private mutating func draw(_ words: [[UInt8]]) -> [UInt8] {
        words[Int(random.next() % UInt64(words.count))]
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 }

    /// One capital, then small letters: neither shorthand nor a user's name.
    private static func isPlainName(_ word: [UInt8]) -> Bool {
        guard word.count > 2, let first = word.first, first &- 0x41 < 26 || first >= 0xC3 else { return false }
        return word.dropFirst().allSatisfy { $0 &- 0x61 < 26 || $0 >= 0x80 }
    }
}
