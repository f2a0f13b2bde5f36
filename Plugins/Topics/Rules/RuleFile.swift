import StageKit

/// Reads a rule file: CSV (RFC 4180), UTF-8, with a header that names the columns `topic`, `phrase` and, if it is there, `weight`.
///
/// `phrase` may hold several, parted by `|`. `weight` is a number from -100 to 100 other than 0, `required` or `excluded`;
/// an empty one is 1. Blank lines, and lines that start with `#`, count for nothing.
enum RuleFile {
    /// Larger ones are no rule files.
    static let mostBytes = 64_000_000
    private static let mostWeight = 100.0
    private static let advice = "start the file with the line topic,phrase,weight"

    /// - Throws: ``StageFailure``: "file:line:column: what is wrong".
    /// - Complexity: O(bytes).
    static func read(_ bytes: [UInt8], file: String) throws(StageFailure) -> [TopicRule] {
        guard bytes.count <= mostBytes else { throw StageFailure("\(file) is larger than \(mostBytes) bytes", advice: "split it, or leave rare phrases out") }
        guard ArticleText.isWellFormed(bytes) else { throw StageFailure("\(file) is not UTF-8", advice: "save it as UTF-8") }
        var records = CSVRecords(bytes, file: file)
        guard let header = try records.next() else { throw StageFailure("\(file): the file is empty", advice: advice) }
        let names = header.map { $0.text.lowercased() }
        for (index, name) in names.enumerated() where !["topic", "phrase", "weight"].contains(name) {
            throw failure(header[index], file, "unknown column '\(name.printable)'", advice)
        }
        guard let topic = names.firstIndex(of: "topic") else { throw failure(header[0], file, "the header has no column 'topic'", advice) }
        guard let phrase = names.firstIndex(of: "phrase") else { throw failure(header[0], file, "the header has no column 'phrase'", advice) }
        let weight = names.firstIndex(of: "weight")
        var rules: [TopicRule] = []
        while let fields = try records.next() {
            guard fields.count == header.count else {
                throw failure(fields[fields.count - 1], file, "\(fields.count) fields where the header has \(header.count)", "put a phrase with a comma in quotation marks")
            }
            guard !fields[topic].text.isEmpty else { throw failure(fields[topic], file, "the topic is empty", nil) }
            let effect = try weight.map { column throws(StageFailure) in try self.effect(fields[column], file) } ?? .weight(1)
            for part in fields[phrase].text.split(separator: "|", omittingEmptySubsequences: false) {
                let words = part.split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" || $0 == "\r\n" }.joined(separator: " ")
                if let (reason, advice) = fault(of: words) { throw failure(fields[phrase], file, reason, advice) }
                rules.append(TopicRule(topic: fields[topic].text, phrase: words, effect: effect))
            }
        }
        return rules
    }

    private static func fault(of phrase: String) -> (reason: String, advice: String?)? {
        do throws(PhrasePattern.Fault) {
            _ = try PhrasePattern(phrase)
            return nil
        } catch {
            switch error {
            case .noWord: return ("the phrase has no word", nil)
            case .tooManyWords: return ("the phrase has more than \(PhrasePattern.mostWords) words", nil)
            case .misplacedStar:
                return (
                    "'*' may only stand at a phrase's end, behind \(PhrasePattern.leastPrefix) letters or more",
                    "write the endings out as phrases of their own"
                )
            }
        }
    }

    private static func effect(_ field: CSVRecords.Field, _ file: String) throws(StageFailure) -> TopicRule.Effect {
        switch field.text.lowercased() {
        case "": return .weight(1)
        case "required": return .required
        case "excluded": return .excluded
        default:
            guard let weight = Double(field.text), weight.isFinite, weight != 0, abs(weight) <= mostWeight else {
                let near = NearestName.of(field.text, among: ["required", "excluded"]).map { "did you mean '\($0)'?" }
                throw failure(
                    field, file, "the weight must be a number from -100 to 100 other than 0, 'required' or 'excluded', not '\(field.text.printable)'", near)
            }
            return .weight(weight)
        }
    }

    private static func failure(_ field: CSVRecords.Field, _ file: String, _ reason: String, _ advice: String?) -> StageFailure {
        StageFailure("\(file):\(field.line):\(field.column): \(reason)", advice: advice)
    }
}
