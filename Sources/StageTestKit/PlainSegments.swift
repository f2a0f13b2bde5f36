import StageKit

/// Cuts a text by the plainest of rules, so that a stage that reads sentences can be tested without the stage that makes
/// them. No match for `segment`: every abbreviation ends a sentence here.
enum PlainSegments {
    static func article(_ article: Article) -> Article {
        guard let text = article.text else { return article }
        var article = article
        for paragraph in paragraphs(text.utf8) {
            let block = article.blocks.count
            article.blocks.append(Block(role: .paragraph, range: paragraph))
            for sentence in sentences(text.utf8, in: paragraph) {
                let first = article.tokens.count
                article.tokens += tokens(text.utf8, in: sentence).map { Token($0) }
                article.sentences.append(Sentence(range: sentence, tokens: first..<article.tokens.count, block: block))
            }
        }
        return article
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

    private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        var range = range
        while let first = range.first, isSpace(bytes[first]) { range = first + 1..<range.upperBound }
        while let last = range.last, isSpace(bytes[last]) { range = range.lowerBound..<last }
        return range
    }

    private static func paragraphs(_ bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = 0
        for index in bytes.indices where bytes[index] == 0x0A && index + 1 < bytes.count && bytes[index + 1] == 0x0A {
            found.append(trimmed(bytes, start..<index))
            start = index + 1
        }
        found.append(trimmed(bytes, start..<bytes.count))
        return found.filter { !$0.isEmpty }
    }

    private static func sentences(_ bytes: [UInt8], in paragraph: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = paragraph.lowerBound
        for index in paragraph where ".!?".utf8.contains(bytes[index]) {
            guard index + 1 == paragraph.upperBound || isSpace(bytes[index + 1]) else { continue }
            found.append(trimmed(bytes, start..<index + 1))
            start = index + 1
        }
        found.append(trimmed(bytes, start..<paragraph.upperBound))
        return found.filter { !$0.isEmpty }
    }

    /// Runs of letters and digits, everything beyond ASCII counted as letters; any other sign by itself.
    private static func tokens(_ bytes: [UInt8], in sentence: Range<Int>) -> [Range<Int>] {
        func isWord(_ byte: UInt8) -> Bool { byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 }
        var found: [Range<Int>] = []
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            let start = index
            index += 1
            if isSpace(bytes[start]) { continue }
            if isWord(bytes[start]) {
                while index < sentence.upperBound, isWord(bytes[index]) { index += 1 }
            }
            found.append(start..<index)
        }
        return found
    }
}
