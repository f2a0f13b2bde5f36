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
        for entry in Array(NamedCharacterList.names.utf8).split(whereSeparator: { $0 <= 0x20 }) {
            let parts = entry.split(separator: UInt8(ascii: "="))
            guard parts.count == 2 else { continue }
            let scalars = parts[1].split(separator: UInt8(ascii: "+")).compactMap {
                UInt32(String(decoding: $0, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
            }
            guard let first = scalars.first, numbers.number(of: NamedCharacters.key(parts[0])) == characters.count else { continue }
            characters.append((first, scalars.count > 1 ? scalars[1] : nil))
        }
        isOpen = [Bool](repeating: false, count: characters.count)
        for name in Array(NamedCharacterList.withoutSemicolon.utf8).split(whereSeparator: { $0 <= 0x20 }) {
            if let number = numbers.existingNumber(of: NamedCharacters.key(name)) { isOpen[number] = true }
            longestOpen = max(longestOpen, name.count)
        }
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
