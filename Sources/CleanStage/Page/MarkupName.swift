/// The name of an element or attribute as a number, whatever its case: up to eight letters are packed as they are, longer names are hashed.
struct MarkupName: Equatable, Sendable {
    private(set) var key: UInt64 = 0
    private var count = 0

    init() {}

    init(_ name: String) {
        for byte in name.utf8 { append(byte) }
    }

    @inline(__always) mutating func append(_ byte: UInt8) {
        let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
        // Beyond eight letters FNV-1a goes on where packing ended.
        key = count < 8 ? key << 8 | UInt64(lower) : (key ^ UInt64(lower)) &* 0x100_0000_01B3
        count += 1
    }
}
