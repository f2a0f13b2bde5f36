import StageKit

/// Puts values of the environment in place of `${NAME}` and `${NAME:-default}`. `$${` stands for a plain `${`.
struct EnvironmentNames {
    let values: [String: String]

    /// `text` with its names replaced. A name that is not set and has no default is added to `problems`.
    ///
    /// - Complexity: O(length).
    func expand(_ text: String, at location: SourceLocation, problems: inout [Diagnostic]) -> String {
        guard text.utf8.contains(UInt8(ascii: "$")) else { return text }
        var result = ""
        var rest = Substring(text)
        while let dollar = rest.firstIndex(of: "$") {
            result += rest[..<dollar]
            rest = rest[dollar...]
            if rest.hasPrefix("$${") {
                result += "${"
                rest = rest.dropFirst(3)
            } else if rest.hasPrefix("${") {
                guard let end = rest.firstIndex(of: "}") else {
                    problems.append(
                        Diagnostic(.error, "'${' is not closed", at: location, advice: "write ${NAME}, or $${ for a plain ${"))
                    return result + rest
                }
                result += value(of: rest[rest.index(rest.startIndex, offsetBy: 2)..<end], at: location, problems: &problems)
                rest = rest[rest.index(after: end)...]
            } else {
                result += "$"
                rest = rest.dropFirst()
            }
        }
        return result + rest
    }

    private func value(of reference: Substring, at location: SourceLocation, problems: inout [Diagnostic]) -> String {
        let parts = reference.split(separator: ":-", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts.first ?? "")
        guard isName(name) else {
            problems.append(
                Diagnostic(.error, "'${\(String(reference).printable)}' is no name of the environment", at: location,
                    advice: "names have letters, digits and _; write $${ for a plain ${"))
            return ""
        }
        if let value = values[name], !(value.isEmpty && parts.count > 1) { return value }
        if parts.count > 1 { return String(parts[1]) }
        problems.append(
            Diagnostic(.error, "${\(name)} is not set in the environment", at: location,
                advice: "set it, or write ${\(name):-default}"))
        return ""
    }

    private func isName(_ name: String) -> Bool {
        guard let first = name.utf8.first, !(first &- 0x30 < 10) else { return false }
        return name.utf8.allSatisfy { $0 == UInt8(ascii: "_") || $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 }
    }
}
