import StageKit

/// Puts values of the environment in place of `${NAME}` and `${NAME:-default}`. `$${` stands for a plain `${`.
struct EnvironmentNames {
    let values: [String: String]

    /// `text` with its names replaced. A name that is not set and has no default is added to `problems`.
    ///
    /// - Parameter places: tells where each `${` stands; asked only where there is a problem.
    /// - Complexity: O(length).
    func expand(
        _ text: String, at location: SourceLocation, places: () -> [SourceLocation], problems: inout [Diagnostic]
    ) -> String {
        guard text.utf8.contains(UInt8(ascii: "$")) else { return text }
        var found: [(reference: Int, problem: Diagnostic)] = []
        let result = expand(text, at: location, problems: &found)
        if !found.isEmpty {
            let places = places()
            problems += found.map { entry in
                var problem = entry.problem
                // Escapes in a quoted text can hide a `${`; then the text's beginning has to do.
                if places.indices.contains(entry.reference) { problem.location = places[entry.reference] }
                return problem
            }
        }
        return result
    }

    private func expand(_ text: String, at location: SourceLocation, problems: inout [(reference: Int, problem: Diagnostic)]) -> String {
        var result = ""
        var reference = 0
        var rest = Substring(text)
        while let dollar = rest.firstIndex(of: "$") {
            result += rest[..<dollar]
            rest = rest[dollar...]
            if rest.hasPrefix("$${") {
                result += "${"
                rest = rest.dropFirst(3)
            } else if rest.hasPrefix("${") {
                guard let end = rest.firstIndex(of: "}") else {
                    let problem = Diagnostic(.error, "'${' is not closed", at: location, advice: "write ${NAME}, or $${ for a plain ${")
                    problems.append((reference, problem))
                    return result + rest
                }
                do throws(Diagnostic) {
                    result += try value(of: rest[rest.index(rest.startIndex, offsetBy: 2)..<end], at: location)
                } catch {
                    problems.append((reference, error))
                }
                rest = rest[rest.index(after: end)...]
                reference += 1
            } else {
                result += "$"
                rest = rest.dropFirst()
            }
        }
        return result + rest
    }

    private func value(of reference: Substring, at location: SourceLocation) throws(Diagnostic) -> String {
        let parts = reference.split(separator: ":-", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts.first ?? "")
        guard isName(name) else {
            throw Diagnostic(.error, "'${\(String(reference).printable)}' is no name of the environment", at: location,
                advice: "names have letters, digits and _; write $${ for a plain ${")
        }
        if let value = values[name], !(value.isEmpty && parts.count > 1) { return value }
        if parts.count > 1 { return String(parts[1]) }
        throw Diagnostic(.error, "${\(name)} is not set in the environment", at: location,
            advice: "set it, or write ${\(name):-default}")
    }

    private func isName(_ name: String) -> Bool {
        guard let first = name.utf8.first, !(first &- 0x30 < 10) else { return false }
        return name.utf8.allSatisfy { $0 == UInt8(ascii: "_") || $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 }
    }
}
