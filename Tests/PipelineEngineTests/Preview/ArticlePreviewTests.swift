@testable import PipelineConfig
@testable import PipelineEngine
import StageKit
import Testing

/// Leaves a note for preview.
private struct NotingStage: TransformStage {
    static let name = "noting"
    static let abstract = "Notes for tests."
    var reads: Set<ArticlePart> { [.text] }
    var writes: Set<ArticlePart> { [.summary] }

    func makeWorker(_ context: StageContext) -> Worker { Worker(note: context.note) }

    struct Worker: ArticleWorker {
        let note: (@Sendable (String) -> Void)?

        func process(_ article: inout Article) -> Verdict {
            note?("saw \(article.text?.count ?? 0) bytes")
            article.summary = Summary(text: "short\u{1B}", sentences: [0])
            return .keep
        }
    }
}

@Suite struct ArticlePreviewTests {
    private func preview(_ transforms: [any TransformStage]) throws -> ArticlePreview {
        let plan = PipelinePlan(
            name: "test", file: "/test.yaml", directory: "/", source: NumberSource(), transforms: transforms, sink: MemorySink(),
            errors: ErrorLimits(), statePath: nil, fingerprint: ContentHash([]),
            stageFingerprints: Array(repeating: "0", count: transforms.count + 2))
        return try #require(try ArticlePreview.articles(of: "/x", in: plan, most: 1).first)
    }

    @Test func showsWhatEachStageMadeOfTheArticle() throws {
        let preview = try preview([PickyStage(), NotingStage()])
        #expect(preview.steps.map(\.stage) == ["numbers", "picky", "noting"])
        #expect(preview.steps[2].notes == ["saw 17 bytes"])
        let text = PreviewText(width: 60, isColoured: false, showsAll: false).text(preview)
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines[0] == "numbers")
        #expect(lines.contains("  picky         0"))
        #expect(lines.contains("  · saw 17 bytes"))
        #expect(lines.contains("  summary       short\u{241B} (sentences 0)"))
    }

    @Test func showsTheWordsThatALayerPointsAt() throws {
        struct Pointing: TransformStage, ArticleWorker {
            static let name = "pointing"
            static let abstract = "Points at words for tests."
            var reads: Set<ArticlePart> { [.text] }
            var writes: Set<ArticlePart> { [.layer("words"), .layer("whole")] }
            func process(_ article: inout Article) -> Verdict {
                article.text = ArticleText("The ferry\u{1B} sails.")
                article.setSpanLayer("words", [.span(4..<9, ["score": 0.5, "near": .span(0..<3)]), .span(11..<99, ["score": 1])])
                article.extensions["whole"] = ["words": 3, "start": 1, "end": 2]
                return .keep
            }
        }
        let lines = PreviewText(width: 80, isColoured: false, showsAll: false).text(try preview([Pointing()])).split(separator: "\n").map(String.init)
        #expect(Array(lines.suffix(3)) == [
            "  whole         {end: 2, start: 1, words: 3}",
            "  words         ferry (near: The, score: 0.5)",
            // A stage that points outside the text is shown as it is, for its author to see.
            "                end: 99, score: 1, start: 11",
        ])
    }

    @Test func endsWhereTheArticleDoes() throws {
        // The first article has number 0, which nothing refuses: everything is dropped here.
        struct Dropper: TransformStage, ArticleWorker {
            static let name = "dropper"
            static let abstract = "Drops for tests."
            var reads: Set<ArticlePart> { [] }
            var writes: Set<ArticlePart> { [] }
            func process(_ article: inout Article) -> Verdict { .drop(reason: "too short") }
        }
        let preview = try preview([Dropper(), PickyStage()])
        #expect(preview.steps.map(\.stage) == ["numbers", "dropper"])
        #expect(PreviewText(width: 60, isColoured: false, showsAll: false).text(preview).contains("  dropped: too short\n"))
    }
}
