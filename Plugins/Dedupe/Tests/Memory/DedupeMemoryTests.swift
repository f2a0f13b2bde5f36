@testable import DedupeStage
import StageKit
import TestSupport
import Testing

@Suite struct DedupeMemoryTests {
    private var rules = DedupeMemory.Rules(near: 0.7, most: 1000, comparesUpdates: false, drops: true)

    private func newcomer(_ words: [UInt64], id: String, key: String? = nil, url: UInt64 = 0) -> Newcomer {
        var hasher = MinHasher(shingle: 3)
        let digest = Digest(words: Mixer.hash(words), url: url, signature: words.count < 20 ? nil : hasher.signature(of: words))
        return Newcomer(id: ArticleID(id), key: ContentHash(Array((key ?? id).utf8)), digest: digest.bytes)
    }

    private func words(_ count: Int, seed: UInt64) -> [UInt64] {
        var random = SplitMix64(seed: seed)
        return (0..<count).map { _ in random.next() }
    }

    @discardableResult
    private func take(_ newcomer: Newcomer, _ memory: inout DedupeMemory) throws -> Judgement {
        let judgement = try memory.judge(newcomer)
        if judgement.verdict == .keep, let entry = judgement.entry { _ = memory.remember(entry) }
        return judgement
    }

    private func repeated(_ judgement: Judgement) -> String? { judgement.layer?["repeats"]?.stringValue }

    @Test func theMostSimilarIsNamedAndOfEqualsTheFirst() throws {
        var memory = DedupeMemory(rules)
        let text = words(300, seed: 1)
        try take(newcomer(text, id: "first"), &memory)
        try take(newcomer(words(300, seed: 2), id: "other"), &memory)
        #expect(repeated(try take(newcomer(text, id: "again"), &memory)) == "first")
        var edited = text
        edited[150] = 7
        let judgement = try take(newcomer(edited, id: "edited"), &memory)
        #expect(repeated(judgement) == "first" && judgement.layer?["kind"] == "near")
        #expect(judgement.verdict == .drop(reason: "repeats another article (near)"))
        #expect(memory.count == 2)
    }

    @Test func whatRepeatsIsNotRememberedSoThatNoChainDriftsAway() throws {
        var memory = DedupeMemory(rules)
        var text = words(300, seed: 1)
        try take(newcomer(text, id: "0"), &memory)
        var originals = 1
        for step in 1..<60 {
            text[step * 5] = UInt64(step)
            if repeated(try take(newcomer(text, id: "\(step)"), &memory)) == nil { originals += 1 }
        }
        // Each is nearly the one before; yet no one is taken for a repeat of an article that it is not like.
        #expect(originals > 3 && memory.count == originals)
    }

    @Test func theOldestAreForgotten() throws {
        var rules = rules
        rules.most = 10
        var memory = DedupeMemory(rules)
        for number in 0..<25 { try take(newcomer(words(50, seed: UInt64(number)), id: "\(number)"), &memory) }
        #expect(memory.count == 10)
        #expect(repeated(try memory.judge(newcomer(words(50, seed: 14), id: "a"))) == nil)
        #expect(repeated(try memory.judge(newcomer(words(50, seed: 15), id: "b"))) == "15")
    }

    @Test func aChangedArticleDoesNotRepeatItself() throws {
        let text = words(300, seed: 1)
        var edited = text
        edited[0] = 7
        for (isOfEarlierRun, comparesUpdates) in [(true, false), (true, true), (false, false), (false, true)] {
            var rules = rules
            rules.comparesUpdates = comparesUpdates
            var first = DedupeMemory(rules)
            try take(newcomer(text, id: "v1", key: "place", url: 5), &first)
            var memory = DedupeMemory(rules)
            try first.forEachEntry { try memory.restore($0[...], ofEarlierRun: isOfEarlierRun) }
            // In one run a later version may be compared where the settings want it; a changed file never repeats itself.
            let isRepeat = !isOfEarlierRun && comparesUpdates
            #expect((repeated(try memory.judge(newcomer(edited, id: "v2", key: "place"))) == "v1") == isRepeat)
            #expect((repeated(try memory.judge(newcomer(edited, id: "v2", key: "elsewhere", url: 5))) == "v1") == isRepeat)
            #expect(repeated(try memory.judge(newcomer(edited, id: "v2", key: "elsewhere", url: 6))) == "v1")
            // Word for word the same, of one run: nothing changed.
            #expect((repeated(try memory.judge(newcomer(text, id: "v2", key: "elsewhere", url: 5))) == "v1") == !isOfEarlierRun)
            // It takes the place of its earlier version.
            guard !isRepeat else { continue }
            try take(newcomer(edited, id: "v2", key: "place", url: 5), &memory)
            #expect(memory.count == 1)
            #expect(repeated(try memory.judge(newcomer(text, id: "other"))) == "v2")
        }
    }

