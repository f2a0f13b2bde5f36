import StageKit

/// Cuts an expression into words.
struct Lexer {
    private let scalars: [Unicode.Scalar]
    private var index = 0

    /// - Complexity: O(length).
    static func tokens(of source: [Unicode.Scalar]) throws(ExpressionProblem) -> [Token] {
        var lexer = Lexer(scalars: source)
        var tokens: [Token] = []
        repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
        return tokens
    }

    private init(scalars: [Unicode.Scalar]) {
        self.scalars = scalars
    }

    private static let symbols = ["==", "!=", "<=", ">=", "<", ">", "(", ")", "[", "]", ","]
    /// What other languages write, and what it is here.
    private static let foreign = [
        ("&&", "and"), ("||", "or"), ("=~", "matches"), ("<>", "!="), ("=", "=="), ("!", "not"), ("&", "and"), ("|", "or"), ("~", "matches"),
    ]

    private mutating func next() throws(ExpressionProblem) -> Token {
        while index < scalars.count, scalars[index].properties.isWhitespace { index += 1 }
        let start = index
        guard index < scalars.count else { return Token(kind: .end, range: start..<start) }
        let scalar = scalars[index]
        if Lexer.startsName(scalar) { return name() }
        if Lexer.isDigit(scalar) || (scalar == "-" && index + 1 < scalars.count && Lexer.isDigit(scalars[index + 1])) { return try number() }
        if scalar == "\"" || scalar == "'" { return try text(quote: scalar) }
        if let symbol = Lexer.symbols.first(where: isNext) {
            index += symbol.utf8.count
            return Token(kind: .symbol(symbol), range: start..<index)
        }
        if let (sign, meant) = Lexer.foreign.first(where: { isNext($0.0) }) {
            throw ExpressionProblem(message: "'\(sign)' has no meaning here", offset: start, advice: "write '\(meant)'")
        }
        if "“”‘’".unicodeScalars.contains(scalar) {
            throw ExpressionProblem(message: "'\(scalar)' does not quote a text", offset: start, advice: "use \" or '")
        }
        throw ExpressionProblem(
            message: "'\(String(scalar).printable)' has no meaning here", offset: start,
            advice: "texts stand in quotes; operators are \(Comparison.allCases.map(\.rawValue).joined(separator: " "))")
    }

    private func isNext(_ text: String) -> Bool {
        scalars[index...].starts(with: text.unicodeScalars)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { "0"..."9" ~= scalar }

    private static func startsName(_ scalar: Unicode.Scalar) -> Bool { scalar == "_" || scalar.properties.isAlphabetic }

    private static func continuesName(_ scalar: Unicode.Scalar) -> Bool { startsName(scalar) || isDigit(scalar) || scalar == "-" }

    private mutating func name() -> Token {
        let start = index
        while index < scalars.count {
            let isStep = scalars[index] == "." && index + 1 < scalars.count && Lexer.continuesName(scalars[index + 1])
            guard isStep || Lexer.continuesName(scalars[index]) else { break }
            index += 1
        }
        return Token(kind: .name(string(start..<index)), range: start..<index)
    }

    /// A number, or a day with or without a time, which begins with one.
    private mutating func number() throws(ExpressionProblem) -> Token {
        let start = index
        index += 1
        while index < scalars.count, Lexer.continuesName(scalars[index]) || ".:+".unicodeScalars.contains(scalars[index]) { index += 1 }
        let written = string(start..<index)
        let looksLikeDay = written.utf8.dropFirst().contains(UInt8(ascii: "-")) || written.utf8.contains(UInt8(ascii: ":"))
        if looksLikeDay, let moment = Moment(written) { return Token(kind: .moment(moment), range: start..<index) }
        let plain = written.filter { $0 != "_" }
        if !looksLikeDay, plain.utf8.allSatisfy({ $0 &- 0x30 < 10 || "-.eE".utf8.contains($0) }), let number = Double(plain), number.isFinite {
            return Token(kind: .number(number), range: start..<index)
        }
        let advice = looksLikeDay
            ? "a day is written 2026-01-31, a time 2026-01-31T08:00Z" : "write digits, maybe with a point: 150, 0.5, 1_000_000; a text stands in quotes"
        throw ExpressionProblem(message: "'\(written.printable)' is neither a number nor a date", offset: start, advice: advice)
    }

    private mutating func text(quote: Unicode.Scalar) throws(ExpressionProblem) -> Token {
        let start = index
        var text = String.UnicodeScalarView()
        index += 1
        while index < scalars.count, scalars[index] != quote {
            // A backslash takes away the next character's meaning; a pattern has uses for those that stay.
            if scalars[index] == "\\", index + 1 < scalars.count, scalars[index + 1] == quote { index += 1 }
            text.append(scalars[index])
            index += 1
        }
        guard index < scalars.count else {
            throw ExpressionProblem(message: "this text has no end", offset: start, advice: "close it with \(quote)")
        }
        index += 1
        return Token(kind: .text(String(text)), range: start..<index)
    }

    private func string(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return String(view)
    }
}
