/// Cuts a title at the marks that part a headline from the names of site and section, and takes these off.
enum TitleText {
    /// What stands between the parts of a title.
    private static let marks = [
        " | ", " - ", " – ", " — ", " · ", " » ", " « ", " › ", " ‹ ", " :: ", " / ", " // ", " • ", " ❘ ", " ~ ", " : ", "|", "│",
    ].map { Array($0.utf8) }

    /// A tail of so few words behind a head of at least ``leastHeadWords`` is a site's or section's name, known or not.
    private static let mostTailWords = 4
    private static let leastHeadWords = 3
    /// "Headline - Section | Site - City": how many parts go at most.
    private static let mostCuts = 3

    /// The parts of a title and the marks between them, in turn.
    private static func parts(_ title: String) -> [String] {
        let bytes = Array(title.utf8)
        var parts: [String] = []
        var start = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            guard byte == 0x20 || byte == UInt8(ascii: "|") || byte == 0xE2, let mark = marks.first(where: { bytes[index...].starts(with: $0) }) else {
                index += 1
                continue
            }
            parts.append(String(decoding: bytes[start..<index], as: UTF8.self))
            parts.append(String(decoding: mark, as: UTF8.self))
            // The space behind a mark may begin the next one; squeezing takes it off again.
            index += mark.count > 1 && mark.last == 0x20 ? mark.count - 1 : mark.count
            start = index
        }
        parts.append(String(decoding: bytes[start...], as: UTF8.self))
        return parts
    }

    /// The parts alone.
    static func segments(_ title: String) -> [String] {
        parts(title).enumerated().filter { $0.offset % 2 == 0 }.map { TextNormalizer.line($0.element) }.filter { !$0.isEmpty }
    }

    /// `Headline | Site` and `Site: Section » Headline` → `Headline`.
    /// - Parameter dropsShortTail: whether a short last part goes though it is no known name of the site.
    static func withoutSite(_ title: String, _ site: SiteNames, dropsShortTail: Bool) -> String {
        var parts = parts(afterArchive(title) ?? title)[...]
        var mayDropShort = dropsShortTail
        for _ in 0..<mostCuts {
            guard parts.count >= 3, let first = parts.first, let last = parts.last else { break }
            let head = parts.dropLast(2)
            if Fingerprint(last).bytes.isEmpty || site.covers(last) {
                parts = head
            } else if Fingerprint(first).bytes.isEmpty || site.covers(first) {
                parts = parts.dropFirst(2)
            } else if mayDropShort, words(last) <= mostTailWords, words(head.joined()) >= leastHeadWords {
                parts = head
                mayDropShort = false
            } else {
                break
            }
        }
        return TextNormalizer.line(parts.joined())
    }

    /// `Site » Blog Archive » Headline`, as WordPress has long written its titles, → `Headline`; nil for any other title.
    static func afterArchive(_ title: String) -> String? {
        guard ByteSearch.contains(LatinCase.lower(title.utf8), archive) else { return nil }
        let segments = segments(title)
        guard segments.count >= 3, let archive = segments.dropFirst().dropLast().firstIndex(where: { $0.lowercased().hasPrefix("blog archiv") }) else { return nil }
        return segments[(archive + 1)...].joined(separator: " – ")
    }

    private static let archive = Array("blog archiv".utf8)

    private static func words(_ text: String) -> Int { text.words.count { $0.utf8.contains { $0 >= 0x30 } } }

    /// Whether a title is this text with something behind a mark.
    static func starts(_ title: String, with text: String) -> Bool {
        guard text.utf8.count >= 4, title.hasPrefix(text) else { return false }
        let rest = Array(title.utf8.dropFirst(text.utf8.count))
        return marks.contains { rest.starts(with: $0) }
    }
}