    /// Where one template fills thousands of pages, time and memory stay bounded, and what is nearly the same is still found.
    @Test func manyPagesOfOneTemplateStayCheap() throws {
        var memory = DedupeMemory(DedupeMemory.Rules(near: 0.8, most: 10_000, comparesUpdates: false, drops: true))
        let template = words(60, seed: 1)
        func page(_ number: UInt64) -> [UInt64] { template + words(30, seed: 1000 + number) }
        for number in 0..<2000 { try take(newcomer(page(UInt64(number)), id: "\(number)"), &memory) }
        #expect(memory.count > 1900)
        let found = try (0..<200).count { repeated(try memory.judge(newcomer(page(UInt64($0 * 9)) + [1], id: "again"))) == "\($0 * 9)" }
        #expect(found > 190, "\(found) of 200")
    }

    /// After a crash, and at the next run, a memory is made of its entries; it must answer as if nothing had happened.
    @Test(arguments: UInt64(1)...4) func aMemoryMadeOfItsEntriesAnswersTheSame(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var rules = rules
        rules.most = 80
        var memory = DedupeMemory(rules)
        var log: [[UInt8]] = []
        let texts = (0..<20).map { words(60, seed: seed &* 100 + UInt64($0)) }
        for step in 0..<1500 {
            var text = random.pick(texts)
            for _ in 0..<random.below(12) { text[random.below(text.count)] = UInt64(random.below(1000)) }
            let article = newcomer(text, id: "\(step)", key: "\(random.below(200))", url: UInt64(random.below(50)))
            if step % 100 == 0 {
                var replayed = DedupeMemory(rules)
                for entry in log { try replayed.restore(entry[...], ofEarlierRun: false) }
                var compacted = DedupeMemory(rules)
                try memory.forEachEntry { try compacted.restore($0[...], ofEarlierRun: false) }
                for text in texts {
                    let probe = newcomer(text, id: "probe")
                    let answer = try memory.judge(probe)
                    #expect(try replayed.judge(probe) == answer, "seed \(seed), step \(step)")
                    #expect(try compacted.judge(probe) == answer, "seed \(seed), step \(step)")
                }
                #expect(replayed.count == memory.count && compacted.count == memory.count)
            }
            let judgement = try memory.judge(article)
            if judgement.verdict == .keep, let entry = judgement.entry { log.append(memory.remember(entry)) }
        }
        #expect(memory.count > 40)
    }

    @Test func anotherThresholdFindsWhatWasRememberedUnderTheFirst() throws {
        var strict = rules
        strict.near = 0.95
        var first = DedupeMemory(strict)
        let text = words(300, seed: 1)
        try take(newcomer(text, id: "first"), &first)
        var memory = DedupeMemory(rules)
        try first.forEachEntry { try memory.restore($0[...], ofEarlierRun: true) }
        var edited = text
        for index in stride(from: 0, to: 300, by: 30) { edited[index] = 1 }
        #expect(repeated(try memory.judge(newcomer(edited, id: "edited"))) == "first")
    }

    @Test func damagedEntriesAreRefused() throws {
        var memory = DedupeMemory(rules)
        try take(newcomer(words(300, seed: 1), id: "0123456789abcdef0123456789abcdef"), &memory)
        var entry: [UInt8] = []
        memory.forEachEntry { entry = $0 }
        let (seed, rules) = (UInt64(7), rules)
        var random = SplitMix64(seed: seed)
        for _ in 0..<2000 {
            var bytes = entry
            if random.below(2) == 0 { bytes.removeLast(random.below(bytes.count)) }
            for _ in 0..<random.below(4) where !bytes.isEmpty { bytes[random.below(bytes.count)] = UInt8(truncatingIfNeeded: random.next()) }
            var other = DedupeMemory(rules)
            do {
                try other.restore(bytes[...], ofEarlierRun: true)
                #expect(other.count == 1)
                _ = try other.judge(newcomer(words(300, seed: 1), id: "x"))
            } catch is StageFailure {}
        }
        #expect(throws: StageFailure.self) { try memory.restore(entry.prefix(entry.count / 2), ofEarlierRun: true) }
        #expect(throws: StageFailure.self) { try memory.judge(Newcomer(id: ArticleID("a"), key: ContentHash([]), digest: [9])) }
    }
}
