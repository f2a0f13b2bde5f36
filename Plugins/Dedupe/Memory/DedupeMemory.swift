public import StageKit

/// The articles that others may repeat: at most so many, the oldest forgotten first.
public struct DedupeMemory: ArticleMemory {
    /// What is compared how; from the stage's settings.
    struct Rules: Sendable, Hashable {
        /// Least similarity of a repeat; 1 for the same words alone.
        var near: Double
        /// Most articles remembered.
        var most: Int
        /// Whether a later version of an article, of other words, may repeat the earlier one of the same run.
        var comparesUpdates: Bool
        /// Whether repeats are dropped.
        var drops: Bool
    }

    /// Articles that one band lets be found by the same key. Where pages are filled from one template, thousands share a
    /// band; without a limit each would be compared with all before it. What is found in no band any more is found in others.
    static let mostPerBandKey = 64

    let rules: Rules
    private let banding: Banding
    private let leastAgreeing: Int
    private(set) var shelf: Shelf
    private var byWords = SlotTable()
    private var byKey = SlotTable()
    private var byBand: [SlotTable]

    init(_ rules: Rules) {
        self.rules = rules
        banding = Banding(similarity: rules.near)
        leastAgreeing = Signature.leastAgreeing(similarity: rules.near)
        shelf = Shelf(holdsSignatures: rules.near < 1)
        byBand = rules.near < 1 ? (0..<banding.bands).map { _ in SlotTable() } : []
    }

    public var count: Int { shelf.count }

    /// Bytes held in memory, but for what arrays keep in reserve.
    var bytes: Int { shelf.count * Shelf.bytesPerSlot + ([byWords, byKey] + byBand).reduce(0) { $0 + $1.bytes } }

    public func judge(_ newcomer: Newcomer) throws -> Judgement {
        var reader = ByteReader(newcomer.digest[...])
        let digest = try Digest(reading: &reader)
        guard !digest.isEmpty else { return Judgement(.keep) }
        let entry = Entry(newcomer, digest)
        guard let found = repeated(by: entry) else { return Judgement(.keep, entry: entry.bytes) }
        let kind = found.similarity == nil ? "exact" : "near"
        // Two digits: the estimate is no better than that.
        let similarity = found.similarity.map { ($0 * 100).rounded() / 100 } ?? 1
        let layer: JSONValue = ["repeats": .string(shelf.id(of: found.slot).description), "similarity": .number(similarity), "kind": .string(kind)]
        return Judgement(rules.drops ? .drop(reason: "repeats another article (\(kind))") : .keep, layer: layer)
    }

    public mutating func remember(_ bytes: [UInt8]) -> [UInt8] {
        // The bytes are what judge made.
        guard let entry = try? Entry(bytes[...]) else { return bytes }
        let slot = add(entry, ofEarlierRun: false)
        insert(slot, inBands: bandsWithRoom(for: slot))
        return self.entry(of: slot).bytes
    }

    public mutating func restore(_ bytes: ArraySlice<UInt8>, ofEarlierRun: Bool) throws {
        let entry = try Entry(bytes)
        let slot = add(entry, ofEarlierRun: ofEarlierRun)
        guard shelf.hasSignature(slot) else { return }
        // Bands of other rows than these, from a run with another 'near', say nothing here.
        insert(slot, inBands: entry.rows == banding.rows ? entry.bands & knownBands : bandsWithRoom(for: slot))
    }

    public func forEachEntry(_ body: ([UInt8]) throws -> Void) rethrows {
        var slot = shelf.oldest
        while slot != Shelf.none {
            try body(entry(of: Int(slot)).bytes)
            slot = shelf.slot(after: slot)
        }
    }

    /// A bit for each band.
    private var knownBands: UInt64 { byBand.count >= 64 ? .max : 1 << UInt64(byBand.count) - 1 }

    private func entry(of slot: Int) -> Entry {
        var entry = shelf.entry(of: slot)
        entry.rows = banding.rows
        return entry
    }
}

// MARK: - Finding

