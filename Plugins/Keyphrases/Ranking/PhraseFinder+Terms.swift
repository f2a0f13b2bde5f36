import StageKit

extension PhraseFinder {
    mutating func countCompany() {
        for index in uses.indices.dropFirst() where !uses[index].startsRun {
            let (left, right) = (Int(uses[index - 1].term), Int(uses[index].term))
            let known = pairNumbers.count
            _ = pairNumbers.number(of: UInt64(left) << 32 | UInt64(right))
            let isNew: Int32 = pairNumbers.count > known ? 1 : 0
            terms[right].lefts += isNew
            terms[right].leftUses += 1
            terms[left].rights += isNew
            terms[left].rightUses += 1
        }
    }

    mutating func markTitle(_ article: Article) {
        guard let title = article.metadata.title else { return }
        Array(title.utf8).withUnsafeBufferPointer { bytes in
            var start = 0
            while start < bytes.count {
                var end = start
                while end < bytes.count, PhraseFinder.isInWord(bytes[end]) { end += 1 }
                if end > start, let number = termNumbers.existingNumber(of: WordHash.singular(bytes, start..<end)) { terms[number].isInTitle = true }
                start = max(end, start + 1)
            }
        }
    }

    /// Letters and digits, and every byte of letters beyond ASCII but for the first of General Punctuation.
    private static func isInWord(_ byte: UInt8) -> Bool {
        byte < 0x80 ? (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 : byte != 0xC2 && byte != 0xE2
    }

    mutating func scoreTerms(sentences: Int) {
        var (count, sum, squares, most) = (0.0, 0.0, 0.0, 1.0)
        for term in terms where !term.isStop {
            let uses = Double(term.uses)
            count += 1
            sum += uses
            squares += uses * uses
            most = max(most, uses)
        }
        let mean = count > 0 ? sum / count : 1
        let deviation = count > 0 ? max(0, squares / count - mean * mean).squareRoot() : 0
        for index in terms.indices where !terms[index].isStop {
            terms[index].score = terms[index].score(mean: mean, deviation: deviation, most: most, sentences: sentences)
        }
    }
}
