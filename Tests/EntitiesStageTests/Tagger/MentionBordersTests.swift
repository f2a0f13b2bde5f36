import Testing

@testable import EntitiesStage

@Suite struct MentionBordersTests {
    @Test(arguments: [
        (["the", "Hague"], "Hague"), (["A", "Union"], "Union"), (["Brunner", "'s"], "Brunner"), (["Brunner’s"], "Brunner"),
        (["Reiss’"], "Reiss"), (["“", "Orchid", "”"], "Orchid"), (["Ms."], "Ms."), (["the"], "the"),
    ])
    func cutsWhatIsNoPartOfAName(_ tokens: [String], _ name: String) {
        var bytes: [UInt8] = []
        var ranges: [TokenRange] = []
        for token in tokens {
            if !bytes.isEmpty { bytes.append(0x20) }
            ranges.append(bytes.count..<bytes.count + token.utf8.count)
            bytes += Array(token.utf8)
        }
        let found = bytes.withUnsafeBufferPointer { MentionBorders.trimmed(0..<tokens.count, ranges, $0) }
        #expect(found.map { String(decoding: bytes[$0], as: UTF8.self).split(separator: " ").joined(separator: " ") } == name)
    }

    @Test func nothingIsLeftOfMarksAlone() {
        let bytes = Array("””".utf8)
        #expect(bytes.withUnsafeBufferPointer { MentionBorders.trimmed(0..<1, [0..<6], $0) } == nil)
    }
}
