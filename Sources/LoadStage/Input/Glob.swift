/// A pattern over paths: `*` and `?` within one part, `[a-z]` and `[!a-z]`, `**` for any number of parts.
struct Glob {
    private let parts: [[UInt8]]

    init(_ pattern: String) {
        parts = pattern.split(separator: "/", omittingEmptySubsequences: true).map { Array($0.utf8) }
    }

    /// Whether a path has anything that makes it a pattern.
    static func isPattern(_ path: String) -> Bool {
        path.utf8.contains { "*?[".utf8.contains($0) }
    }

    /// The parts before the first that is a pattern: where to start looking.
    static func fixedPrefix(of pattern: String) -> String {
        var prefix = pattern.hasPrefix("/") ? "/" : ""
        for part in pattern.split(separator: "/") {
            if isPattern(String(part)) { break }
            prefix += prefix.isEmpty || prefix == "/" ? String(part) : "/\(part)"
        }
        return prefix
    }

    /// The parts from the first that is a pattern on.
    static func variablePart(of pattern: String) -> String {
        pattern.split(separator: "/").drop { !isPattern(String($0)) }.joined(separator: "/")
    }

    /// Whether the whole of `path` matches.
    func matches(_ path: String) -> Bool {
        matches(path.split(separator: "/").map { Array($0.utf8) }[...], parts[...])
    }

    /// Whether something below the folder `path` may match.
    func mayMatchBelow(_ path: String) -> Bool {
        var rest = parts[...]
        for part in path.split(separator: "/").map({ Array($0.utf8) }) {
            guard let pattern = rest.first else { return false }
            if pattern == Glob.anyParts { return true }
            guard Glob.matches(part[...], pattern[...]) else { return false }
            rest = rest.dropFirst()
        }
        return !rest.isEmpty
    }

    private static let anyParts = Array("**".utf8)

    private func matches(_ path: ArraySlice<[UInt8]>, _ pattern: ArraySlice<[UInt8]>) -> Bool {
        guard let first = pattern.first else { return path.isEmpty }
        if first == Glob.anyParts {
            let rest = pattern.dropFirst()
            return (path.startIndex...path.endIndex).contains { matches(path[$0...], rest) }
        }
        guard let part = path.first, Glob.matches(part[...], first[...]) else { return false }
        return matches(path.dropFirst(), pattern.dropFirst())
    }

    /// One part against its pattern; greedy with one point to come back to, so that the time is O(length²) at worst.
    private static func matches(_ text: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
        var at = text.startIndex
        var wanted = pattern.startIndex
        var star: (pattern: Int, text: Int)?
        while at < text.endIndex {
            if wanted < pattern.endIndex, pattern[wanted] == UInt8(ascii: "*") {
                star = (wanted + 1, at)
                wanted += 1
            } else if wanted < pattern.endIndex, let next = matchesOne(text[at], pattern, at: wanted) {
                wanted = next
                at += 1
                // A `?` stands for a character, not for a byte of one.
                if pattern[next - 1] == UInt8(ascii: "?") {
                    while at < text.endIndex, text[at] & 0xC0 == 0x80 { at += 1 }
                }
            } else if let (afterStar, from) = star {
                star = (afterStar, from + 1)
                wanted = afterStar
                at = from + 1
            } else {
                return false
            }
        }
        return pattern[wanted...].allSatisfy { $0 == UInt8(ascii: "*") }
    }

    /// Where the pattern goes on when its element at `index` takes `byte`; nil when it does not.
    private static func matchesOne(_ byte: UInt8, _ pattern: ArraySlice<UInt8>, at index: Int) -> Int? {
        switch pattern[index] {
        case UInt8(ascii: "?"): return index + 1
        case UInt8(ascii: "["):
            guard let end = pattern[(index + 1)...].dropFirst().firstIndex(of: UInt8(ascii: "]")) else {
                return byte == UInt8(ascii: "[") ? index + 1 : nil
            }
            var set = pattern[(index + 1)..<end]
            let isNegated = set.first == UInt8(ascii: "!") || set.first == UInt8(ascii: "^")
            if isNegated { set = set.dropFirst() }
            return contains(byte, set) != isNegated ? end + 1 : nil
        default: return pattern[index] == byte ? index + 1 : nil
        }
    }

    private static func contains(_ byte: UInt8, _ set: ArraySlice<UInt8>) -> Bool {
        var index = set.startIndex
        while index < set.endIndex {
            if index + 2 < set.endIndex, set[index + 1] == UInt8(ascii: "-") {
                if set[index] <= byte, byte <= set[index + 2] { return true }
                index += 3
            } else {
                if set[index] == byte { return true }
                index += 1
            }
        }
        return false
    }
}
