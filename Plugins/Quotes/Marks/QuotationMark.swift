/// A quotation mark as it stands in the text, with what its neighbours let it be.
struct QuotationMark {
    enum Shape: UInt8 {
        /// `"`, and `''` as old wires have it.
        case straight
        /// “, and two back quotes.
        case left
        /// ”
        case right
        /// „ and ‟
        case low
        /// «
        case leftAngle
        /// »
        case rightAngle
        /// ‘
        case singleLeft
        /// ’ and `'`, unless they are plainly apostrophes.
        case singleRight
    }

    var shape: Shape
    /// UTF-8 byte offset.
    var start: Int
    /// In bytes.
    var width: Int
    /// Whether what stands before it lets a quotation begin here: nothing, a blank, a bracket, a dash, another mark.
    var followsBreak: Bool
    /// Whether a word follows at once.
    var precedesWord: Bool
    /// The byte before it, 0 at the start.
    var before: UInt8

    var end: Int { start + width }
}

extension QuotationMark {
    /// The mark at `index`; nil where none stands there.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, in paragraph: Range<Int>) -> QuotationMark? {
        let found: (shape: Shape, width: Int)?
        switch bytes[index] {
        case UInt8(ascii: "\""): found = (.straight, 1)
        case UInt8(ascii: "'"):
            found = index + 1 < paragraph.upperBound && bytes[index + 1] == UInt8(ascii: "'") ? (.straight, 2) : (.singleRight, 1)
        case UInt8(ascii: "`"):
            found = index + 1 < paragraph.upperBound && bytes[index + 1] == UInt8(ascii: "`") ? (.left, 2) : nil
        case 0xC2 where index + 1 < paragraph.upperBound:
            found = bytes[index + 1] == 0xAB ? (.leftAngle, 2) : bytes[index + 1] == 0xBB ? (.rightAngle, 2) : nil
        case 0xE2 where index + 2 < paragraph.upperBound && bytes[index + 1] == 0x80:
            switch bytes[index + 2] {
            case 0x98: found = (.singleLeft, 3)
            case 0x99: found = (.singleRight, 3)
            case 0x9C: found = (.left, 3)
            case 0x9D: found = (.right, 3)
            case 0x9E, 0x9F: found = (.low, 3)
            default: found = nil
            }
        default: found = nil
        }
        guard let (shape, width) = found else { return nil }
        let before = index > paragraph.lowerBound ? bytes[index - 1] : 0
        let after = index + width
        return QuotationMark(
            shape: shape, start: index, width: width, followsBreak: isBreak(bytes, before: index, paragraph),
            precedesWord: after < paragraph.upperBound && !isBlank(bytes, at: after, paragraph), before: before)
    }

    /// Whether what ends before `index` lets a word begin: anything but a letter, a digit or a mark that ends a clause.
    private static func isBreak(_ bytes: UnsafeBufferPointer<UInt8>, before index: Int, _ paragraph: Range<Int>) -> Bool {
        guard index > paragraph.lowerBound else { return true }
        let byte = bytes[index - 1]
        if byte <= 0x20 { return true }
        if byte < 0x80 { return "([{-/=\"'`".utf8.contains(byte) }
        guard index >= paragraph.lowerBound + 3, bytes[index - 2] == 0x80, bytes[index - 3] == 0xE2 else {
            return byte == 0xA0 && index >= paragraph.lowerBound + 2 && bytes[index - 2] == 0xC2
        }
        // Blanks (U+2000–200B, 202F), dashes (2010–2015), opening quotation marks.
        switch byte {
        case 0x80...0x8B, 0xAF, 0x90...0x95, 0x98, 0x9C, 0x9E: return true
        default: return false
        }
    }

    private static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, _ paragraph: Range<Int>) -> Bool {
        let byte = bytes[index]
        if byte <= 0x20 { return true }
        if byte == 0xC2 { return index + 1 < paragraph.upperBound && bytes[index + 1] == 0xA0 }
        guard byte == 0xE2, index + 2 < paragraph.upperBound, bytes[index + 1] == 0x80 else { return false }
        return bytes[index + 2] <= 0x8B || bytes[index + 2] == 0xAF
    }
}
