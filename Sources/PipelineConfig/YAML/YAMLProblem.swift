/// libyaml's complaints in words that say what to look for.
struct YAMLProblem {
    let message: String
    let advice: String?

    init(_ problem: String) {
        switch problem {
        case "mapping values are not allowed in this context":
            self.init("a ': ' stands where no mapping can begin", "is the line above indented the same, or a quote missing around a text with ': '?")
        case "found character that cannot start any token":
            self.init("a character stands here that can begin nothing", "indent with spaces, not tabs, and quote a text that begins with @, ` or %")
        case "could not find expected ':'":
            self.init("a ':' is missing after a name", "write 'name: value', or '- ' before an item of a list")
        case "did not find expected key":
            self.init("a name should stand here", "is this line indented like the ones it belongs to?")
        case "did not find expected '-' indicator":
            self.init("an item of a list should begin here with '- '", "is this line indented like the items above?")
        case "did not find expected ',' or ']'":
            self.init("a list in brackets is not closed", "put ',' between its items and ']' behind the last")
        case "did not find expected ',' or '}'":
            self.init("a mapping in braces is not closed", "put ',' between its entries and '}' behind the last")
        case "found unexpected end of stream":
            self.init("the file ends in the middle of a quoted text", "is a closing quote missing?")
        case "did not find expected node content":
            self.init("a value should stand here", nil)
        case "block sequence entries are not allowed in this context":
            self.init("a list cannot begin here", "put '- ' on a line of its own below the name")
        case "found a tab character that violates indentation", "found a tab character where an indentation space is expected":
            self.init("a tab stands where spaces should indent", "indent with spaces")
        case "did not find expected <document start>":
            self.init("something stands outside the pipeline", "is the first line indented, or a name missing?")
        case "found unknown escape character":
            self.init("an unknown escape stands in a text in double quotes", "write \\\\ for a backslash, or use single quotes")
        case "did not find expected alphabetic or numeric character":
            self.init("a '*' or '&' stands here without a name", "quote a text that begins with * or &")
        case "control characters are not allowed":
            self.init("a control character stands in the file", "remove it")
        case "did not find expected comment or line break":
            self.init("something follows where the line should end", nil)
        default:
            self.init("this is no YAML: \(problem)", nil)
        }
    }

    private init(_ message: String, _ advice: String?) {
        self.message = message
        self.advice = advice
    }
}
