/// The numbers of a text as values, however they are written: `1,200`, `1.200`, `1 200`, `1.2 thousand`, and in English words.
struct NumberSet {
    /// Decimal digits without separators and without zeros at either end of the fraction: "1200", "2.5".
    private(set) var values: Set<String> = []

    /// Powers of ten by name, in the languages that news comes in; short and long scales agree on those.
    private static let scales: [String: Int] = [
        "hundred": 2, "thousand": 3, "k": 3, "tausend": 3, "mille": 3, "mil": 3, "million": 6, "millions": 6, "mn": 6, "mln": 6, "m": 6, "mio": 6, "millionen": 6,
        "millones": 6, "millón": 6, "milhões": 6, "milioni": 6, "miljoen": 6, "miljoner": 6, "millioner": 6, "billion": 9, "billions": 9, "bn": 9, "b": 9,
        "milliard": 9, "milliarden": 9, "milliards": 9, "mrd": 9, "miljard": 9, "miliardi": 9, "trillion": 12, "tn": 12,
    ]
    private static let units = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
        "seventeen", "eighteen", "nineteen",
    ]
    private static let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    private static let others = [
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "dozen": 12, "once": 1,
        "twice": 2, "a": 1, "an": 1, "both": 2, "pair": 2,
    ]
    private static let words: [String: Int] = {
        var words = others
        for (value, word) in units.enumerated() { words[word] = value }
        for (index, word) in tens.enumerated() {
            words[word] = (index + 2) * 10
            for unit in 1...9 { words["\(word)-\(units[unit])"] = (index + 2) * 10 + unit }
        }
        return words
    }()

    /// A number as it stands in a text.
    struct Mention {
        var text: String
        /// Every value that it may stand for: "1.200" is a thousand and a bit more than one.
        var values: Set<String>
    }

    mutating func add(_ text: String, inWords: Bool) {
        for mention in NumberSet.mentions(in: text, everyReading: true) { values.formUnion(mention.values) }
        guard inWords else { return }
        let words = TextWord.words(of: text).map { $0.text.lowercased() }
        for (index, word) in words.enumerated() {
            guard let value = NumberSet.words[word] else { continue }
            values.insert("\(value)")
            if index + 1 < words.count, let scale = NumberSet.scales[words[index + 1]] { values.insert(NumberSet.scaled("\(value)", by: scale)) }
        }
    }

    /// The numbers in digits, in order.
    ///
    /// - Parameter everyReading: with the value before and after a scale ("2 million" is 2 and 2,000,000); else the latter alone.
    /// - Complexity: O(length).
    static func mentions(in text: String, everyReading: Bool = false) -> [Mention] {
        let scalars = Array(text.unicodeScalars)
        var mentions: [Mention] = []
        var index = 0
        func isDigit(_ index: Int) -> Bool { index < scalars.count && scalars[index].value &- 0x30 < 10 }
        while index < scalars.count {
            guard isDigit(index) else {
                index += 1
                continue
            }
            // "B2B" and "mp3" are names.
            let isInWord = index > 0 && scalars[index - 1].properties.isAlphabetic
            let start = index
            while isDigit(index) || index < scalars.count && isSeparator(scalars, index) { index += 1 }
            let digits = string(scalars[start..<index])
            var end = index
            while end < scalars.count, scalars[end] == " " || scalars[end] == "\u{A0}" || scalars[end] == "-" { end += 1 }
            let wordStart = end
            while end < scalars.count, scalars[end].properties.isAlphabetic { end += 1 }
            let scale = end - index <= 14 ? scales[string(scalars[wordStart..<end]).lowercased()] : nil
            guard !isInWord else { continue }
            var values = readings(of: digits)
            if let scale {
                let larger = Set(values.map { scaled($0, by: scale) })
                values = everyReading ? values.union(larger) : larger
            }
            mentions.append(Mention(text: digits, values: values))
        }
        return mentions
    }

    /// Whether a character stands between two digits of one number: a point, comma or apostrophe, or a blank before three digits.
    private static func isSeparator(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        func isDigit(_ index: Int) -> Bool { index < scalars.count && index >= 0 && scalars[index].value &- 0x30 < 10 }
        guard isDigit(index - 1), isDigit(index + 1) else { return false }
        switch scalars[index] {
        case ".", ",", "'", "’": return true
        case "\u{A0}", "\u{202F}", "\u{2009}": return isDigit(index + 2) && isDigit(index + 3) && !isDigit(index + 4)
        default: return false
        }
    }

    /// The values that digits with separators may stand for.
    private static func readings(of text: String) -> Set<String> {
        let pieces = text.split { !$0.isNumber }.map(String.init)
        guard pieces.count > 1, let last = pieces.last else { return [plain(text, fraction: "")] }
        var values = [plain(pieces.dropLast().joined(), fraction: last)]
        if pieces.dropFirst().allSatisfy({ $0.count == 3 }) { values.append(plain(pieces.joined(), fraction: "")) }
        // "24.11.2026": a date, of which each part may stand alone.
        if pieces.count == 3 { values += pieces.map { plain($0, fraction: "") } }
        return Set(values)
    }

    private static func plain(_ whole: String, fraction: String) -> String {
        let digits = whole.drop { $0 == "0" }
        var fraction = Substring(fraction)
        while fraction.last == "0" { fraction = fraction.dropLast() }
        return (digits.isEmpty ? "0" : String(digits)) + (fraction.isEmpty ? "" : ".\(fraction)")
    }

    /// A value times ten to the power of `scale`.
    private static func scaled(_ value: String, by scale: Int) -> String {
        let parts = value.split(separator: ".")
        let fraction = parts.count > 1 ? String(parts[1]) : ""
        let padded = fraction + String(repeating: "0", count: max(scale - fraction.count, 0))
        return plain(String(parts.first ?? "") + padded.prefix(scale), fraction: String(padded.dropFirst(scale)))
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
