/// A moment that ISO 8601 names with its offset, to tell whether two texts name the same one.
struct Instant {
    /// Minutes since 1970-01-01T00:00Z.
    let minutes: Int
    /// Minutes east of UTC.
    let offset: Int

    private static let minutesOfDay = 24 * 60
    /// The offsets of the world's time zones, in minutes.
    private static let offsets = -12 * 60...14 * 60

    /// Nil where the text has no time or no offset.
    /// - Parameter iso: as ``DateReader`` writes it.
    init?(_ iso: String) {
        let bytes = Array(iso.utf8)
        guard bytes.count >= 20, let day = Instant.day(iso), let hour = Instant.number(bytes[11..<13]), let minute = Instant.number(bytes[14..<16]) else { return nil }
        if bytes[19] == UInt8(ascii: "Z") {
            offset = 0
        } else if bytes.count == 25, let hours = Instant.number(bytes[20..<22]), let rest = Instant.number(bytes[23..<25]) {
            offset = (bytes[19] == UInt8(ascii: "-") ? -1 : 1) * (60 * hours + rest)
        } else {
            return nil
        }
        minutes = day * Instant.minutesOfDay + 60 * hour + minute - offset
    }

    /// Days from 1970-01-01 to the day that a text begins with (H. Hinnant, "chrono-compatible low-level date algorithms", `days_from_civil`).
    static func day(_ iso: String) -> Int? {
        let bytes = Array(iso.utf8)
        guard bytes.count >= 10, let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10]), (1...12).contains(month) else { return nil }
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Whether this moment falls on the day somewhere on Earth.
    func canFall(on day: Int) -> Bool {
        let first = minutes + Instant.offsets.lowerBound
        let last = minutes + Instant.offsets.upperBound
        return first < (day + 1) * Instant.minutesOfDay && last >= day * Instant.minutesOfDay
    }

    /// The offset of the place whose clocks show this day and time at this moment; nil where there is none.
    func offset(showing day: Int, clock: Int) -> Int? {
        let offset = day * Instant.minutesOfDay + clock - minutes
        // Zones are multiples of a quarter; pages show the minute of one of several clocks of theirs.
        let rounded = Int((Double(offset) / 15).rounded()) * 15
        return Instant.offsets.contains(rounded) && abs(offset - rounded) <= 2 ? rounded : nil
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}

extension Instant {
    /// ISO 8601 at another offset; seconds are those of `iso`.
    func text(offset: Int, secondsOf iso: String) -> String {
        let local = minutes + offset
        let day = (Double(local) / Double(Instant.minutesOfDay)).rounded(.down)
        let clock = local - Int(day) * Instant.minutesOfDay
        let sign = offset < 0 ? "-" : "+"
        let zone = offset == 0 ? "Z" : "\(sign)\(DateReader.two(abs(offset) / 60)):\(DateReader.two(abs(offset) % 60))"
        return "\(Instant.civil(Int(day)))T\(DateReader.two(clock / 60)):\(DateReader.two(clock % 60)):\(iso.dropFirst(17).prefix(2))\(zone)"
    }

    /// The day that begins at this moment where clocks show Central European Time; nil where none does.
    ///
    /// Systems that know only the day of publication write its midnight in UTC: the evening before, at 22:00 or 23:00 sharp.
    func dayBegunInCentralEurope(_ iso: String) -> String? {
        guard iso.dropFirst(11).hasPrefix("22:00:00") || iso.dropFirst(11).hasPrefix("23:00:00"), let day = Instant.day(iso), let month = Instant.number(Array(iso.utf8)[5..<7]) else { return nil }
        // Summer time is from the end of March to the end of October.
        let isSummer = iso.dropFirst(11).hasPrefix("22")
        guard isSummer ? (3...10).contains(month) : month <= 3 || month >= 10 else { return nil }
        return Instant.civil(day + 1)
    }

    /// ISO 8601 of seconds since 1970.
    static func utc(seconds: Int) -> String {
        let (days, rest) = seconds.quotientAndRemainder(dividingBy: 60 * minutesOfDay)
        return "\(civil(days))T\(DateReader.two(rest / 3600)):\(DateReader.two(rest / 60 % 60)):\(DateReader.two(rest % 60))Z"
    }

    /// `YYYY-MM-DD` of a count of days (Hinnant, `civil_from_days`).
    private static func civil(_ days: Int) -> String {
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
        return "\(yearOfEra + era * 400 + (month <= 2 ? 1 : 0))-\(DateReader.two(month))-\(DateReader.two(day))"
    }
}
