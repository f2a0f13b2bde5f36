import SeededRandom

/// Makes inputs out of a target's seeds: each of seed number and index alone.
struct Mutator {
    /// Inputs grow no longer than this, so that a million of them take minutes.
    private static let mostBytes = 16_384

    private let seeds: [[UInt8]]
    private let tokens: [[UInt8]]
    private let seed: UInt64

    /// Numbers at which things overflow, turn negative, or end.
    private static let numbers = [
        "0", "-1", "1e999", "255", "256", "65535", "65536", "2147483647", "2147483648", "-2147483648", "4294967296",
        "9223372036854775807", "9223372036854775808", "-9223372036854775808", "18446744073709551616", "1e308", "0.1e-400", "00", "1e-5",
    ].map { Array($0.utf8) }

    /// Bytes and sequences that mean something to readers of text: ends of lines, broken and rare UTF-8, marks of encodings.
    private static let pieces: [[UInt8]] = [
        [0], [0x0A], [0x0D], [0x0D, 0x0A], [0x09], [0x20], [0x1B], [0x7F], [0x80], [0xBF], [0xC0, 0x80], [0xC3], [0xE2, 0x80],
        [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF], [0xF0, 0x9F, 0x98, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFE, 0xFF], [0xFF, 0xFE], [0xFF],
        [0xE2, 0x80, 0xA8], [0xE2, 0x80, 0xAE], [0xCC, 0x81], [0xC2, 0x85], [0xC2, 0xA0], [0xC4, 0xB0], [0xEF, 0xAC, 0x80], [0xE1, 0xBA, 0x9E],
    ]

    init(_ target: some FuzzTarget, seed: UInt64) {
        seeds = target.seeds
        tokens = target.tokens
        self.seed = seed
    }

    /// Input number `index`.
    func input(_ index: Int) -> [UInt8] {
        var random = SplitMix64(seed: seed, index: index)
        var bytes = seeds[random.below(seeds.count)]
        // Few changes go deep into a parser, many shake it.
        let changes = 1 + random.below(1 << random.below(4))
        for _ in 0..<changes { change(&bytes, &random) }
        if bytes.count > Mutator.mostBytes { bytes.removeSubrange(Mutator.mostBytes...) }
        return bytes
    }

    private func change(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
        let place = random.below(bytes.count + 1)
        switch random.below(14) {
        case 0: if place < bytes.count { bytes[place] ^= 1 << UInt8(random.below(8)) }
        case 1: if place < bytes.count { bytes[place] = UInt8(random.below(256)) }
        case 2: bytes.insert(UInt8(random.below(256)), at: place)
        case 3: bytes.removeSubrange(range(from: place, in: bytes, &random))
        case 4: insertCopy(at: place, &bytes, &random)
        case 5: splice(at: place, &bytes, &random)
        case 6: replaceNumber(after: place, &bytes, &random)
        case 7: if random.below(4) == 0 { bytes.removeSubrange(place...) }
        case 8: bytes.insert(contentsOf: Mutator.pieces[random.below(Mutator.pieces.count)], at: place)
        case 9: bytes.insert(contentsOf: repeatedToken(&random), at: place)
        case 10: swapLines(&bytes, &random)
        default:
            guard !tokens.isEmpty else { return }
            let token = tokens[random.below(tokens.count)]
            let end = random.below(2) == 0 ? place : min(place + token.count, bytes.count)
            bytes.replaceSubrange(place..<end, with: token)
        }
    }

    /// Short more often than long.
    private func range(from place: Int, in bytes: [UInt8], _ random: inout SplitMix64) -> Range<Int> {
        place..<min(place + 1 + random.below(1 << random.below(9)), bytes.count)
    }

    private func insertCopy(at place: Int, _ bytes: inout [UInt8], _ random: inout SplitMix64) {
        let copied = Array(bytes[range(from: random.below(bytes.count + 1), in: bytes, &random)])
        for _ in 0...random.below(3) where bytes.count < Mutator.mostBytes { bytes.insert(contentsOf: copied, at: place) }
    }

    /// The rest, or a piece, of another seed.
    private func splice(at place: Int, _ bytes: inout [UInt8], _ random: inout SplitMix64) {
        let other = seeds[random.below(seeds.count)]
        let start = random.below(other.count + 1)
        if random.below(3) == 0 {
            bytes.replaceSubrange(place..., with: other[start...])
        } else {
            bytes.insert(contentsOf: other[range(from: start, in: other, &random)], at: place)
        }
    }

    private func replaceNumber(after place: Int, _ bytes: inout [UInt8], _ random: inout SplitMix64) {
        func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
        guard let start = bytes[place...].firstIndex(where: isDigit) else { return }
        let end = bytes[start...].firstIndex { !isDigit($0) } ?? bytes.count
        bytes.replaceSubrange(start..<end, with: Mutator.numbers[random.below(Mutator.numbers.count)])
    }

    /// A token many times over: what nests, nests deep.
    private func repeatedToken(_ random: inout SplitMix64) -> [UInt8] {
        guard !tokens.isEmpty else { return [] }
        let token = tokens[random.below(tokens.count)]
        let times = random.below(8) == 0 ? 1000 : 3
        return Array(repeatElement(token, count: 1 + random.below(times)).joined().prefix(Mutator.mostBytes))
    }

    private func swapLines(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        lines.swapAt(random.below(lines.count), random.below(lines.count))
        bytes = Array(lines.joined(separator: [0x0A]))
    }
}
