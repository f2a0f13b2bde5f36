import StageKit

/// Finds mail addresses, web addresses and telephone numbers in any text, also where no stage looked for them.
struct AddressFinder {
    struct Address {
        var range: Range<Int>
        var type: EntityType
    }

    private let text: [UInt8]

    /// In text order, not overlapping.
    ///
    /// - Complexity: O(n).
    static func addresses(in text: [UInt8]) -> [Address] {
        let finder = AddressFinder(text: text)
        var addresses: [Address] = []
        var index = 0
        while index < text.count {
            // Behind the one before, so that a mail address keeps what stands before its sign.
            let floor = addresses.last?.range.upperBound ?? 0
            if let address = finder.address(at: index, floor: floor) {
                addresses.append(address)
                index = address.range.upperBound
            } else {
                index += 1
            }
        }
        return addresses
    }

    private func address(at index: Int, floor: Int) -> Address? {
        switch text[index] {
        case UInt8(ascii: "@"): mail(at: index, floor: floor).map { Address(range: $0, type: .email) }
        case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "w"), UInt8(ascii: "W"):
            // "ht" or "ww": few words begin so.
            byte(index + 1) | 0x20 == 0x74 || byte(index + 1) | 0x20 == 0x77 ? web(at: index).map { Address(range: $0, type: .url) } : nil
        case UInt8(ascii: "+"), UInt8(ascii: "("), 0x30...0x39: phone(at: index).map { Address(range: $0, type: .phone) }
        default: nil
        }
    }

    private func byte(_ index: Int) -> UInt8 { text.indices.contains(index) ? text[index] : 0 }
    private func isDigit(_ index: Int) -> Bool { byte(index) &- 0x30 < 10 }
    private static func isLetterOrDigit(_ byte: UInt8) -> Bool { byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 }

    /// Octets of a mail address's local part (RFC 5321, 4.5.3.1.1).
    private static let longestLocal = 64

    private func mail(at sign: Int, floor: Int) -> Range<Int>? {
        var start = sign
        while start > max(floor, sign - AddressFinder.longestLocal), AddressFinder.isLetterOrDigit(text[start - 1]) || "._-+%".utf8.contains(text[start - 1]) {
            start -= 1
        }
        while start < sign, text[start] & 0xC0 == 0x80 || text[start] == UInt8(ascii: ".") { start += 1 }
        var end = sign + 1
        var lastDot: Int?
        while end < text.count, AddressFinder.isLetterOrDigit(text[end]) || text[end] == UInt8(ascii: "-") || text[end] == UInt8(ascii: ".") {
            if text[end] == UInt8(ascii: ".") {
                guard AddressFinder.isLetterOrDigit(byte(end + 1)) else { break }
                lastDot = end
            }
            end += 1
        }
        guard start < sign, let lastDot, lastDot > sign + 1 else { return nil }
        return start..<end
    }

    private func web(at start: Int) -> Range<Int>? {
        guard WordBorders.isBorder(text, at: start) else { return nil }
        let begin = ["https://", "http://", "www."].first { prefix in
            let end = start + prefix.utf8.count
            return end < text.count && zip(prefix.utf8, text[start..<end]).allSatisfy { $0 == ($1 &- 0x41 < 26 ? $1 | 0x20 : $1) }
        }
        guard let begin else { return nil }
        var end = start + begin.utf8.count
        while end < text.count, text[end] > 0x20, !"\"<>".utf8.contains(text[end]), !isTypographic(end) { end += 1 }
        // What more likely ends the sentence.
        while end > start, ".,;:!?')]".utf8.contains(text[end - 1]) { end -= 1 }
        return end > start + begin.utf8.count ? start..<end : nil
    }

    /// Curly quotes, dashes and special spaces: General Punctuation.
    private func isTypographic(_ index: Int) -> Bool { text[index] == 0xE2 && byte(index + 1) == 0x80 }

    /// Digits of a telephone number: E.164 allows fifteen; with fewer than eight it could be any number.
    private static let phoneDigits = 8...15

    private func phone(at start: Int) -> Range<Int>? {
        guard start == 0 || !(AddressFinder.isLetterOrDigit(text[start - 1]) || ".,/-$#(".utf8.contains(text[start - 1])) else { return nil }
        // With the country, with the trunk's 0 or in brackets; three, three and four digits as Americans write them.
        let isCalled = text[start] == UInt8(ascii: "+") || text[start] == UInt8(ascii: "(") || (text[start] == UInt8(ascii: "0") && !".,:".utf8.contains(byte(start + 1)))
        var groups: [Int] = [0]
        var index = start + (isDigit(start) ? 0 : 1)
        var end = index
        while index < text.count {
            if isDigit(index) {
                groups[groups.count - 1] += 1
                index += 1
                end = index
            } else if " -.()/".utf8.contains(text[index]), index - end < 2 {
                if groups.last != 0 { groups.append(0) }
                index += 1
            } else {
                break
            }
        }
        groups.removeAll { $0 == 0 }
        let digits = groups.reduce(0, +)
        let isAmerican = groups == [3, 3, 4] || groups == [1, 3, 3, 4]
        let isDate = groups == [2, 2, 4] || groups == [4, 2, 2]
        guard AddressFinder.phoneDigits.contains(digits), isCalled || isAmerican, !isDate || text[start] == UInt8(ascii: "+") else { return nil }
        guard end == text.count || !AddressFinder.isLetterOrDigit(text[end]) else { return nil }
        return start..<end
    }
}
