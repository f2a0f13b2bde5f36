import ArgumentParser

/// Learns which capitalised words start sentences, from tokenised text with a sentence a line on standard input, and
/// prints `SentenceStarters+Trained.swift`.
struct SegmentStarters: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "segment-starters",
        abstract: "Learns the sentence starters of `segment` from tokenised text, a sentence a line.",
        discussion: "zcat raw-news.txt.gz | copydesk-train segment-starters > Sources/SegmentStage/Lexicon/SentenceStarters+Trained.swift")

    @Option(help: "How often a word must have been seen with a capital.")
    var leastCount = 2

    func run() throws {
        var starts: [String: Int] = [:]
        var elsewhere: [String: Int] = [:]
        while let line = readLine() {
            var isFirst = true
            for word in line.split(separator: " ") {
                guard let first = word.utf8.first, first | 0x20 >= 0x61, first | 0x20 <= 0x7A else { continue }
                if isFirst {
                    starts[String(word), default: 0] += 1
                } else if first < 0x61 {
                    elsewhere[String(word), default: 0] += 1
                }
                isFirst = false
            }
        }
        var lists: [Int: [String]] = [:]
        for (word, count) in starts where count >= leastCount && word.utf8.allSatisfy({ $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }) {
            let odds = (Double(count) + 0.5) / (Double(elsewhere[word] ?? 0) + 0.5)
            let score = logarithm(odds)
            // Below 2 a word says too little to be worth its place.
            if score >= 2 { lists[min(score, 6), default: []].append(word.lowercased()) }
        }
        print("// Printed by `copydesk-train segment-starters` from public-domain news; not edited by hand.")
        print("extension SentenceStarters {\n    static let trained: [(StaticString, Int8)] = [")
        for (score, words) in lists.sorted(by: { $0.key > $1.key }) {
            print("        (\"\"\"")
            var line = "        "
            for word in words.sorted() {
                if line.utf8.count + word.utf8.count > 115 {
                    print(line)
                    line = "        "
                }
                line += (line.utf8.last == 0x20 && line.utf8.count > 8 || line.utf8.count == 8 ? "" : " ") + word
            }
            print("\(line)\n        \"\"\", \(score)),")
        }
        print("    ]\n}")
    }

    /// ln, rounded to a whole number.
    private func logarithm(_ value: Double) -> Int {
        var result = 0
        // Half-way points between the powers of e.
        var border = 1.6487
        while value >= border {
            border *= 2.71828
            result += 1
        }
        return result
    }
}
