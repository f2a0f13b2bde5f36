/// Some phrases, looked for all at once.
struct PhraseSet {
    /// By first byte.
    private let phrases: [[[UInt8]]]

    /// - Parameter phrases: lower case; never empty ones.
    init(_ phrases: [String]) {
        var table = [[[UInt8]]](repeating: [], count: 256)
        for phrase in phrases {
            let bytes = Array(phrase.utf8)
            if let first = bytes.first { table[Int(first)].append(bytes) }
        }
        self.phrases = table
    }

    /// Whether one of them occurs in the line.
    /// - Complexity: O(n), times the few phrases that share a first byte.
    func occurs(in line: some Collection<UInt8>) -> Bool {
        line.withContiguousStorageIfAvailable { occurs(in: $0) } ?? Array(line).withUnsafeBufferPointer { occurs(in: $0) }
    }

    /// Whether the line begins with one of them.
    func opens(_ line: some Collection<UInt8>) -> Bool {
        guard let first = line.first else { return false }
        return phrases[Int(first)].contains { line.starts(with: $0) }
    }

    /// Whether the line is one of them.
    func holds(_ line: some Collection<UInt8>) -> Bool {
        guard let first = line.first else { return false }
        return phrases[Int(first)].contains { line.elementsEqual($0) }
    }

    private func occurs(in line: UnsafeBufferPointer<UInt8>) -> Bool {
        phrases.withUnsafeBufferPointer { phrases in
            for start in line.indices {
                for phrase in phrases[Int(line[start])] where start + phrase.count <= line.count {
                    var offset = 1
                    while offset < phrase.count, line[start + offset] == phrase[offset] { offset += 1 }
                    if offset == phrase.count { return true }
                }
            }
            return false
        }
    }
}
