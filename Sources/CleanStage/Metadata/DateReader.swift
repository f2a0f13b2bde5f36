/// Reads dates as pages write them into ISO 8601.
enum DateReader {
    /// Years that a page's date can have: the web's first to a bit ahead of any clock.
    static let years = 1990...2100

    /// A machine-written date ("2020-01-05T08:00:00+01:00", "20200105", "2020/01/05 08:00"), else one in words.
    ///
    /// The time and offset are kept as they were published; a bare day stays a bare day.
    static func iso(_ text: String) -> String? { iso(text, monthFirst: false) }

    /// - Parameter monthFirst: whether 3/5/2024 is a day in March, as in the United States.
    static func iso(_ text: String, monthFirst: Bool) -> String? {
        let trimmed = Array(TextNormalizer.line(text).utf8)
        guard !trimmed.isEmpty, trimmed.count < 200 else { return nil }
        return machine(trimmed) ?? epoch(trimmed) ?? InternetDate.iso(trimmed) ?? spelled(trimmed, monthFirst: monthFirst)?.date
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard !bytes.isEmpty, bytes.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// A machine-written date alone.
    static func machine(_ text: String) -> String? {
        let bytes = Array(TextNormalizer.line(text).utf8)
        return machine(bytes) ?? epoch(bytes) ?? InternetDate.iso(bytes)
    }

    private static func machine(_ bytes: [UInt8]) -> String? {
        guard bytes.count >= 8, let year = number(bytes[0..<4]) else { return nil }
        let separator = bytes[4]
        var rest: ArraySlice<UInt8>
        let month: Int?
        let day: Int?
        if separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/") || separator == UInt8(ascii: ".") {
            let parts = bytes[5...].prefix(6).split(separator: separator, maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { return nil }
            month = number(parts[0])
            let dayDigits = parts[1].prefix { $0 &- 0x30 < 10 }.prefix(2)
            day = number(dayDigits)
            rest = bytes[dayDigits.endIndex...]
        } else {
            guard let all = number(bytes[0..<8]) else { return nil }
            month = all / 100 % 100
            day = all % 100
            rest = bytes[8...]
        }
        guard let month, let day, let date = compose(year, month, day) else { return nil }
        while let first = rest.first, first == 0x20 || first == UInt8(ascii: "T") || first == UInt8(ascii: "t") { rest = rest.dropFirst() }
        return time(rest).map { date + "T" + $0 } ?? date
    }

    /// Ten digits are seconds since 1970, thirteen are milliseconds: what scripts write.
    private static func epoch(_ bytes: [UInt8]) -> String? {
        guard bytes.count == 10 || bytes.count == 13, let number = number(bytes[...]) else { return nil }
        let text = Instant.utc(seconds: bytes.count == 13 ? number / 1000 : number)
        return Self.number(Array(text.utf8)[0..<4]).map(years.contains) == true ? text : nil
    }

    /// `08:00`, `08:00:00.123Z`, `08:00:00 +0100` → as ISO 8601 writes it.
    private static func time(_ bytes: ArraySlice<UInt8>) -> String? {
        let bytes = Array(bytes)
        guard bytes.count >= 5, bytes[2] == UInt8(ascii: ":"), let hour = number(bytes[0..<2]), let minute = number(bytes[3..<5]), hour < 24, minute < 60
        else { return nil }
        var second = 0
        var index = 5
        if bytes.count >= 8, bytes[5] == UInt8(ascii: ":"), let value = number(bytes[6..<8]), value < 61 {
            second = value
            index = 8
            if index < bytes.count, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ",") {
                index += 1
                while index < bytes.count, bytes[index] &- 0x30 < 10 { index += 1 }
            }
        }
        while index < bytes.count, bytes[index] == 0x20 { index += 1 }
        return "\(two(hour)):\(two(minute)):\(two(second))" + offset(bytes[index...])
    }

    private static func offset(_ bytes: ArraySlice<UInt8>) -> String {
        guard let sign = bytes.first else { return "" }
        if sign | 0x20 == UInt8(ascii: "z") { return "Z" }
        if String(decoding: bytes.prefix(3), as: UTF8.self).uppercased() == "GMT" || String(decoding: bytes.prefix(3), as: UTF8.self).uppercased() == "UTC" {
            return "Z"
        }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return "" }
        let digits = bytes.dropFirst().filter { $0 != UInt8(ascii: ":") }.prefix { $0 &- 0x30 < 10 }.prefix(4)
        guard let value = number(digits[...]) else { return "" }
        let (hours, minutes) = digits.count <= 2 ? (value, 0) : (value / 100, value % 100)
        guard hours < 15, minutes < 60 else { return "" }
        return (sign == UInt8(ascii: "+") ? "+" : "-") + two(hours) + ":" + two(minutes)
    }

    static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// `YYYY-MM-DD`; nil where there is no such day.
    static func compose(_ year: Int, _ month: Int, _ day: Int) -> String? {
        guard years.contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        return "\(year)-\(two(month))-\(two(day))"
    }

    /// The first date in running text: "January 5, 2020", "5. Januar 2020", "05.01.2020", "5/1/2020".
    /// - Returns: the date and how many bytes stand before it.
    static func spelled(_ bytes: [UInt8], monthFirst: Bool = false) -> (date: String, offset: Int)? {
        let words = DateWords(bytes)
        for index in words.items.indices {
            if let date = words.date(at: index, monthFirst: monthFirst) { return (date, words.items[index].offset) }
        }
        return nil
    }
}
