/// Some phrases, looked for all at once.
struct PhraseSet {
    private let table: PrefixTable

    /// - Parameter phrases: lower case; never empty ones.
    init(_ phrases: [String]) {
        table = PrefixTable(phrases.map { (Array($0.utf8), 1) })
    }

    /// Whether one of them occurs in the line.
    /// - Complexity: O(n), times the few phrases that share two first bytes.
    func occurs(in line: some Collection<UInt8>) -> Bool {
        PhraseSet.withBuffer(line) { line in
            for start in line.indices {
                var isFound = false
                table.forEach(in: line, at: start) { _, _ in isFound = true }
                if isFound { return true }
            }
            return false
        }
    }

    /// Whether the line begins with one of them.
    func opens(_ line: some Collection<UInt8>) -> Bool {
        beginnings(of: line) { _ in true }
    }

    /// Whether the line is one of them.
    func holds(_ line: some Collection<UInt8>) -> Bool {
        let count = line.count
        return beginnings(of: line) { $0 == count }
    }

    /// Whether the line begins with a phrase of a length that is wanted.
    private func beginnings(of line: some Collection<UInt8>, _ isWanted: (_ length: Int) -> Bool) -> Bool {
        PhraseSet.withBuffer(line) { line in
            guard !line.isEmpty else { return false }
            var isFound = false
            table.forEach(in: line, at: 0) { _, length in isFound = isFound || isWanted(length) }
            return isFound
        }
    }

    private static func withBuffer(_ line: some Collection<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
        line.withContiguousStorageIfAvailable(body) ?? Array(line).withUnsafeBufferPointer(body)
    }
}
