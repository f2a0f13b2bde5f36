import StageKit

/// The bytes of a file of remembered entries: blocks behind one another, each with a checksum.
///
/// A block is the length of its entries in bytes, their number (4 bytes each, the lowest first), a checksum (8 bytes: XXH3 of
/// all the rest of the block), and the entries, each behind its length in 4 bytes.
package enum MemoryLog {
    /// Blocks are about this long: few enough checksums, little enough memory to read one.
    static let wantedBlock = 1 << 20
    /// No block is longer: a length that is, is damage.
    static let mostBlock = 64 << 20
    static let headerLength = 16

    /// Entries as blocks.
    package static func blocks(_ entries: [[UInt8]]) -> [UInt8] {
        var bytes: [UInt8] = []
        var block: [UInt8] = []
        var count = 0
        func endBlock() {
            guard count > 0 else { return }
            let lengths = littleEndian(block.count) + littleEndian(count)
            let checksum = ContentHash(lengths + block).low
            bytes += lengths
            withUnsafeBytes(of: checksum.littleEndian) { bytes.append(contentsOf: $0) }
            bytes += block
            block.removeAll(keepingCapacity: true)
            count = 0
        }
        for entry in entries {
            block += littleEndian(entry.count)
            block += entry
            count += 1
            if block.count >= wantedBlock { endBlock() }
        }
        endBlock()
        return bytes
    }

    /// Why a file is not to be trusted.
    package struct Damage: Error, Equatable {
        /// Offset of the first bad block in bytes.
        package var offset: Int
        package var reason: String
    }

    /// Reads the entries of the first `length` bytes of a file.
    ///
    /// - Parameters:
    ///   - fetch: gives so many bytes from an offset on, fewer only at the end of the file.
    ///   - body: called with each entry and the offset of its block.
    /// - Throws: ``Damage``, and what `fetch` and `body` throw.
    package static func read(length: Int, fetch: (Range<Int>) throws -> [UInt8], _ body: (ArraySlice<UInt8>, Int) throws -> Void) throws {
        var offset = 0
        while offset < length {
            func damage(_ reason: String) -> Damage { Damage(offset: offset, reason: reason) }
            guard length - offset >= headerLength else { throw damage("a block is cut short") }
            let header = try fetch(offset..<(offset + headerLength))
            guard header.count == headerLength else { throw damage("the file is shorter than it was") }
            let (size, count) = (number(header, at: 0), number(header, at: 4))
            guard size <= mostBlock, size <= length - offset - headerLength else { throw damage("a block is longer than the file") }
            let block = try fetch((offset + headerLength)..<(offset + headerLength + size))
            guard block.count == size else { throw damage("the file is shorter than it was") }
            let checksum = ContentHash(Array(header[..<8]) + block).low
            guard withUnsafeBytes(of: checksum.littleEndian, { $0.elementsEqual(header[8...]) }) else { throw damage("a block's checksum is wrong") }
            var start = 0
            for _ in 0..<count {
                guard size - start >= 4 else { throw damage("a block has fewer entries than it says") }
                let end = start + 4 + number(block, at: start)
                guard end <= size else { throw damage("an entry is longer than its block") }
                try body(block[(start + 4)..<end], offset)
                start = end
            }
            guard start == size else { throw damage("a block has more bytes than entries") }
            offset += headerLength + size
        }
    }

    private static func littleEndian(_ number: Int) -> [UInt8] {
        withUnsafeBytes(of: UInt32(truncatingIfNeeded: number).littleEndian) { Array($0) }
    }

    private static func number(_ bytes: [UInt8], at offset: Int) -> Int {
        bytes.withUnsafeBytes { Int(UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self))) }
    }
}
