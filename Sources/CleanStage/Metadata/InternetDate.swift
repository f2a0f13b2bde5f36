/// Reads the dates of mail, HTTP and RSS ("Mon, 09 Feb 2026 08:00:00 +0100"; RFC 5322, section 3.3).
enum InternetDate {
    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    /// The zones that have names there, in hours from UTC.
    private static let zones = ["gmt": 0, "ut": 0, "utc": 0, "z": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7]

    /// The date as ISO 8601 with its time and offset; nil where it is not one.
    static func iso(_ line: [UInt8]) -> String? {
        var words = String(decoding: line, as: UTF8.self).lowercased().split(separator: " ")[...]
        if words.first?.hasSuffix(",") == true { words = words.dropFirst() }
        guard words.count >= 4, let day = Int(words[words.startIndex]), let year = Int(words[words.startIndex + 2]),
            let month = months.firstIndex(where: { words[words.startIndex + 1].hasPrefix($0) }),
            let date = DateReader.compose(year < 100 ? year + 2000 : year, month + 1, day)
        else { return nil }
        let clock = words[words.startIndex + 3].split(separator: ":").compactMap { Int($0) }
        guard clock.count >= 2, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]), clock.count < 3 || (0..<61).contains(clock[2]) else { return nil }
        let time = "\(DateReader.two(clock[0])):\(DateReader.two(clock[1])):\(DateReader.two(clock.count > 2 ? clock[2] : 0))"
        return "\(date)T\(time)\(words.count > 4 ? zone(words[words.startIndex + 4]) ?? "" : "")"
    }

    private static func zone(_ word: Substring) -> String? {
        if let hours = zones[String(word)] {
            return hours == 0 ? "Z" : "\(hours < 0 ? "-" : "+")\(DateReader.two(abs(hours))):00"
        }
        guard let sign = word.first, sign == "+" || sign == "-", let digits = Int(word.dropFirst()), digits < 1500, digits % 100 < 60 else { return nil }
        return "\(sign)\(DateReader.two(digits / 100)):\(DateReader.two(digits % 100))"
    }
}
