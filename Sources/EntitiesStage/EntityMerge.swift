import StageKit

/// Puts two layers of entities together.
enum EntityMerge {
    /// Both lists in text order, without overlaps: where two overlap, the one of `first` stays unless `yields` says
    /// that it gives way to the one of `second`.
    ///
    /// - Parameters:
    ///   - first: in text order, not overlapping.
    ///   - second: in text order, not overlapping.
    /// - Complexity: O(n).
    static func merge(_ first: [Entity], _ second: [Entity], yields: (Entity, Entity) -> Bool) -> [Entity] {
        guard !first.isEmpty, !second.isEmpty else { return first.isEmpty ? second : first }
        var merged: [Entity] = []
        merged.reserveCapacity(first.count + second.count)
        var (left, right) = (0, 0)
        func add(_ entity: Entity) {
            if let last = merged.last, last.range.upperBound > entity.range.lowerBound { return }
            merged.append(entity)
        }
        while left < first.count, right < second.count {
            let (one, other) = (first[left], second[right])
            if one.range.overlaps(other.range) {
                if yields(one, other) {
                    left += 1
                } else {
                    right += 1
                }
            } else if one.range.lowerBound < other.range.lowerBound {
                add(one)
                left += 1
            } else {
                add(other)
                right += 1
            }
        }
        for entity in first[left...] { add(entity) }
        for entity in second[right...] { add(entity) }
        return merged
    }
}
