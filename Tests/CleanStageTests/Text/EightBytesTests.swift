import SeededRandom
import Testing

@testable import CleanStage

/// Everything that looks at many bytes at once says what a look at one byte after the other says.
@Suite struct EightBytesTests {
    private func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x80 }

    /// Bytes of all kinds, with the borders of every class and runs of spaces among them.
    private func randomText(_ count: Int, _ random: inout SplitMix64) -> [UInt8] {
        let borders = Array("@AZ[`az{/09: \t\n.,?!\"".utf8) + [0x1F, 0x7F, 0x80, 0xC2, 0xE2, 0xE3, 0xFF]
        return (0..<count).map { _ in
            Bool.random(using: &random) ? UInt8.random(in: 0...255, using: &random) : borders[Int.random(in: 0..<borders.count, using: &random)]
        }
    }

    @Test func everyByteIsInItsClasses() {
        for byte in UInt8.min...UInt8.max {
            for place in 0..<8 {
                var text = [UInt8](repeating: 0x20, count: 8)
                text[place] = byte
                text.withUnsafeBufferPointer { text in
                    let bytes = EightBytes(text, at: 0)
                    let mark: UInt64 = 1 << UInt64(place)
                    #expect(EightBytes.bits(bytes.letters) == (isLetter(byte) ? mark : 0))
                    #expect(EightBytes.bits(bytes.asciiLetters) == (isLetter(byte) && byte < 0x80 ? mark : 0))
                    #expect(EightBytes.bits(bytes.capitals) == (byte >= 0x41 && byte <= 0x5A ? mark : 0))
                    #expect(EightBytes.bits(bytes.spaces) == (byte == 0x20 ? 0xFF : 0xFF & ~mark))
                    #expect(EightBytes.countBefore(bytes.unprintable) == (byte >= 0x20 && byte < 0x7F ? 8 : place))
                    #expect(bytes.isASCII == (byte < 0x80))
                }
            }
        }
    }

    @Test func bytesBehindTheEndAreZero() {
        let text = Array("abcdefghijk".utf8)
        for count in 0...11 {
            text[..<count].withUnsafeBufferPointer { text in
                for start in 0...12 {
                    let expected = (0..<8).reduce(UInt64(0)) { $0 | UInt64(start + $1 < count ? text[start + $1] : 0) << UInt64(8 * $1) }
                    #expect(EightBytes(text, at: start).word == expected)
                }
            }
        }
    }

    @Test(arguments: [UInt64(1), 2, 3]) func wordsAreTheRunsOfLetters(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for count in 0...200 {
            let text = randomText(count, &random)
            var expected: [Range<Int>] = []
            for index in text.indices where isLetter(text[index]) {
                if let last = expected.last, last.upperBound == index { expected[expected.count - 1] = last.lowerBound..<index + 1 } else { expected.append(index..<index + 1) }
            }
            let borders = text.indices.filter { !isLetter(text[$0]) || $0 == 0 || !isLetter(text[$0 - 1]) }
            var words: [Range<Int>] = []
            var places: [Int] = []
            text.withUnsafeBufferPointer { text in
                LetterRuns.forEach(in: text) { words.append($0..<$1) }
                LetterRuns.forEachBorder(in: text) { places.append($0) }
            }
            #expect(words == expected, "seed \(seed), \(count) bytes")
            #expect(places == borders, "seed \(seed), \(count) bytes")
        }
    }

    @Test(arguments: [0, 1, 15, 16, 17, 4079, 4080, 4081, 9000]) func bytesAreCountedByKind(_ count: Int) {
        var random = SplitMix64(seed: 5)
        let text = randomText(count, &random)
        let counts = text.withUnsafeBufferPointer { ByteCounts($0) }
        #expect(counts.visible == text.count { $0 > 0x20 })
        #expect(counts.digits == text.count { $0 >= 0x30 && $0 <= 0x39 })
        #expect(counts.capitals == text.count { $0 >= 0x41 && $0 <= 0x5A })
    }
}
