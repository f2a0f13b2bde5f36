import StageKit

/// Finds the forms of an article's secrets in texts.
struct FormMatcher {
    struct Match {
        var range: Range<Int>
        var secret: Int
    }

    /// How much a text is to be trusted to write names as names.
    enum Care {
        /// Running text: parts of names count as they are written, or in capitals.
        case usual
        /// Titles, tags, layers of plug-ins: whatever the capitals.
        case anyCase
    }

    /// By the first byte, in small letters, the longest first.
    private var forms: [[SecretBook.Form]] = Array(repeating: [], count: 256)
    /// Whether there are any for a byte.
    private var begins = [Bool](repeating: false, count: 256)
    /// Letters and digits of those forms that may hide in an address.
    private var hidden: [[UInt8]] = []

    /// Letters of the shortest part that is looked for within the words of an address.
    private static let shortestHidden = 4

    init(_ book: SecretBook) {
        for form in book.forms {
            let first = FormMatcher.small(form.bytes[0])
            forms[Int(first)].append(form)
            begins[Int(first)] = true
        }
        for index in forms.indices where begins[index] { forms[index].sort { $0.bytes.count > $1.bytes.count } }
        for form in book.forms {
            let letters = FormMatcher.letters(String(decoding: form.bytes, as: UTF8.self))
            if letters.count >= FormMatcher.shortestHidden { hidden.append(letters) }
        }
    }

    /// All matches between borders of words, the leftmost longest, not overlapping.
    ///
    /// - Complexity: O(length × forms that begin with the same letter).
    func matches(in text: [UInt8], _ care: Care) -> [Match] {
        var matches: [Match] = []
        var index = 0
        while index < text.count {
            defer { index += 1 }
            let first = Int(FormMatcher.small(text[index]))
            guard begins[first], WordBorders.isBorder(text, at: index) else { continue }
            guard let form = forms[first].first(where: { fits($0, text, at: index, care) }) else { continue }
            matches.append(Match(range: index..<index + form.bytes.count, secret: form.secret))
            index += form.bytes.count - 1
        }
        return matches
    }

    private func fits(_ form: SecretBook.Form, _ text: [UInt8], at start: Int, _ care: Care) -> Bool {
        let end = start + form.bytes.count
        guard end <= text.count else { return false }
        let isLoose = form.isCertain || care == .anyCase
        guard isLoose || !form.isLowered else { return false }
        for (offset, byte) in form.bytes.enumerated() {
            let found = text[start + offset]
            guard found == byte || (isLoose && FormMatcher.small(found) == FormMatcher.small(byte)) else { return false }
        }
        // "the Reiszs", "Merkels Rede".
        return WordBorders.isBorder(text, at: end) || isEnding("s", text, at: end) || isEnding("es", text, at: end)
    }

    private func isEnding(_ ending: String, _ text: [UInt8], at index: Int) -> Bool {
        text[index...].starts(with: ending.utf8) && WordBorders.isBorder(text, at: index + ending.utf8.count)
    }

    /// Whether an address has one of the secrets in it, as `jeanreisz@…` and `/jean-reisz-resigns` have.
    ///
    /// - Complexity: O(length × forms).
    func isHidden(in address: some Collection<UInt8>) -> Bool {
        let letters = FormMatcher.letters(FormMatcher.unescaped(address))
        return hidden.contains { form in
            guard letters.count >= form.count else { return false }
            return (0...(letters.count - form.count)).contains { start in
                letters[start] == form[0] && letters[start..<start + form.count].elementsEqual(form)
            }
        }
    }

    /// Letters and digits, in small letters.
    private static func letters(_ text: String) -> [UInt8] {
        text.lowercased().utf8.filter { $0 >= 0x80 || $0 &- 0x61 < 26 || $0 &- 0x30 < 10 }
    }

    /// With the bytes that `%C3%A9` stands for.
    private static func unescaped(_ address: some Collection<UInt8>) -> String {
        var bytes: [UInt8] = []
        var rest = address[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2).compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
            if byte == UInt8(ascii: "%"), digits.count == 2 {
                bytes.append(UInt8(digits[0] << 4 | digits[1]))
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func small(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