extension DedupeMemory {
    /// The remembered article that this one repeats: one of the same words, else the most similar; of several the oldest.
    private func repeated(by entry: Entry) -> (slot: Int, similarity: Double?)? {
        var best: (slot: Int, agreeing: Int)?
        byWords.forEachCandidate(entry.digest.words) { slot in
            if shelf.words[slot] == entry.digest.words, mayRepeat(entry, slot, exactly: true) {
                if best.map({ shelf.numbers[slot] < shelf.numbers[$0.slot] }) ?? true { best = (slot, Signature.places) }
            }
            return true
        }
        if let best { return (best.slot, nil) }
        guard rules.near < 1, let signature = entry.digest.signature else { return nil }
        signature.words.withUnsafeBufferPointer { own in
            shelf.signatures.withUnsafeBufferPointer { all in
                guard let own = own.baseAddress, let all = all.baseAddress else { return }
                for band in byBand.indices {
                    byBand[band].forEachCandidate(banding.key(band, own)) { slot in
                        let agreeing = Signature.agreeing(own, all + slot &* Signature.wordCount)
                        guard agreeing >= leastAgreeing else { return true }
                        if let best, best.agreeing > agreeing || (best.agreeing == agreeing && shelf.numbers[best.slot] <= shelf.numbers[slot]) { return true }
                        if mayRepeat(entry, slot, exactly: false) { best = (slot, agreeing) }
                        return true
                    }
                }
            }
        }
        return best.map { ($0.slot, Signature.similarity(agreeing: $0.agreeing)) }
    }

    /// Whether an article that is so similar to a remembered one repeats it, rather than being the same one in another version.
    private func mayRepeat(_ entry: Entry, _ slot: Int, exactly: Bool) -> Bool {
        let isSame = shelf.keys[slot] == entry.key || (entry.digest.url != 0 && shelf.urls[slot] == entry.digest.url)
        guard isSame else { return true }
        // What an earlier run read is the article itself, read again or changed.
        return !shelf.isOfEarlierRun(slot) && (exactly || rules.comparesUpdates)
    }
}

// MARK: - Remembering

extension DedupeMemory {
    /// Puts an article on the shelf, in the place of its earlier version where there is one.
    private mutating func add(_ entry: Entry, ofEarlierRun: Bool) -> Int {
        if let earlier = slot(ofKey: entry.key) { forget(earlier) }
        while shelf.count >= rules.most, shelf.oldest != Shelf.none { forget(Int(shelf.oldest)) }
        let slot = shelf.add(entry, ofEarlierRun: ofEarlierRun)
        let (words, keys) = (shelf.words, shelf.keys)
        byWords.insert(slot, key: words[slot]) { words[$0] }
        byKey.insert(slot, key: keys[slot]) { keys[$0] }
        return slot
    }

    private func slot(ofKey key: UInt64) -> Int? {
        var found: Int?
        byKey.forEachCandidate(key) { slot in
            if shelf.keys[slot] == key { found = slot }
            return found == nil
        }
        return found
    }

    /// The bands in which an article that is on the shelf, but in no band yet, shall be found.
    private func bandsWithRoom(for slot: Int) -> UInt64 {
        guard shelf.hasSignature(slot) else { return 0 }
        let keys = BandKeys(banding, shelf.signatures)
        return byBand.indices.reduce(0) { mask, band in
            let key = keys[band, slot]
            var same = 0
            byBand[band].forEachCandidate(key) { other in
                if keys[band, other] == key { same += 1 }
                return same < DedupeMemory.mostPerBandKey
            }
            return same < DedupeMemory.mostPerBandKey ? mask | 1 << UInt64(band) : mask
        }
    }

    private mutating func insert(_ slot: Int, inBands mask: UInt64) {
        shelf.setBands(mask, of: slot)
        let keys = BandKeys(banding, shelf.signatures)
        for band in byBand.indices where mask & 1 << UInt64(band) != 0 {
            byBand[band].insert(slot, key: keys[band, slot]) { keys[band, $0] }
        }
    }

    private mutating func forget(_ slot: Int) {
        let (words, keys) = (shelf.words, shelf.keys)
        byWords.remove(slot, key: words[slot]) { words[$0] }
        byKey.remove(slot, key: keys[slot]) { keys[$0] }
        let bandKeys = BandKeys(banding, shelf.signatures)
        for band in byBand.indices where shelf.bands[slot] & 1 << UInt64(band) != 0 {
            byBand[band].remove(slot, key: bandKeys[band, slot]) { bandKeys[band, $0] }
        }
        shelf.remove(slot)
    }
}

/// The keys of the articles on a shelf, by band.
private struct BandKeys {
    private let banding: Banding
    private let signatures: [UInt64]

    init(_ banding: Banding, _ signatures: [UInt64]) {
        self.banding = banding
        self.signatures = signatures
    }

    subscript(_ band: Int, _ slot: Int) -> UInt64 {
        signatures.withUnsafeBufferPointer { all in all.baseAddress.map { banding.key(band, $0 + slot &* Signature.wordCount) } ?? 0 }
    }
}
