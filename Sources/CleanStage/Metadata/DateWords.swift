/// A text cut into numbers and words, to find a spelled date in it.
struct DateWords {
    enum Item {
        case number(Int, digits: Int)
        case month(Int)
        case word
        case mark(UInt8)
    }

    private(set) var items: [(item: Item, offset: Int)] = []

    /// How much of a text is looked at, in bytes.
    private static let mostBytes = 600

    /// The beginnings of the months' names in English, German, French, Spanish, Italian, Portuguese, Dutch, Polish and Russian.
    private static let months: [[String]] = [
        ["jan", "jän", "ene", "gen", "sty", "янв"], ["feb", "fév", "fev", "lut", "фев"], ["mar", "mär", "maa", "mrz", "мар"], ["apr", "avr", "abr", "kwi", "апр"],
        ["may", "mai", "mag", "maj", "mei", "mayo", "мая"], ["jun", "juin", "giu", "cze", "июн"], ["jul", "juil", "lug", "lip", "июл"], ["aug", "aoû", "ago", "sie", "авг"],
        ["sep", "set", "wrz", "сен"], ["oct", "okt", "ott", "out", "paź", "окт"], ["nov", "lis", "ноя"], ["dec", "dez", "déc", "dic", "gru", "дек"],
    ]

    init(_ bytes: [UInt8]) {
        let bytes = bytes.prefix(DateWords.mostBytes)
        var index = 0
        while index < bytes.count {
            let start = index
            if bytes[index] &- 0x30 < 10 {
                var value = 0
                while index < bytes.count, bytes[index] &- 0x30 < 10, index - start < 9 {
                    value = value * 10 + Int(bytes[index] - 0x30)
                    index += 1
                }
                items.append((.number(value, digits: index - start), start))
            } else if (bytes[index] | 0x20) &- 0x61 < 26 || bytes[index] >= 0x80 {
                while index < bytes.count, (bytes[index] | 0x20) &- 0x61 < 26 || bytes[index] >= 0x80 { index += 1 }
                items.append((DateWords.month(bytes[start..<index]).map { .month($0) } ?? .word, start))
            } else {
                if bytes[index] > 0x20 { items.append((.mark(bytes[index]), start)) }
                index += 1
            }
        }
    }

    private static let monthBytes = months.map { $0.map { Array($0.utf8) } }

    /// The month, from 1, that a word names.
    static func month(_ word: ArraySlice<UInt8>) -> Int? {
        // "Market" and "Maybe" begin like months too; a month's name is short.
        guard word.count >= 3, word.count <= 20, word.count(where: { $0 & 0xC0 != 0x80 }) <= 10 else { return nil }
        var lower: [UInt8] = []
        lower.reserveCapacity(word.count)
        for byte in word {
            // Also the capitals with accents, U+00C0…U+00DE.
            lower.append(byte &- 0x41 < 26 || (lower.last == 0xC3 && byte &- 0x80 < 0x1F) ? byte | 0x20 : byte)
        }
        return monthBytes.firstIndex { $0.contains { lower.starts(with: $0) } }.map { $0 + 1 }
    }

    private static let weekdays: Set<String> = ["mon", "tue", "wed", "thu", "fri", "sat", "sun", "die", "mit", "don", "fre", "sam", "son"]

