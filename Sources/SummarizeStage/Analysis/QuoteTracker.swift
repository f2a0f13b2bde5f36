/// Knows, while bytes go by, whether they stand inside quotation marks.
///
/// Double and single marks, straight or curly. A straight mark opens where a blank stands before it and a letter behind
/// it, as each paragraph of a long quotation has one; else it closes. An apostrophe is told from a closing single mark by
/// the word that goes on behind it, a curly one by the punctuation that British papers set before the mark.
struct QuoteTracker {
    private(set) var isOpen = false
    private var isSingle = false

    /// Reads the bytes between two words.
    mutating func read(_ text: [UInt8], _ range: Range<Int>, marks: inout SentenceMarks) {
        for index in range {
            switch text[index] {
            case UInt8(ascii: "\""):
                isOpen = opens(text, index)
                isSingle = false
            case UInt8(ascii: "'"):
                readSingle(text, index)
            case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80:
                readCurly(text, index)
            case UInt8(ascii: "("), UInt8(ascii: "["):
                marks.hasParenthesis = true
            case UInt8(ascii: "$"), UInt8(ascii: "%"):
                marks.hasMoneyOrPercent = true
            case 0xC2 where index + 1 < text.count && text[index + 1] == 0xA3:  // the pound sign
                marks.hasMoneyOrPercent = true
            case UInt8(ascii: "@"):
                if index > 0, isLetter(text[index - 1]) { marks.hasAddress = true }
            case UInt8(ascii: ":"):
                if index + 2 < text.count, text[index + 1] == 0x2F, text[index + 2] == 0x2F { marks.hasAddress = true }
            default:
                break
            }
        }
    }

    /// Whether a straight mark stands at the start of a word.
    private func opens(_ text: [UInt8], _ index: Int) -> Bool {
        guard index + 1 < text.count else { return false }
        let after = text[index + 1]
        let startsWord = isLetter(after) || after >= 0x80 || after == UInt8(ascii: "'") || after == UInt8(ascii: "[") || after == UInt8(ascii: "$")
        guard startsWord, index > 0 else { return startsWord }
        return !isLetter(text[index - 1]) && !isPunctuation(text[index - 1])
    }

    private mutating func readSingle(_ text: [UInt8], _ index: Int) {
        // "the '90s" is no quotation, nor is what stands inside double marks one of its own.
        let isYear = index + 1 < text.count && text[index + 1] &- 0x30 < 10
        if !isOpen, !isYear, opens(text, index) {
            isOpen = true
            isSingle = true
        } else if isOpen, isSingle, index + 1 == text.count || !isLetter(text[index + 1]) {
            isOpen = false
        }
    }

    private mutating func readCurly(_ text: [UInt8], _ index: Int) {
        switch text[index + 2] {
        case 0x9C, 0x9E:
            isOpen = true
            isSingle = false
        case 0x9D:
            isOpen = false
        case 0x98 where !isOpen:
            isOpen = true
            isSingle = true
        case 0x99 where isOpen && isSingle && index > 0 && isPunctuation(text[index - 1]):
            isOpen = false
        default:
            break
        }
    }

    private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }

    private func isPunctuation(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!")
    }
}

extension SentenceMarks {
    /// Reads how the sentence ends: its last byte that is no closing mark.
    mutating func readEnd(_ text: [UInt8], _ range: Range<Int>) {
        var index = range.upperBound - 1
        while index >= range.lowerBound {
            let byte = text[index]
            switch byte {
            case UInt8(ascii: "."):
                endsWithTerminal = true
                hasLooseStop = index > range.lowerBound && text[index - 1] == 0x20
                return
            case UInt8(ascii: "?"):
                endsWithTerminal = true
                isQuestion = true
                return
            case UInt8(ascii: "!"):
                endsWithTerminal = true
                isExclamation = true
                return
            case UInt8(ascii: ":"):
                endsWithColon = true
                return
            case UInt8(ascii: "\""), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "'"), UInt8(ascii: " "):
                index -= 1
            case 0x80...0xBF where index >= range.lowerBound + 2 && text[index - 1] == 0x80 && text[index - 2] == 0xE2:
                // A curly mark; three dots in one sign (U+2026) end a sentence.
                if byte == 0xA6 {
                    endsWithTerminal = true
                    return
                }
                index -= 3
            default:
                return
            }
        }
    }
}
