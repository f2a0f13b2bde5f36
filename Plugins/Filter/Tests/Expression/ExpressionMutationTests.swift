import StageKit
import TestSupport
import Testing

@testable import FilterStage

/// Expressions made at random, whole and broken: each is read or refused with a place in it, and what is read can be asked.
@Suite struct ExpressionMutationTests {
    private static let pieces = [
        "words", "title", "published", "tags", "extensions.a.b", "mentions(\"person\")", "lower(", "count(", "entity(\"A\")", "entities", "150", "-1.5e3", "\"en\"", "'x'",
        "2026-01-01", "2026-01-01T08:00Z", "==", "!=", "<", ">=", "in", "[", "]", ",", "(", ")", "and", "or", "not", "contains", "word", "matches", "is", "present", "absent",
        "true", "\"", "'", "\\", "é", "“", "\n", "=", "&&", ".", "-", "9999999999999999999999", "0x1p3", "😀",
    ]
    private static let whole = [
        "words >= 150 and language == \"en\"", "not (title matches \"*a*\" or tags contains \"b\")", "published >= 2026-01-01 and extensions.a.b in [1, \"c\"]",
        "count(tags) > 1 or byline is absent", "lower(title) contains word \"ferry\"",
    ]

    private func source(_ random: inout SplitMix64) -> String {
        if random.below(3) == 0 {
            return (0..<random.below(12)).map { _ in random.pick(ExpressionMutationTests.pieces) }.joined(separator: " ")
        }
        var scalars = Array(random.pick(ExpressionMutationTests.whole).unicodeScalars)
        for _ in 0..<random.below(3) {
            let place = random.below(scalars.count)
            switch random.below(3) {
            case 0: scalars.remove(at: place)
            case 1: scalars.insert(contentsOf: random.pick(ExpressionMutationTests.pieces).unicodeScalars, at: place)
            default: scalars.swapAt(place, random.below(scalars.count))
            }
            if scalars.isEmpty { break }
        }
        return String(String.UnicodeScalarView(scalars))
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func everyExpressionIsReadOrRefused(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var article = Article(id: ArticleID("1"), source: ArticleSource(uri: "a"), text: ArticleText("Some words."))
        article.extensions = ["a": ["b": 1]]
        var counts = (read: 0, refused: 0)
        for round in 0..<3000 {
            let source = source(&random)
            let about: Comment = "seed \(seed), round \(round): \(source)"
            let (root, problems) = FilterExpression.parse(source)
            let length = source.unicodeScalars.count
            #expect(problems.allSatisfy { (0...length).contains($0.offset) && !$0.message.isEmpty }, about)
            guard problems.isEmpty else {
                counts.refused += 1
                continue
            }
            counts.read += 1
            let expression = try FilterExpression(source)
            let verdict = root.condition.holds(of: article)
            // Two opposites cannot both hold.
            let opposite = try FilterExpression("not (\(source))")
            #expect(opposite.root.condition.holds(of: article) != verdict, about)
            #expect(opposite.reads == expression.reads, about)
            #expect(!expression.text(of: root).isEmpty, about)
        }
        #expect(counts.read > 200 && counts.refused > 200, "seed \(seed): \(counts)")
    }
}
