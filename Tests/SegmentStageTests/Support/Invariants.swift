import StageKit
import Testing

/// What holds for the sentences and tokens of every text.
enum Invariants {
    static func check(_ article: Article, _ note: String) throws {
        let text = try #require(article.text)
        let bytes = text.utf8
        var token = 0
        var covered = 0
        for sentence in article.sentences {
            #expect(sentence.tokens.lowerBound == token && !sentence.tokens.isEmpty, "\(note): sentences share or skip tokens")
            #expect(sentence.range.lowerBound >= covered, "\(note): sentences overlap")
            for member in article.tokens[sentence.tokens] {
                try #require(member.range.lowerBound >= covered, "\(note): tokens overlap at \(around(member.range, bytes))")
                #expect(isSpace(bytes[covered..<member.range.lowerBound]), "\(note): text lies outside the tokens")
                covered = member.range.upperBound
            }
            token = sentence.tokens.upperBound
            #expect(sentence.range.lowerBound == article.tokens[sentence.tokens.lowerBound].range.lowerBound, "\(note)")
            #expect(sentence.range.upperBound == covered, "\(note)")
        }
        #expect(token == article.tokens.count, "\(note): tokens outside sentences")
        #expect(isSpace(bytes[covered...]), "\(note): text lies behind the tokens")
        let borders = graphemeBorders(text.string)
        for member in article.tokens {
            #expect(borders.contains(member.range.lowerBound) && borders.contains(member.range.upperBound), "\(note): a grapheme is split at \(around(member.range, bytes))")
        }
        for sentence in article.sentences {
            guard let block = sentence.block, let range = article.blocks[block].range else { continue }
            #expect(range.contains(sentence.range.lowerBound) && sentence.range.upperBound <= range.upperBound, "\(note): a sentence leaves its block")
        }
    }

    /// The scalars near a token, for the failure's text.
    private static func around(_ range: Range<Int>, _ bytes: [UInt8]) -> String {
        let near = bytes[max(0, range.lowerBound - 12)..<min(bytes.count, range.upperBound + 12)]
        return "\(range): " + String(decoding: near, as: UTF8.self).unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ")
    }

    private static func graphemeBorders(_ text: String) -> Set<Int> {
        var borders: Set<Int> = [0]
        var offset = 0
        for character in text {
            offset += character.utf8.count
            borders.insert(offset)
        }
        return borders
    }

    private static func isSpace(_ bytes: ArraySlice<UInt8>) -> Bool {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0.properties.generalCategory == .control || $0.value == 0xFEFF || $0.value == 0x200B }
    }
}
