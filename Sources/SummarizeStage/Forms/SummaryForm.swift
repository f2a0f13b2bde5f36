internal import StageKit

/// Gives chosen sentences the form that is asked for.
struct SummaryForm {
    /// What stands before each sentence of a list.
    static let bullet = "- "

    let settings: SummarizeStage
    let text: [UInt8]
    let analysis: Analysis

    private var trims: Bool { settings.trim || settings.style == .headline }

    /// The ranges of a sentence that stay; all of it but its dateline when nothing is trimmed.
    func pieces(of sentence: Int) -> [Range<Int>] {
        let range = analysis.sentences[sentence].range
        return trims ? Trimmer.trim(text, sentence: sentence, of: analysis) : [range]
    }

    /// What a sentence takes of the budget in this form.
    func cost(of sentence: Int) -> Cost {
        var cost = Cost()
        for piece in pieces(of: sentence) {
            let part = Cost(text, piece)
            cost.words += part.words
            cost.characters += part.characters
        }
        if settings.style == .bullets {
            cost.words += 1
            cost.characters += SummaryForm.bullet.utf8.count
        }
        return cost
    }

    /// The summary of these sentences; where there are none because none fits, the best sentence cut to the limit.
    func summary(of chosen: [Int], scores: [Float]) -> Summary? {
        if chosen.isEmpty { return cutSummary(scores) }
        let lines = chosen.map { line(pieces(of: $0)) }
        let text =
            switch settings.style {
            case .paragraph: lines.joined(separator: " ")
            case .bullets: lines.map { SummaryForm.bullet + $0 }.joined(separator: "\n")
            case .headline: SummaryForm.withoutStop(lines.joined(separator: " "))
            }
        return Summary(text: text, sentences: chosen)
    }

    /// The bytes of the pieces, line breaks inside a sentence made blanks.
    private func line(_ pieces: [Range<Int>]) -> String {
        var bytes: [UInt8] = []
        for piece in pieces {
            for byte in text[piece] {
                let isBreak = byte == 0x0A || byte == 0x0D || byte == 0x09
                bytes.append(isBreak ? 0x20 : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func withoutStop(_ line: String) -> String {
        line.hasSuffix(".") && !line.hasSuffix("..") ? String(line.dropLast()) : line
    }

    private func cutSummary(_ scores: [Float]) -> Summary? {
        let eligible = analysis.sentences.indices.filter { analysis.sentences[$0].isEligible && !analysis.sentences[$0].needsPredecessor }
        guard settings.words != nil || settings.characters != nil, let best = eligible.max(by: { scores[$0] < scores[$1] }) else { return nil }
        let prefix = settings.style == .bullets ? SummaryForm.bullet : ""
        let cut = Trimmer.cut(
            text, analysis.sentences[best].range, words: settings.words.map { $0 - (prefix.isEmpty ? 0 : 1) },
            characters: settings.characters.map { $0 - prefix.utf8.count })
        return cut.isEmpty ? nil : Summary(text: prefix + line([cut]), sentences: [best])
    }
}
