/// Lower case of the letters that the words and phrases of bylines and dates are written in.
enum LatinCase {
    /// ASCII and Latin-1 (U+00C0…U+00DE) in lower case; all else stays, so that offsets hold. Strings would lower by Unicode's rules, which is slow.
    static func lower(_ text: some Collection<UInt8>) -> [UInt8] {
        var lower: [UInt8] = []
        lower.reserveCapacity(text.count)
        var previous: UInt8 = 0
        for byte in text {
            lower.append(byte &- 0x41 < 26 || previous == 0xC3 && byte &- 0x80 < 0x1F ? byte | 0x20 : byte)
            previous = byte
        }
        return lower
    }
}
