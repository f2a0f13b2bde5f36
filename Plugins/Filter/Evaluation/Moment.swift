/// A day, maybe with a time, as ISO 8601 writes it: `2026-01-31`, `2026-01-31T08:00:00+01:00`.
struct Moment: Hashable, Sendable {
    /// Days since 1970-01-01 of the day as written, wherever that was.
    let day: Int
    /// Seconds since 1970-01-01T00:00Z; nil where only the day is known.
    let seconds: Int?

    /// Nil where the text is no such date. A time without an offset counts as UTC; fractions of seconds are passed over.
    init?(_ text: String) {
        self.init(utf8: Array(text.utf8))
    }

    init?(utf8 text: [UInt8]) {
        var reader = Reader(bytes: text)
        guard let year = reader.number(digits: 4), reader.take("-"), let month = reader.number(digits: 2), reader.take("-"),
            let day = reader.number(digits: 2), (1...12).contains(month), (1...Moment.length(ofMonth: month, year)).contains(day)
        else { return nil }
        self.day = Moment.days(year, month, day)
        guard !reader.isAtEnd else {
            seconds = nil
            return
        }
        guard reader.take("T") || reader.take(" ") || reader.take("t"), let hour = reader.number(digits: 2), reader.take(":"),
            let minute = reader.number(digits: 2), hour < 24, minute < 60
        else { return nil }
        var second = 0
        if reader.take(":") {
            // 60 is a leap second.
            guard let given = reader.number(digits: 2), given <= 60 else { return nil }
            second = given
            if reader.take(".") { reader.skipDigits() }
        }
        guard let offset = reader.offset(), reader.isAtEnd else { return nil }
        seconds = ((self.day * 24 + hour) * 60 + minute - offset) * 60 + second
    }

    /// Negative when this lies before `other`. Where one of them is just a day, days are compared.
    func compared(to other: Moment) -> Int {
        if let seconds, let others = other.seconds { return seconds - others }
        return day - other.day
    }

    private static func length(ofMonth month: Int, _ year: Int) -> Int {
        if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
        return [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    /// Days since 1970-01-01 in the Gregorian calendar (H. Hinnant, "chrono-compatible low-level date algorithms").
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private struct Reader {
        let bytes: [UInt8]
        var index = 0

        init(bytes: [UInt8]) { self.bytes = bytes }

        var isAtEnd: Bool { index == bytes.count }

        mutating func take(_ sign: Unicode.Scalar) -> Bool {
            guard index < bytes.count, UInt32(bytes[index]) == sign.value else { return false }
            index += 1
            return true
        }

        mutating func number(digits: Int) -> Int? {
            guard index + digits <= bytes.count else { return nil }
            var number = 0
            for byte in bytes[index..<index + digits] {
                guard byte &- 0x30 < 10 else { return nil }
                number = number * 10 + Int(byte - 0x30)
            }
            index += digits
            return number
        }

        mutating func skipDigits() {
            while index < bytes.count, bytes[index] &- 0x30 < 10 { index += 1 }
        }

        /// Minutes that local time is ahead of UTC.
        mutating func offset() -> Int? {
            if isAtEnd || take("Z") || take("z") { return 0 }
            let isBehind = take("-")
            guard isBehind || take("+"), let hours = number(digits: 2), hours < 24 else { return nil }
            _ = take(":")
            let minutes = isAtEnd ? 0 : number(digits: 2)
            return minutes.map { (isBehind ? -1 : 1) * (hours * 60 + $0) }
        }
    }
}
