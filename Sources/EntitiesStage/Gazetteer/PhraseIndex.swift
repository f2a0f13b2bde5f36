/// A hash table from phrases, word by word, to entries.
struct PhraseIndex: Sendable {
    /// Longer names are cut for the look-up, and compared whole in the end.
    static let mostWords = 12

    private var keys: [UInt64] = []
    /// The entry that ends here, -1 for a mere beginning; and the next entry of the same words.
    private var values: [Int32] = []
    private var following: [Int32] = []
    private var mask = 0
    /// One bit for every first word, by hash: most words of a text stop here, in the cache.
    private var firstWords: [UInt64] = []
    private var firstMask: UInt64 = 0

    /// Whether a match may start with a byte: where all names start with capitals, small words need no look-up.
    private var firstBytes: [Bool] = Array(repeating: false, count: 256)

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func build(_ names: [UserGazetteer.Entry], _ text: [UInt8]) {
        following = Array(repeating: -1, count: names.count)
        // Room for two and a half words a name at half load; grows when names are longer.
        reserve(max(16, names.count * 4))
        // Sixteen bits a name keep false alarms of the filter below one in sixteen.
        var bits: UInt64 = 1024
        while bits < UInt64(names.count) * 16 { bits *= 2 }
        firstMask = bits - 1
        firstWords = Array(repeating: 0, count: Int(bits / 64))
        var used = 0
        text.withUnsafeBufferPointer { text in
            for (entry, listed) in names.enumerated() {
                let name = listed.name
                var hash = PhraseIndex.seed
                var at = name.lowerBound
                var words = 0
                while words < PhraseIndex.mostWords, let word = WordScan.next(text, at, name.upperBound, &hash) {
                    if words > 0 { put(lastHash: &used, key: previous, entry: -1) }
                    if words == 0 {
                        firstWords[Int(hash & firstMask) / 64] |= 1 << (hash & 63)
                        noteStart(text[word.lowerBound], isAnyCase: listed.casing == .any)
                    }
                    previous = hash
                    at = word.upperBound
                    words += 1
                }
                if words > 0 { put(lastHash: &used, key: previous, entry: Int32(entry)) }
                if used * 2 > keys.count { grow() }
            }
        }
    }

    /// A small letter in a list stands for its capital, too (``NameMatch``); letters beyond ASCII for one another.
    private mutating func noteStart(_ byte: UInt8, isAnyCase: Bool) {
        firstBytes[Int(byte)] = true
        if isAnyCase, byte &- 0x41 < 26 { firstBytes[Int(byte | 0x20)] = true }
        if byte &- 0x61 < 26 { firstBytes[Int(byte & ~0x20)] = true }
        if byte >= 0x80 {
            for other in 0x80...0xFF { firstBytes[other] = true }
        }
    }

    private var previous: UInt64 = 0

    private mutating func reserve(_ slots: Int) {
        var size = 16
        while size < slots { size *= 2 }
        keys = Array(repeating: 0, count: size)
        values = Array(repeating: -1, count: size)
        mask = size - 1
    }

    private mutating func grow() {
        let (oldKeys, oldValues) = (keys, values)
        reserve(keys.count * 2)
        for (key, value) in zip(oldKeys, oldValues) where key != 0 {
            let at = slot(key)
            keys[at] = key
            values[at] = value
        }
    }

    private mutating func put(lastHash used: inout Int, key: UInt64, entry: Int32) {
        let at = slot(key)
        if keys[at] == 0 {
            keys[at] = key
            used += 1
        }
        guard entry >= 0 else { return }
        // The first entry of a name wins; others follow for names that differ in marks or casing only.
        if values[at] < 0 {
            values[at] = entry
        } else {
            var last = values[at]
            // Hostile lists with one name a million times stay linear: the second entry stands for the rest.
            if following[Int(last)] >= 0 { last = following[Int(last)] }
            if following[Int(last)] < 0, last != entry { following[Int(last)] = entry }
        }
    }

    @inline(__always)
    private func slot(_ key: UInt64) -> Int {
        var at = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
        while keys[at] != 0, keys[at] != key { at = (at + 1) & mask }
        return at
    }

    /// The longest entry that starts at `start`, and its range in the text.
    @inline(__always)
    func longest(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, matches: (Int, Range<Int>) -> Range<Int>?
    ) -> (entry: Int, range: Range<Int>)? {
        guard start < end, firstBytes[Int(bytes[start])] else { return nil }
        var hash = PhraseIndex.seed
        guard let first = WordScan.next(bytes, start, end, &hash), first.lowerBound == start,
            firstWords[Int(hash & firstMask) / 64] & (1 << (hash & 63)) != 0
        else { return nil }
        var best: (entry: Int, range: Range<Int>)?
        var behind = first.upperBound
        for _ in 0..<PhraseIndex.mostWords {
            let at = slot(hash)
            guard keys[at] != 0 else { break }
            var entry = values[at]
            while entry >= 0 {
                if let range = matches(Int(entry), start..<behind) {
                    if best == nil || range.count > best?.range.count ?? 0 { best = (Int(entry), range) }
                    break
                }
                entry = following[Int(entry)]
            }
            guard let word = WordScan.next(bytes, behind, end, &hash) else { break }
            behind = word.upperBound
        }
        return best
    }
}

/// Cuts text into words of letters and digits.
enum WordScan {
    /// The next word in `[start, end)`, folded into `hash` lower-cased; nil when there is none.
    @inline(__always)
    static func next(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ hash: inout UInt64) -> Range<Int>? {
        var at = start
        while at < end {
            let length = separator(bytes, at, end)
            if length == 0 { break }
            at += length
        }
        guard at < end else { return nil }
        let first = at
        // A word's border is part of the hash: "ab c" is not "a bc".
        var mixed = hash ^ 0x20
        while at < end, separator(bytes, at, end) == 0 {
            let byte = bytes[at]
            if byte & 0xFC == 0xC4 || byte == 0xC3, at + 1 < end {
                let lowered = TokenScanner.lowered(byte, bytes[at + 1])
                mixed = (mixed ^ UInt64(lowered.0)) &* 0x100_0000_01B3
                mixed = (mixed ^ UInt64(lowered.1)) &* 0x100_0000_01B3
                at += 2
            } else {
                mixed = (mixed ^ UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)) &* 0x100_0000_01B3
                at += 1
            }
        }
        hash = mixed == 0 ? 1 : mixed
        return first..<at
    }

    /// The length of a mark or blank at `index`; 0 for a letter or digit.
    @inline(__always)
    static func separator(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> Int {
        let byte = bytes[index]
        if byte < 0x80 { return (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 ? 0 : 1 }
        if byte == 0xE2, index + 2 < end, bytes[index + 1] == 0x80 { return 3 }
        if byte == 0xC2, index + 1 < end { return 2 }
        return 0
    }
}
