import DedupeStage
import StageKit

/// Recall on articles that were edited on purpose, precision (how many of those found were found to repeat the right one), and
/// how many of the articles as they are count as repeats of another.
struct Quality {
    let texts: [String]
    private static let seed: UInt64 = 20_261_125
    private static let settings: [(near: Double, shingle: Int)] = [(0.8, 5), (0.7, 5), (0.5, 5), (0.8, 3), (0.7, 3), (0.6, 3), (0.5, 3), (0.7, 2), (0.65, 2), (0.6, 2), (0.5, 2)]
    private static let rounds = 20

    func run() throws {
        let kinds: [(String, (String, inout Chance) -> String)] =
            [2, 5, 10, 20].map { percent in ("\(percent) % of words", { Edit.words($0, percent: percent, &$1) }) }
            + [
                ("last quarter cut", { text, _ in Edit.cut(text, keeping: 0.75) }), ("last half cut", { text, _ in Edit.cut(text, keeping: 0.5) }),
                ("two sentences added", { Edit.extended($0, from: texts, &$1) }),
            ]
        print("| near, shingle | " + kinds.map(\.0).joined(separator: " | ") + " | precision | other articles |")
        print("|---|" + kinds.map { _ in "---|" }.joined() + "---|---|")
        for (near, shingle) in Quality.settings {
            let stage = DedupeBench.stage(near: near, shingle: shingle)
            var worker = stage.makeWorker(DedupeBench.context)
            var memory = stage.makeMemory()
            let falsely = try Quality.fill(&memory, texts, &worker)
            var cells: [String] = []
            var (allFound, allRight) = (0, 0)
            for (_, edit) in kinds {
                var chance = Chance(state: Quality.seed)
                var right = 0
                for round in 0..<Quality.rounds {
                    for (number, text) in texts.enumerated() {
                        let article = DedupeBench.article(edit(text, &chance), 1_000_000 + round * texts.count + number)
                        guard let layer = try memory.judge(DedupeBench.newcomer(article, &worker)).layer else { continue }
                        allFound += 1
                        if layer["repeats"]?.stringValue == ArticleID(content: Array("\(number)".utf8)).description { right += 1 }
                    }
                }
                allRight += right
                cells.append(Quality.percent(right, of: texts.count * Quality.rounds))
            }
            let precision = Quality.percent(allRight, of: allFound)
            print("| \(Int(near * 100)) %, \(shingle) | \(cells.joined(separator: " | ")) | \(precision) | \(falsely.count) of \(texts.count) |")
        }
    }

    /// How many texts repeat one before them, and which.
    func countRepeats() throws {
        for (near, shingle) in Quality.settings {
            let stage = DedupeBench.stage(near: near, shingle: shingle)
            var worker = stage.makeWorker(DedupeBench.context)
            var memory = stage.makeMemory()
            let found = try Quality.fill(&memory, texts, &worker)
            let pairs = found.sorted { $0.similarity < $1.similarity }.prefix(6).map { "\($0.second)~\($0.first) \($0.similarity)" }
            print("near \(near), shingle \(shingle): \(found.count) of \(texts.count); the least similar: \(pairs.joined(separator: ", "))")
        }
    }

    /// Remembers all texts, those that repeat one as well.
    private static func fill(_ memory: inout DedupeMemory, _ texts: [String], _ worker: inout DedupeWorker) throws -> [(first: Int, second: Int, similarity: Double)] {
        var found: [(Int, Int, Double)] = []
        var numbers: [String: Int] = [:]
        for (number, text) in texts.enumerated() {
            let article = DedupeBench.article(text, number)
            numbers[article.id.description] = number
            let judgement = try memory.judge(DedupeBench.newcomer(article, &worker))
            if let layer = judgement.layer, let first = layer["repeats"]?.stringValue, case .number(let similarity)? = layer["similarity"] {
                found.append((numbers[first] ?? -1, number, similarity))
            }
            if let entry = judgement.entry { _ = memory.remember(entry) }
        }
        return found
    }

    private static func percent(_ part: Int, of whole: Int) -> String { "\((Double(part) / Double(max(whole, 1)) * 1000).rounded() / 10) %" }
}

/// SplitMix64 (Steele, Lea, Flood 2014).
struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}

/// What copy-editors do to a text.
enum Edit {
    /// Replaces, removes, adds or swaps with its neighbour every so many words, at random places.
    static func words(_ text: String, percent: Int, _ chance: inout Chance) -> String {
        var words = text.split(separator: " ").map(String.init)
        for _ in 0..<(words.count * percent / 100) where words.count > 1 {
            let place = chance.below(words.count - 1)
            switch chance.below(4) {
            case 0: words[place] = words[chance.below(words.count)]
            case 1: words.remove(at: place)
            case 2: words.insert(words[chance.below(words.count)], at: place)
            default: words.swapAt(place, place + 1)
            }
        }
        return words.joined(separator: " ")
    }

    static func cut(_ text: String, keeping share: Double) -> String {
        let words = text.split(separator: " ")
        return words.prefix(Int(Double(words.count) * share)).joined(separator: " ")
    }

    /// Two sentences of another text, behind.
    static func extended(_ text: String, from others: [String], _ chance: inout Chance) -> String {
        let other = others[chance.below(others.count)].split(separator: ".")
        let start = chance.below(max(1, other.count - 2))
        return text + other[start..<min(start + 2, other.count)].joined(separator: ".") + "."
    }
}
