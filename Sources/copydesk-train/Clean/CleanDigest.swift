import CleanStage
import StageKit

/// What must stay the same, to the bit, when the stage is made faster: a page's features, the model's chances, and the parts
/// that are chosen.
struct CleanDigest {
    let line: String

    init(_ id: String, _ analysis: PageAnalysis, _ extractor: ArticleExtractor) {
        let chances = extractor.chances(analysis)
        let features = analysis.features + analysis.features(with: chances)
        let result = extractor.extract(analysis, chances: chances)
        let parts = result.parts.map { "\($0.role) \($0.isAside) \($0.text)" }.joined(separator: "\n")
        line = "\(id) features \(CleanDigest.hash(features)) chances \(CleanDigest.hash(chances)) parts \(ContentHash(Array("\(parts)\n\(result.note)".utf8)))"
    }

    private static func hash(_ values: [Float]) -> ContentHash {
        ContentHash(values.flatMap { value in withUnsafeBytes(of: value.bitPattern.littleEndian) { Array($0) } })
    }
}