    /// Whether a word is a month's or weekday's name, or the beginning of one.
    static func isMonthOrDay(_ word: Substring) -> Bool {
        let name = LatinCase.lower(word.utf8).prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: ",") }
        if month(name) != nil { return true }
        guard (3...10).contains(name.count), weekdays.contains(String(decoding: name.prefix(3), as: UTF8.self)) else { return false }
        return name.count == 3 || name.suffix(3).elementsEqual("day".utf8) || name.suffix(3).elementsEqual("tag".utf8)
    }

    /// Whether a word is a weekday's whole name in English or German.
    static func isWeekday(_ word: Substring) -> Bool {
        let name = word.lowercased()
        return name.hasSuffix("day") && weekdays.contains(String(name.prefix(3))) || name.hasSuffix("tag") && weekdays.contains(String(name.prefix(3)))
    }

    /// The date that begins with item `index`; nil where none does.
    func date(at index: Int, monthFirst: Bool = false) -> String? {
        switch items[index].item {
        case .month(let month):
            // January 5, 2020 / Jan. 5th 2020
            var next = skipMarks(index + 1)
            // "Feb 18" and "2009" in elements of their own, with no space between.
            if let both = number(at: next, digits: 5...6) { return DateReader.compose(both % 10_000, month, both / 10_000) }
            guard let day = number(at: next, digits: 1...2) else { return nil }
            next = skipMarks(next + 1)
            if isWord(at: next) { next = skipMarks(next + 1) }
            return number(at: behindClock(next), digits: 4...4).flatMap { DateReader.compose($0, month, day) }
        case .number(let first, let digits):
            if digits == 4, let month = number(at: index + 2, digits: 1...2), let day = number(at: index + 4, digits: 1...2), isSeparator(index + 1), isSeparator(index + 3) {
                return DateReader.compose(first, month, day)
            }
            guard digits <= 2 else { return nil }
            var next = skipMarks(index + 1)
            // 3-May-2026
            if case .month(let month) = item(at: next + 1), isSeparator(next), isSeparator(next + 2) {
                let year = number(at: next + 3, digits: 4...4) ?? number(at: next + 3, digits: 2...2).map { $0 + 2000 }
                return year.flatMap { DateReader.compose($0, month, first) }
            }
            // 5th of January, 5 de enero
            for _ in 0..<2 where isWord(at: next) { next = skipMarks(next + 1) }
            if items.indices.contains(next), case .month(let month) = items[next].item {
                next = skipMarks(next + 1)
                if isWord(at: next) { next = skipMarks(next + 1) }
                return number(at: next, digits: 4...4).flatMap { DateReader.compose($0, month, first) }
            }
            guard isSeparator(index + 1), isSeparator(index + 3), let second = number(at: index + 2, digits: 1...2) else { return nil }
            let year = number(at: index + 4, digits: 4...4) ?? number(at: index + 4, digits: 2...2).map { $0 + 2000 }
            guard let year else { return nil }
            // Day first everywhere but in the United States, where the slash is the rule.
            if case .mark(UInt8(ascii: "/")) = items[index + 1].item, second > 12 || monthFirst && first <= 12 { return DateReader.compose(year, first, second) }
            return DateReader.compose(year, second, first)
        default: return nil
        }
    }

    /// Behind "10:00:00 EDT", as `date` and C's `asctime` put it before the year; the same place where no time stands there.
    private func behindClock(_ index: Int) -> Int {
        var next = index
        for part in 0..<3 {
            guard number(at: next, digits: 2...2) != nil else { return index }
            next += 1
            guard part < 2 else { break }
            guard case .mark(UInt8(ascii: ":")) = item(at: next) else { return index }
            next += 1
        }
        return isWord(at: next) ? next + 1 : next
    }

    private func item(at index: Int) -> Item? { items.indices.contains(index) ? items[index].item : nil }

    private func skipMarks(_ index: Int) -> Int {
        var index = index
        while items.indices.contains(index), case .mark(let mark) = items[index].item, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",") { index += 1 }
        return index
    }

    private func isWord(at index: Int) -> Bool {
        if items.indices.contains(index), case .word = items[index].item { true } else { false }
    }

    private func number(at index: Int, digits range: ClosedRange<Int>) -> Int? {
        guard items.indices.contains(index), case .number(let value, let digits) = items[index].item, range.contains(digits) else { return nil }
        return value
    }

    private func isSeparator(_ index: Int) -> Bool {
        guard items.indices.contains(index), case .mark(let mark) = items[index].item else { return false }
        return mark == UInt8(ascii: ".") || mark == UInt8(ascii: "/") || mark == UInt8(ascii: "-")
    }
}
