import CleanStage

/// What is known of each block of a page: whether it belongs to the article, and how sure that is.
struct BlockLabels: Sendable {
    /// 1 for the article, 0 for the rest; soft where a model guessed.
    var labels: [Float]
    /// 0 where nothing is known.
    var weights: [Float]

    /// How sure a label is that follows from a text match alone.
    private static let sure: Float = 1

    /// How sure it is that a block belongs to the running text which stands beside it by its place or reads like a notice: an
    /// expected text made by an extractor holds what its container holds.
    private static let beside: Float = 0.1

    init(_ page: EvaluationPage, texts: [String], traits: [PageAnalysis.BlockTraits]) {
        labels = [Float](repeating: 0, count: texts.count)
        weights = labels
        if let expected = page.expected {
            mark(expected: expected, texts)
            for index in texts.indices where (traits[index].isBeside || traits[index].isNotice) && labels[index] > 0 { weights[index] = min(weights[index], BlockLabels.beside) }
        } else {
            mark(inside: page.inside, outside: page.outside, texts)
            vote(traits)
        }
    }

    // MARK: Whole texts

    /// Blocks whose word 4-grams occur in the expected text belong to it. Blocks too short for that must be a line of
    /// it and stand between longer ones that belong.
    private mutating func mark(expected: String, _ texts: [String]) {
        let lines = expected.split(separator: "\n").map { Self.words(String($0)) }
        let whole = lines.flatMap { $0 }
        var grams: Set<[String]> = []
        for start in 0..<max(0, whole.count - 3) { grams.insert(Array(whole[start..<start + 4])) }
        let exact = Set(lines)
        let pageWords = texts.map { Self.words($0) }
        var share = [Float](repeating: -1, count: texts.count)
        for (index, words) in pageWords.enumerated() where words.count >= 4 {
            let found = (0..<words.count - 3).filter { grams.contains(Array(words[$0..<$0 + 4])) }.count
            share[index] = Float(found) / Float(words.count - 3)
        }
        // Where one text stands twice, the copy outside the run of the others is no part of the article.
        var counts: [[String]: Int] = [:]
        for words in pageWords { counts[words, default: 0] += 1 }
        let anchors = texts.indices.filter { share[$0] >= 0.75 && pageWords[$0].count >= 12 && counts[pageWords[$0]] == 1 }
        let run = (anchors.first ?? 0)...(anchors.last ?? max(0, texts.count - 1))
        let isAnchored = !anchors.isEmpty
        for index in texts.indices {
            let words = pageWords[index]
            let near = !isAnchored || (index >= run.lowerBound - 3 && index <= run.upperBound + 3)
            if words.count >= 4 {
                let isTwice = counts[words, default: 0] > 1
                if share[index] >= 0.75 {
                    labels[index] = !isTwice || near ? 1 : 0
                    weights[index] = isTwice && !run.contains(index) ? 0.3 : Self.sure
                } else if share[index] <= 0.25 {
                    weights[index] = Self.sure
                } else {
                    labels[index] = share[index]
                    weights[index] = 0.5
                }
            } else if exact.contains(words), near {
                labels[index] = 1
                weights[index] = run.contains(index) ? Self.sure : 0.3
            } else {
                weights[index] = words.isEmpty ? 0.2 : Self.sure
            }
        }
    }

    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        for scalar in text.unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_" {
                word.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            } else if !word.isEmpty {
                words.append(String(decoding: word, as: UTF8.self))
                word.removeAll()
            }
        }
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        return words
    }

    // MARK: Snippets

    private mutating func mark(inside: [String], outside: [String], _ texts: [String]) {
        // A snippet may run across blocks: it is looked for in the text of all.
        var joined: [UInt8] = []
        var starts: [Int] = []
        for text in texts {
            starts.append(joined.count)
            joined += text.utf8
            joined.append(0x20)
        }
        func places(_ snippet: String) -> [ClosedRange<Int>] {
            let wanted = snippet.split { $0.isWhitespace }.joined(separator: " ").utf8
            guard !wanted.isEmpty else { return [] }
            var result: [ClosedRange<Int>] = []
            var start = 0
            while let found = Self.find(Array(wanted), in: joined, from: start) {
                let first = Self.block(at: found, starts)
                let last = Self.block(at: found + wanted.count - 1, starts)
                if result.last != first...last { result.append(first...last) }
                start = found + 1
            }
            return result
        }
        for snippet in outside {
            for place in places(snippet) {
                for index in place {
                    // A few words inside a long block are no reason to condemn all of it.
                    let part = Float(snippet.utf8.count) / Float(max(1, texts[index].utf8.count))
                    weights[index] = max(weights[index], part < 0.05 ? 0.15 : part < 0.2 ? 0.6 : Self.sure)
                }
            }
        }
        for snippet in inside {
            let found = places(snippet)
            guard let longest = found.max(by: { length($0, texts) < length($1, texts) }) else { continue }
            for place in found {
                for index in place {
                    let isBest = place == longest
                    if isBest {
                        labels[index] = 1
                        weights[index] = found.count == 1 ? Self.sure : 0.6
                    } else if labels[index] < 1, weights[index] == 0 {
                        labels[index] = 0.5
                        weights[index] = 0.05
                    }
                }
            }
        }
    }

    /// Rules of thumb for the blocks that no snippet speaks about: votes of little weight (weak supervision; Ratner et
    /// al., "Snorkel", 2017).
    private mutating func vote(_ traits: [PageAnalysis.BlockTraits]) {
        let certain = labels.indices.filter { labels[$0] == 1 && weights[$0] >= 0.5 }
        guard let first = certain.first, let last = certain.last else { return }
        let containers = Set(certain.map { traits[$0].container })
        let hasCommentInside = certain.contains { traits[$0].isComment }
        for (index, block) in traits.enumerated() where weights[index] == 0 {
            if let match = block.bodyMatch, match > 0.8 || (match < -0.5 && block.isProse) {
                labels[index] = match > 0 ? 1 : 0
                weights[index] = 0.5
            } else if block.isComment, !hasCommentInside {
                weights[index] = 0.4
            } else if block.isFrame || block.isLinks {
                // Menus are many and alike: one in five will do.
                weights[index] = index % 5 == 0 ? 0.3 : 0
            } else if block.isProse, !block.isBeside, !block.isNotice, containers.contains(block.container) {
                labels[index] = 1
                weights[index] = index > first && index < last ? 0.6 : 0.3
            }
        }
    }

    private func length(_ place: ClosedRange<Int>, _ texts: [String]) -> Int { place.reduce(0) { $0 + texts[$1].utf8.count } }

    private static func block(at offset: Int, _ starts: [Int]) -> Int {
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    private static func find(_ part: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard let first = part.first, bytes.count >= part.count, start <= bytes.count - part.count else { return nil }
        return bytes.withUnsafeBufferPointer { bytes in
            (start...(bytes.count - part.count)).first { place in
                bytes[place] == first && part.indices.allSatisfy { bytes[place + $0] == part[$0] }
            }
        }
    }
}
