import EntitiesStage
import Glibc
import StageKit

/// A sentence with its labels, ready for features.
struct TaggedSentence {
    /// The tokens, one blank between two.
    var bytes: [UInt8]
    var tokens: [TokenRange]
    /// One ``Label`` a token.
    var labels: [UInt8]
    /// Whether tokens without a tag may still be misc, as in corpora that do not annotate it.
    var lacksMisc = false
    /// Whether its neighbours come from the same article.
    var isRunning = false
    /// How much it counts in training.
    var weight: Float = 1
    /// The rules after which it was tagged, from 1; 0: none's in particular.
    var scheme: UInt8 = 0

    init(words: [ArraySlice<UInt8>], labels: [UInt8], lacksMisc: Bool = false, weight: Float = 1, scheme: UInt8 = 0) {
        bytes = []
        tokens = []
        for word in words {
            if !bytes.isEmpty { bytes.append(0x20) }
            tokens.append(bytes.count..<bytes.count + word.count)
            bytes += word
        }
        self.labels = labels
        self.lacksMisc = lacksMisc
        self.weight = weight
        self.scheme = scheme
    }

    func word(_ index: Int) -> [UInt8] { Array(bytes[tokens[index]]) }
}

/// Reads the corpora in `token<TAB>tag` form (BIO), and plain tokenised text.
enum Corpus {
    /// A corpus that the trainer learns from.
    struct Source {
        /// File name without ending.
        let name: String
        /// Corpora with the same number were tagged after the same rules.
        let scheme: UInt8
        /// Whether misc is not annotated.
        var lacksMisc = false
        /// Whether the sentences stand in the order of their articles.
        var isRunning = true
    }

    static let training = [
        Source(name: "wikigold", scheme: 1), Source(name: "gum-open-genres", scheme: 2), Source(name: "redocred-dev", scheme: 3),
        Source(name: "redocred-test", scheme: 3), Source(name: "uner-ewt-dev", scheme: 4, lacksMisc: true),
        Source(name: "crossner", scheme: 5, isRunning: false), Source(name: "wnut17-train", scheme: 6, isRunning: false),
        Source(name: "wnut17-dev", scheme: 6, isRunning: false), Source(name: "btc", scheme: 7, lacksMisc: true, isRunning: false),
    ]

    /// The sentences of a corpus to learn from, made to agree with the others.
    static func read(_ source: Source, in directory: String, _ harmony: CorpusHarmony?) throws -> [TaggedSentence] {
        try read(source.name, in: directory).map { sentence in
            var sentence = harmony?.harmonized(sentence) ?? sentence
            sentence.lacksMisc = source.lacksMisc
            sentence.isRunning = source.isRunning
            sentence.scheme = source.scheme
            return sentence
        }
    }

    static func read(_ name: String, in directory: String) throws -> [TaggedSentence] {
        var sentences: [TaggedSentence] = []
        var words: [ArraySlice<UInt8>] = []
        var tags: [String] = []
        func finish() {
            if !words.isEmpty {
                sentences.append(TaggedSentence(words: words, labels: labels(of: tags)))
            }
            words = []
            tags = []
        }
        for line in try lines(of: "\(directory)/ner/\(name).tsv.gz") {
            guard let tab = line.lastIndex(of: 0x09) else {
                finish()
                continue
            }
            let tag = String(decoding: line[(tab + 1)...], as: UTF8.self)
            for part in split(line[line.startIndex..<tab]) {
                words.append(part)
                // The second part of a token that starts a name is inside it.
                tags.append(part.startIndex > 0 && tag.hasPrefix("B-") ? "I-" + tag.dropFirst(2) : tag)
            }
        }
        finish()
        return sentences
    }

    /// Sentences of blank-separated tokens, without tags.
    static func readPlain(_ name: String, in directory: String) throws -> [TaggedSentence] {
        try lines(of: "\(directory)/ner/\(name).txt.gz").compactMap { line in
            let words = line.split(separator: 0x20).flatMap(split)
            return words.isEmpty ? nil : TaggedSentence(words: words, labels: Array(repeating: 0, count: words.count))
        }
    }

    /// A token cut at hyphens as the stage cuts it; the parts' indices start at 0 for the first.
    private static func split(_ token: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        let token = Array(token)
        var parts: [TokenRange] = []
        token.withUnsafeBufferPointer { HyphenSplit.append(0..<token.count, $0, to: &parts) }
        return parts.map { token[$0] }
    }

    /// BIO tags as ``Label``s.
    static func labels(of tags: [String]) -> [UInt8] {
        let kinds: [Substring: Label.Kind] = ["PER": .person, "LOC": .location, "ORG": .organization, "MISC": .misc]
        var labels: [UInt8] = Array(repeating: 0, count: tags.count)
        var index = 0
        while index < tags.count {
            guard tags[index] != "O", let kind = kinds[tags[index].dropFirst(2)] else {
                index += 1
                continue
            }
            var end = index + 1
            while end < tags.count, tags[end] == "I-\(tags[index].dropFirst(2))" { end += 1 }
            spell(kind, index..<end, in: &labels)
            index = end
        }
        return labels
    }

    static func spell(_ kind: Label.Kind, _ range: Range<Int>, in labels: inout [UInt8]) {
        for index in range {
            let role: Label.Role = range.count == 1 ? .unit : index == range.lowerBound ? .begin : index == range.upperBound - 1 ? .last : .inside
            labels[index] = UInt8(Label.label(kind, role))
        }
    }

    /// The lines of a file as it stands.
    static func plainLines(of path: String) throws -> [ArraySlice<UInt8>] {
        try ModelFile.read(path).split(separator: 0x0A)
    }

    /// The lines of a gzip file.
    static func lines(of path: String) throws -> [ArraySlice<UInt8>] {
        let quoted = path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
        guard let pipe = popen("gzip -dc '\(quoted)'", "r") else { throw StageFailure("cannot run gzip") }
        var bytes: [UInt8] = []
        var buffer: [UInt8] = Array(repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&buffer, 1, buffer.count, pipe)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        guard pclose(pipe) == 0 else { throw StageFailure("cannot read \(path)", advice: "name the folder that holds ner/ and gazetteers/") }
        return bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    }
}
