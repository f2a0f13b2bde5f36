import StageKit

/// Finds where the characters of a scalar's text stand in the file, across quotes, escapes, indentation and folded lines.
struct ScalarAlignment {
    private let end: SourceLocation
    private let lines: SourceLines
    private var line: [Unicode.Scalar]
    /// Where the next character is looked for.
    private var place: SourceLocation
    /// How the scalar begins: `'`, `"`, `|` or `>`; nil for a plain one.
    private var style: Unicode.Scalar?

    /// Shorter texts are words and numbers, which a message names as a whole.
    private static let shortest = 8

    /// - Parameter text: as YAML reads it, before names of the environment are replaced.
    /// - Complexity: O(length of the scalar in the file).
    static func places(of text: String, from start: SourceLocation, to end: SourceLocation, in lines: SourceLines) -> ScalarPlaces {
        guard text.utf8.count >= shortest, let line = lines.line(start.line) else { return ScalarPlaces() }
        var alignment = ScalarAlignment(end: end, lines: lines, line: line, place: start)
        return alignment.aligned(Array(text.unicodeScalars))
    }

    private init(end: SourceLocation, lines: SourceLines, line: [Unicode.Scalar], place: SourceLocation) {
        self.end = end
        self.lines = lines
        self.line = line
        self.place = place
    }

    private mutating func aligned(_ text: [Unicode.Scalar]) -> ScalarPlaces {
        skipProperties()
        style = scalar.flatMap { "'\"|>".unicodeScalars.contains($0) ? $0 : nil }
        switch style {
        case "'", "\"": place.column += 1
        case "|", ">": nextLine()
        default: break
        }
        var places = ScalarPlaces()
        var expected: SourceLocation?
        for (offset, wanted) in text.enumerated() {
            // What a name of the environment stands for has no place of its own, nor has what comes behind it.
            let isReference = wanted == "$" && offset + 1 < text.count && (text[offset + 1] == "{" || text[offset + 1] == "$")
            guard !isReference, let found = take(wanted) else {
                places.lose(at: offset, place)
                return places
            }
            if found != expected { places.begin(at: offset, found) }
            expected = SourceLocation(file: found.file, line: found.line, column: found.column + 1)
        }
        // What is missing is missing behind the last character.
        if place != expected { places.begin(at: text.count, place) }
        return places
    }

    private var scalar: Unicode.Scalar? {
        line.indices.contains(place.column - 1) ? line[place.column - 1] : nil
    }

    /// `&anchor` and `!tag` may stand before the scalar itself.
    private mutating func skipProperties() {
        while scalar == "&" || scalar == "!" {
            while let next = scalar, next != " " { place.column += 1 }
            while scalar == " " { place.column += 1 }
            if scalar == nil { nextLine() }
        }
    }

    private mutating func nextLine() {
        place.line += 1
        place.column = 1
        line = lines.line(place.line) ?? []
        while scalar == " " { place.column += 1 }
    }

    /// Where the text's next character stands, or what stands for it; goes behind it. Nil where it is not to be found.
    private mutating func take(_ wanted: Unicode.Scalar) -> SourceLocation? {
        var start = place
        if style == "\"", scalar == "\\" {
            place.column += 1
            guard let escaped = scalar else {
                // An escaped line end stands for nothing.
                nextLine()
                return place.line <= end.line ? take(wanted) : nil
            }
            place.column += 1 + (ScalarAlignment.hexadecimalDigits[escaped] ?? 0)
            return start
        }
        if style == "'", scalar == "'" {
            place.column += 2
            return start
        }
        if scalar != wanted, wanted == "\n" || wanted == " " {
            // A line end, kept or folded.
            if scalar == nil { nextLine() }
            return start
        }
        // Line ends and the spaces around them may have been folded away.
        while scalar != wanted, scalar == nil || scalar == " " || scalar == "\t" {
            if scalar == nil { nextLine() } else { place.column += 1 }
            guard place.line <= min(end.line, lines.count) else { return nil }
            start = place
        }
        guard scalar == wanted else { return nil }
        place.column += 1
        return start
    }

    /// Digits behind an escape's letter (YAML 1.1, 5.6).
    private static let hexadecimalDigits: [Unicode.Scalar: Int] = ["x": 2, "u": 4, "U": 8]
}
