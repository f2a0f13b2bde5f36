import CleanStage
import StageKit

/// What people who read the pages decided about their blocks.
///
/// A line is a page's id, one of `in`, `out`, `seen-in`, `seen-out`, and the hashes of the blocks' texts (FNV-1a, 32 bits,
/// hexadecimal), all parted by tabs and spaces; `#` starts a comment. `in` and `out` were decided one by one; `seen`
/// blocks were looked over, and an earlier model's choice of them was right. Texts are not stored.
struct BlockJudgements {
    private struct Verdict {
        var label: Float
        var weight: Float
    }

    /// How sure a label is that was decided for its own sake.
    private static let decided: Float = 1
    /// How sure one is that was only looked over.
    private static let lookedOver: Float = 0.6

    private var verdicts: [String: [UInt32: Verdict]] = [:]

    init() {}

    /// - Throws: a ``StageFailure`` that names the damaged line.
    init(path: String) throws {
        for (number, line) in try CommandFiles.read(path).split(separator: 0x0A).enumerated() where line.first != UInt8(ascii: "#") {
            let fields = String(decoding: line, as: UTF8.self).split { $0 == "\t" || $0 == " " }
            let kinds: [String: Verdict] = [
                "in": Verdict(label: 1, weight: Self.decided), "out": Verdict(label: 0, weight: Self.decided),
                "seen-in": Verdict(label: 1, weight: Self.lookedOver), "seen-out": Verdict(label: 0, weight: Self.lookedOver),
            ]
            guard fields.count >= 2, let verdict = kinds[String(fields[1])] else {
                throw StageFailure("\(path), line \(number + 1) is no judgement", advice: "write: id, in, out, seen-in or seen-out, hashes")
            }
            for field in fields.dropFirst(2) {
                guard let hash = UInt32(field, radix: 16) else { throw StageFailure("\(path), line \(number + 1): \(field) is no hash") }
                verdicts[String(fields[0]), default: [:]][hash] = verdict
            }
        }
    }

    /// Overrides what snippets and rules of thumb say of a page's blocks; a block that was only looked over does not
    /// overrule a surer label that says otherwise.
    func apply(to labels: inout BlockLabels, of page: EvaluationPage, texts: [String]) {
        guard let known = verdicts[page.id] else { return }
        for (index, text) in texts.enumerated() {
            guard let verdict = known[Self.hash(text)] else { continue }
            let agrees = (labels.labels[index] >= 0.5) == (verdict.label >= 0.5)
            guard verdict.weight == Self.decided || agrees || labels.weights[index] < verdict.weight else { continue }
            labels.weights[index] = verdict.weight == Self.decided ? verdict.weight : max(labels.weights[index], verdict.weight)
            labels.labels[index] = verdict.label
        }
    }

    func covers(_ page: EvaluationPage) -> Bool { verdicts[page.id] != nil }

    /// Whether a block belongs to the article; nil where nobody judged it.
    func verdict(on text: String, of page: EvaluationPage) -> Bool? {
        verdicts[page.id]?[Self.hash(text)].map { $0.label >= 0.5 }
    }

    /// FNV-1a of the text's UTF-8.
    static func hash(_ text: String) -> UInt32 {
        text.utf8.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    }
}
