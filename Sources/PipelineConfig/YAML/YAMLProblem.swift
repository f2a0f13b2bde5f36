/// libyaml's complaints in words that say what to look for.
struct YAMLProblem {
    /// Where libyaml gave up.
    struct Spot {
        /// The characters of the line, and the index of the one at which it gave up.
        var line: [Unicode.Scalar]
        var index: Int
        /// Whether what it was reading began on an earlier line.
        var isLater: Bool

        var character: Unicode.Scalar? { line.indices.contains(index) ? line[index] : nil }
        var isReference: Bool { character == "{" && index > 0 && line[index - 1] == "$" }
        /// Whether nothing but indentation stands before.
        var isFirst: Bool { line.prefix(index).allSatisfy { $0 == " " || $0 == "-" } }
    }

    let message: String
    let advice: String?
    /// Whether the message is about the beginning of what libyaml was reading, not about where it gave up.
    var isAboutBeginning = false

    init(_ problem: String, at spot: Spot) {
        switch problem {
        case "did not find expected key": self = .misplaced(spot)
        case "did not find expected '-' indicator":
            self.init("this does not line up with the list above", "indent it as its items are, with '- ' before each")
        case "did not find expected ',' or ']'": self = .unclosed(spot, "a list in brackets", item: "items", end: "]")
        case "did not find expected ',' or '}'": self = .unclosed(spot, "a mapping in braces", item: "entries", end: "}")
        case "found character that cannot start any token": self = .badStart(spot)
        case "could not find expected ':'":
            self.init("a ':' is missing after a name", "write 'name: value' with a space after the ':', or '- ' before an item of a list")
            isAboutBeginning = true
        case "found unexpected end of stream":
            self.init("the quote that opens here is never closed", "put the same quote behind the text")
            isAboutBeginning = true
        case "did not find expected alphabetic or numeric character":
            self.init("a '*' or '&' stands here without a name", "put quotes around a text that begins with * or &")
            isAboutBeginning = true
        default: self.init(problem)
        }
    }

    /// Those whose words need no look at the line.
    private init(_ problem: String) {
        switch problem {
        case "mapping values are not allowed in this context":
            self.init("a ': ' stands where no mapping can begin", "is the line above indented the same, or a quote missing around a text with ': '?")
        case "did not find expected node content":
            self.init("a value should stand here", "write one, or remove what asks for it")
        case "block sequence entries are not allowed in this context":
            self.init("a list cannot begin here", "put '- ' on a line of its own below the name")
        case "found a tab character that violates indentation", "found a tab character where an indentation space is expected":
            self.init("a tab stands where spaces should indent", "indent with spaces")
        case "did not find expected <document start>":
            self.init("something stands outside the pipeline", "is the first line indented, or a name missing?")
        case "found unknown escape character":
            self.init("an unknown escape stands in a text in double quotes", "write \\\\ for a backslash, or use single quotes")
        case "did not find expected comment or line break":
            self.init("something follows where the line should end", "after | or > begin the text on the next line, or put quotes around all of it")
        case "found incompatible YAML document":
            self.init("the file claims to be in another version of YAML", "remove the line that begins with %YAML")
        default:
            self.init("this is no YAML: \(problem)", "look at this line and the one above")
        }
    }

    private static func misplaced(_ spot: Spot) -> YAMLProblem {
        let rest = spot.line[min(spot.index, spot.line.count)...]
        guard spot.isFirst else {
            return YAMLProblem("something follows where the value should end", "remove it, or put quotes around the whole value")
        }
        if spot.character == ":" { return YAMLProblem("a name is missing before ':'", "write 'name: value'") }
        if spot.character == "-", rest.count == 1 || rest.dropFirst().first == " " {
            return YAMLProblem("this item belongs to no list", "indent it as the items of its list are")
        }
        return YAMLProblem("this line does not line up with the names above", "indent it as the names it belongs to are")
    }

    private static func unclosed(_ spot: Spot, _ construct: String, item: String, end: String) -> YAMLProblem {
        if spot.isReference {
            return YAMLProblem("'${' cannot stand unquoted inside brackets or braces", "put quotes around the whole text")
        }
        var problem = YAMLProblem("\(construct) is not closed", "put ',' between its \(item) and '\(end)' behind the last")
        problem.isAboutBeginning = spot.isLater
        return problem
    }

    private static func badStart(_ spot: Spot) -> YAMLProblem {
        if spot.character == "\t" { return YAMLProblem("a tab stands where spaces should indent", "indent with spaces") }
        let character = spot.character.map { "'\($0)'" } ?? "this"
        return YAMLProblem("no text can begin with \(character) unless it is quoted", "put quotes around the whole text")
    }

    private init(_ message: String, _ advice: String?) {
        self.message = message
        self.advice = advice
    }
}
