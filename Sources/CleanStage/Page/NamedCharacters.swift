import StageKit

/// ``NamedCharacterList`` as a table. Built once, when the first name is looked up.
struct NamedCharacters: Sendable {
    static let shared = NamedCharacters()

    /// Letters of the longest name ("CounterClockwiseContourIntegral").
    static let longest = 31

    typealias Characters = (first: Unicode.Scalar, second: Unicode.Scalar?)

    private var numbers = HashIndex(capacity: 2200)
    private var characters: [Characters] = []
    /// Whether the name may stand without a semicolon.
    private var isOpen: [Bool] = []
    private var longestOpen = 0

    private init() {
        characters.reserveCapacity(2200)
        for entry in Array(NamedCharacterList.names.utf8).split(whereSeparator: { $0 <= 0x20 }) {
            guard let equals = entry.firstIndex(of: UInt8(ascii: "=")) else { continue }
            guard let (first, second) = NamedCharacters.scalars(entry[(equals + 1)...]) else { continue }
            if numbers.number(of: NamedCharacters.key(entry[..<equals])) == characters.count { characters.append((first, second)) }
        }
        isOpen = [Bool](repeating: false, count: characters.count)
        for name in Array(NamedCharacterList.withoutSemicolon.utf8).split(whereSeparator: { $0 <= 0x20 }) {
            if let number = numbers.existingNumber(of: NamedCharacters.key(name)) { isOpen[number] = true }
            longestOpen = max(longestOpen, name.count)
        }
    }

    /// Reads one or two code points, "3C" or "3C+20D2".
    private static func scalars(_ digits: ArraySlice<UInt8>) -> Characters? {
        var values: [UInt32] = [0]
        for digit in digits {
            if digit == UInt8(ascii: "+") { values.append(0) } else { values[values.count - 1] = values[values.count - 1] << 4 | UInt32(digit < 0x41 ? digit - 0x30 : digit - 0x37) }
        }
        return Unicode.Scalar(values[0]).map { ($0, values.count > 1 ? Unicode.Scalar(values[1]) : nil) }
    }

    var count: Int { characters.count }

    /// What a name that a semicolon ends stands for.
    func find(_ name: UnsafeBufferPointer<UInt8>) -> Characters? {
        numbers.existingNumber(of: ByteHash.hash(name)).map { characters[$0] }
    }

    /// What a name without its semicolon stands for.
    func findOpen(_ name: UnsafeBufferPointer<UInt8>) -> Characters? {
        guard name.count <= longestOpen, let number = numbers.existingNumber(of: ByteHash.hash(name)), isOpen[number] else { return nil }
        return characters[number]
    }

    private static func key(_ name: ArraySlice<UInt8>) -> UInt64 { name.withUnsafeBufferPointer { ByteHash.hash($0) } }
}
