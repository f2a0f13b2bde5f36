import StageKit
import Testing
import TestSupport

@testable import ExecStage

/// Answers with bytes changed, cut, doubled: whatever a program writes, an article comes out right or fails.
@Suite struct AnswerMutationTests {
    private static let answer = Array(
        #"{"n":7,"article":{"title":"T","sentences":[{"start":0,"end":10,"block":0},{"start":11,"end":21}],"entities":[{"start":0,"end":3,"type":"person","confidence":0.5}],"summary":{"text":"x","sentences":[0]},"extensions":{"a":{"b":[1,2.5,null]}}}}"#.utf8)

    private func mutated(_ random: inout SplitMix64) -> [UInt8] {
        var bytes = AnswerMutationTests.answer
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: bytes.indices, using: &random)
            switch Int.random(in: 0..<6, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.remove(at: place)
            case 2: bytes.insert(contentsOf: Array(#"{}[]",:0199-null"#.utf8).randomElement(using: &random).map { [$0] } ?? [], at: place)
            case 3: bytes.removeSubrange(place..<min(place + Int.random(in: 1...20, using: &random), bytes.count))
            case 4: bytes.insert(contentsOf: bytes[place..<min(place + Int.random(in: 1...20, using: &random), bytes.count)], at: place)
            // Digits most often leave good JSON that says something else.
            default: if let digit = bytes.indices.filter({ bytes[$0] &- 0x30 < 10 }).randomElement(using: &random) { bytes[digit] = UInt8.random(in: 0x30...0x39, using: &random) }
            }
        }
        return bytes
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64]) func whateverComesBackTheArticleKeepsItsPromises(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let text = "Zoë met 😀. They left."
        let writes: Set<ArticlePart> = [.metadata, .sentences, .entities, .summary, .extensions]
        var taken = 0
        var refused = 0
        for round in 0..<1000 {
            let line = mutated(&random)
            var article = Article(text: text)
            article.blocks = [Block(role: .paragraph, range: 0..<25)]
            do {
                guard case .article(let members) = try Answer(line, to: 7) else { continue }
                try Changes(writes: writes, offsets: .codePoints).apply(members, to: &article, sent: [])
                taken += 1
            } catch {
                // As it came in.
                #expect(article.sentences.isEmpty && article.entities.isEmpty && article.extensions.isEmpty && article.metadata.title == nil)
                refused += 1
                continue
            }
            let about = "seed \(seed), round \(round): \(String(decoding: line, as: UTF8.self))"
            #expect(article.text?.string == text, "\(about)")
            let ranges = [article.sentences.map(\.range), article.entities.map(\.range)]
            for ranges in ranges {
                #expect(ranges.allSatisfy { article.text?.isScalarBoundary($0.lowerBound) == true && article.text?.isScalarBoundary($0.upperBound) == true }, "\(about)")
                #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }, "\(about)")
            }
            #expect(article.sentences.allSatisfy { ($0.block ?? 0) == 0 }, "\(about)")
            #expect(article.summary?.sentences.allSatisfy { $0 < article.sentences.count } ?? true, "\(about)")
        }
        // Both happen, or nothing was tested.
        #expect(taken > 50 && refused > 200, "seed \(seed): \(taken) taken, \(refused) refused")
    }
}
