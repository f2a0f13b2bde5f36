/// Finds the known name that a misspelt one most likely means.
public enum NearestName {
    /// The candidate with the least edit distance to `name`, if it is near enough to be meant: at most a third of the
    /// longer name's length. Of several equally near the first one wins.
    ///
    /// - Complexity: O(candidates × length²).
    public static func of(_ name: String, among candidates: some Sequence<String>) -> String? {
        var best: (candidate: String, distance: Int)?
        for candidate in candidates {
            // Lengths alone tell that most are too far; a file may have a name of any length.
            guard abs(name.utf8.count - candidate.utf8.count) <= max(1, max(name.utf8.count, candidate.utf8.count) / 3) else { continue }
            let distance = editDistance(Array(name.lowercased().utf8), Array(candidate.lowercased().utf8))
            let most = max(1, max(name.utf8.count, candidate.utf8.count) / 3)
            if distance <= most, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.candidate
    }

    /// Damerau–Levenshtein distance in its restricted form ("optimal string alignment"): insertions, deletions,
    /// substitutions and swaps of neighbours count one each.
    static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in 0..<left.count {
            var current = [row + 1]
            for column in 0..<right.count {
                var cost = min(
                    last[column + 1] + 1, current[column] + 1, last[column] + (left[row] == right[column] ? 0 : 1))
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
