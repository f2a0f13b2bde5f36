internal import Glibc

/// Finds bytes in bytes.
enum ByteSearch {
    static func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool { find(part, in: bytes) != nil }

    /// Where `byte` first stands at or behind `start`; nil where it does not.
    @inline(__always) static func first(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard start < bytes.count, let base = bytes.baseAddress, let found = memchr(base + start, Int32(byte), bytes.count - start) else { return nil }
        return UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
    }

    /// Where `part` first stands at or behind `start`; nil where it does not.
    /// - Complexity: O(n) for text; O(n × m) at worst.
    static func find(_ part: [UInt8], in bytes: [UInt8], from start: Int = 0) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in part.withUnsafeBufferPointer { find($0, in: bytes, from: start) } }
    }

    /// Whether `part`, in lower case and without bytes below a space, occurs in whatever case.
    /// - Complexity: O(n × m) at worst; for attributes and other short texts.
    static func containsInAnyCase(_ text: UnsafeBufferPointer<UInt8>, _ part: [UInt8]) -> Bool {
        guard text.count >= part.count else { return false }
        for start in 0...(text.count - part.count) where part.indices.allSatisfy({ text[start + $0] | 0x20 == part[$0] }) { return true }
        return false
    }

    static func find(_ part: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int? {
        guard let first = part.first else { return start }
        guard let base = bytes.baseAddress, let other = part.baseAddress else { return nil }
        var position = start
        while position + part.count <= bytes.count,
            let found = memchr(base + position, Int32(first), bytes.count - position - part.count + 1)
        {
            let place = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
            if memcmp(found, other, part.count) == 0 { return place }
            position = place + 1
        }
        return nil
    }
}
