import StageKit

/// The remembered articles themselves, one in each slot, in flat arrays; and the order in which they came.
struct Shelf {
    /// No slot.
    static let none = UInt32.max

    private(set) var signatures: [UInt64] = []
    private(set) var words: [UInt64] = []
    private(set) var urls: [UInt64] = []
    private(set) var keys: [UInt64] = []
    private(set) var bands: [UInt64] = []
    /// Rises with every article; 0 in a slot that is free.
    private(set) var numbers: [UInt64] = []
    private var ids: [(high: UInt64, low: UInt64)] = []
    /// Ids that are not 32 hexadecimal digits.
    private var otherIDs: [Int: String] = [:]
    private var states: [(hasSignature: Bool, isOfEarlierRun: Bool)] = []
    private var older: [UInt32] = []
    private var newer: [UInt32] = []
    private var free: [UInt32] = []
    private(set) var oldest = Shelf.none
    private var newest = Shelf.none
    private var nextNumber: UInt64 = 1
    private(set) var count = 0
    private let holdsSignatures: Bool

    /// - Parameter holdsSignatures: whether signatures are wanted.
    init(holdsSignatures: Bool) {
        self.holdsSignatures = holdsSignatures
    }

    mutating func add(_ entry: Entry, ofEarlierRun: Bool) -> Int {
        let slot = free.popLast().map(Int.init) ?? addSlot()
        let signature = holdsSignatures ? entry.digest.signature : nil
        if let signature {
            for (index, word) in signature.words.enumerated() { signatures[slot * Signature.wordCount + index] = word }
        }
        words[slot] = entry.digest.words
        urls[slot] = entry.digest.url
        keys[slot] = entry.key
        bands[slot] = entry.bands
        states[slot] = (signature != nil, ofEarlierRun)
        set(entry.id, of: slot)
        numbers[slot] = nextNumber
        nextNumber += 1
        older[slot] = newest
        newer[slot] = Shelf.none
        if newest == Shelf.none { oldest = UInt32(slot) } else { newer[Int(newest)] = UInt32(slot) }
        newest = UInt32(slot)
        count += 1
        return slot
    }

    mutating func setBands(_ mask: UInt64, of slot: Int) { bands[slot] = mask }

    mutating func remove(_ slot: Int) {
        let (before, behind) = (older[slot], newer[slot])
        if before == Shelf.none { oldest = behind } else { newer[Int(before)] = behind }
        if behind == Shelf.none { newest = before } else { older[Int(behind)] = before }
        numbers[slot] = 0
        otherIDs[slot] = nil
        free.append(UInt32(slot))
        count -= 1
    }

    /// The slot that came behind this one.
    func slot(after slot: UInt32) -> UInt32 { newer[Int(slot)] }

    func hasSignature(_ slot: Int) -> Bool { states[slot].hasSignature }
    func isOfEarlierRun(_ slot: Int) -> Bool { states[slot].isOfEarlierRun }

    func id(of slot: Int) -> ArticleID {
        if let other = otherIDs[slot] { return ArticleID(other) }
        return ArticleID(HexDigits.text(ids[slot].high) + HexDigits.text(ids[slot].low))
    }

    func entry(of slot: Int) -> Entry {
        let first = slot * Signature.wordCount
        let signature = hasSignature(slot) ? Signature(words: Array(signatures[first..<(first + Signature.wordCount)])) : nil
        return Entry(digest: Digest(words: words[slot], url: urls[slot], signature: signature), key: keys[slot], id: id(of: slot), bands: bands[slot])
    }

    /// Bytes held for each slot, the largest part of what an article costs.
    static let bytesPerSlot = Signature.places + 5 * 8 + 16 + 2 + 2 * 4

    private mutating func set(_ id: ArticleID, of slot: Int) {
        let text = id.description.utf8
        if text.count == 32, let high = HexDigits.value(text.prefix(16)), let low = HexDigits.value(text.suffix(16)) {
            ids[slot] = (high, low)
        } else {
            otherIDs[slot] = id.description
        }
    }

    private mutating func addSlot() -> Int {
        if words.count == words.capacity { reserve(max(64, words.count + words.count / 4)) }
        if holdsSignatures { for _ in 0..<Signature.wordCount { signatures.append(0) } }
        words.append(0)
        urls.append(0)
        keys.append(0)
        bands.append(0)
        numbers.append(0)
        ids.append((0, 0))
        states.append((false, false))
        older.append(Shelf.none)
        newer.append(Shelf.none)
        return words.count - 1
    }

    /// Grows by a quarter where an array by itself would double.
    private mutating func reserve(_ slots: Int) {
        if holdsSignatures { signatures.reserveCapacity(slots * Signature.wordCount) }
        words.reserveCapacity(slots)
        urls.reserveCapacity(slots)
        keys.reserveCapacity(slots)
        bands.reserveCapacity(slots)
        numbers.reserveCapacity(slots)
        ids.reserveCapacity(slots)
        states.reserveCapacity(slots)
        older.reserveCapacity(slots)
        newer.reserveCapacity(slots)
    }
}

/// 64 bits as 16 lower-case hexadecimal digits, and back.
enum HexDigits {
    private static let digits = Array("0123456789abcdef".utf8)

    static func text(_ value: UInt64) -> String {
        String(decoding: (0..<16).map { digits[Int(value >> UInt64(60 - 4 * $0) & 15)] }, as: UTF8.self)
    }

    /// Nil where a digit is none, or is an upper-case one.
    static func value(_ text: some Sequence<UInt8>) -> UInt64? {
        var value: UInt64 = 0
        for byte in text {
            switch byte {
            case 0x30...0x39: value = value << 4 | UInt64(byte - 0x30)
            case 0x61...0x66: value = value << 4 | UInt64(byte - 0x61 + 10)
            default: return nil
            }
        }
        return value
    }
}
