import EntitiesStage
import StageKit

/// What WordNet 3.0 (C. Fellbaum, 1998; Debian's `wordnet-base`) says of English words: the lexicographer's file of a word's most
/// frequent sense, which is a coarse class of its meaning (person, group, artifact, ...), and names it holds.
///
/// The class carries over to words that no corpus here holds: a "goalkeeper" before a name is a person as a "striker" is.
struct WordNet {
    /// Classes of a word, packed as in ``LexiconEntry/sense``.
    private(set) var senses: [[UInt8]: UInt16] = [:]
    /// The words of ``senses``, in an order that is the same in every run.
    var words: [[UInt8]] { senses.keys.sorted { $0.lexicographicallyPrecedes($1) } }
    /// Names, words parted by blanks, with the list they are in.
    private(set) var names: [(phrase: [UInt8], flag: GazetteerFlags)] = []

    private static let underscore = UInt8(ascii: "_")

    init(in directory: String) throws {
        try readSenses("noun", in: directory) { $0 - 2 }
        try readSenses("verb", in: directory) { ($0 - 28) << LexiconEntry.verbShift }
        try inflect("noun", in: directory)
        try inflect("verb", in: directory)
    }

    /// One part of speech: the first sense of each word that is no name.
    private mutating func readSenses(_ part: String, in directory: String, code: (UInt16) -> UInt16) throws {
        var files: [[UInt8]: (file: UInt16, words: [[UInt8]])] = [:]
        for line in try Corpus.plainLines(of: "\(directory)/data.\(part)") where line.first != 0x20 {
            let fields = line.prefix { $0 != UInt8(ascii: "|") }.split(separator: 0x20)
            guard fields.count > 4, let file = number(fields[1], radix: 10), let count = number(fields[3], radix: 16), fields.count >= 4 + 2 * Int(count) else {
                throw StageFailure("\(directory)/data.\(part): a line is not as wndb(5) says")
            }
            let words = (0..<Int(count)).map { Array(fields[4 + 2 * $0]) }
            files[Array(fields[0])] = (file, words)
            if part == "noun", let flag = WordNet.list(file) {
                for word in words where word.contains(where: { $0 &- 0x41 < 26 }) {
                    names.append((word.map { $0 == WordNet.underscore ? 0x20 : $0 }, flag))
                }
            }
        }
        for line in try Corpus.plainLines(of: "\(directory)/index.\(part)") where line.first != 0x20 {
            let fields = line.split(separator: 0x20)
            guard fields.count > 6, let count = number(fields[2], radix: 10), fields.count > Int(count) else { continue }
            let word = Array(fields[0])
            guard word.allSatisfy({ $0 &- 0x61 < 26 }) else { continue }
            for offset in fields.suffix(Int(count)) {
                guard let (file, words) = files[Array(offset)], words.contains(word) else { continue }
                senses[word, default: 0] |= code(file)
                break
            }
        }
    }

    /// Regular and irregular forms get the classes of their word, unless they are words themselves.
    private mutating func inflect(_ part: String, in directory: String) throws {
        let mask = part == "noun" ? LexiconEntry.nounMask : LexiconEntry.nounMask << LexiconEntry.verbShift
        var forms: [[UInt8]: UInt16] = [:]
        for line in try Corpus.plainLines(of: "\(directory)/\(part).exc") {
            let words = line.split(separator: 0x20)
            guard words.count > 1, let sense = senses[Array(words[1])] else { continue }
            forms[Array(words[0])] = sense & mask
        }
        // In order, as two words may share a form ("axes").
        for word in words {
            guard let sense = senses[word], sense & mask != 0 else { continue }
            for form in part == "noun" ? [WordNet.plural(word)] : WordNet.verbForms(word) where forms[form] == nil { forms[form] = sense & mask }
        }
        for (form, sense) in forms where senses[form].map({ $0 & mask == 0 }) ?? true { senses[form, default: 0] |= sense }
    }

    private static func plural(_ word: [UInt8]) -> [UInt8] {
        guard let last = word.last, word.count > 2 else { return word }
        let before = word[word.count - 2]
        if last == UInt8(ascii: "y"), !isVowel(before) { return word.dropLast() + Array("ies".utf8) }
        let hisses = "sxz".utf8.contains(last) || last == UInt8(ascii: "h") && "cs".utf8.contains(before)
        return word + Array((hisses ? "es" : "s").utf8)
    }

    private static func verbForms(_ word: [UInt8]) -> [[UInt8]] {
        guard let last = word.last, word.count > 2 else { return [] }
        let stem = last == UInt8(ascii: "e") ? Array(word.dropLast()) : word
        let past = last == UInt8(ascii: "y") && !isVowel(word[word.count - 2]) ? word.dropLast() + Array("ied".utf8) : stem + Array("ed".utf8)
        return [plural(word), past, stem + Array("ing".utf8)]
    }

    private static func isVowel(_ letter: UInt8) -> Bool { "aeiou".utf8.contains(letter) }

    private func number(_ digits: ArraySlice<UInt8>, radix: Int) -> UInt16? {
        UInt16(String(decoding: digits, as: UTF8.self), radix: radix)
    }

    /// The list that a capitalised noun belongs to, by the number of its lexicographer's file (lexnames(5)).
    private static func list(_ file: UInt16) -> GazetteerFlags? {
        switch file {
        case 18: .knownPerson
        case 15, 17: .knownPlace
        case 14: .knownGroup
        case 4, 6, 9, 10, 11, 21, 28: .knownThing
        default: nil
        }
    }
}
