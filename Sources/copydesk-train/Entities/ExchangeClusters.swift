import Glibc

/// Word classes by the exchange algorithm: every word in turn moves to the class that makes a class bigram model of the
/// text most likely (Kneser and Ney, Eurospeech 1993; Martin, Liermann and Ney, Speech Communication 24, 1998).
struct ExchangeClusters {
    /// The class of each word, from 1.
    private(set) var classes: [Int32]
    private let classCount: Int
    private let neighbours: [Neighbours]
    private var pairs: [Int32]
    private var lefts: [Int]
    private var rights: [Int]
    private let weights: [Int]
    /// n ln n for small n.
    private let table: [Float]

    private struct Neighbours {
        var after: [(word: Int32, count: Int32)] = []
        var before: [(word: Int32, count: Int32)] = []
        var itself: Int32 = 0
    }

    /// - Parameters:
    ///   - text: word numbers, most frequent word first (0, 1, …); -1 between sentences and for rare words.
    ///   - vocabulary: how many words.
    init(text: [Int32], vocabulary: Int, classes classCount: Int, rounds: Int) {
        self.classCount = classCount
        table = (0..<(1 << 16)).map { $0 == 0 ? 0 : Float(Double($0) * log(Double($0))) }
        var bigrams: [UInt64: Int32] = [:]
        var weights = Array(repeating: 0, count: vocabulary)
        var last: Int32 = -1
        for word in text {
            if word >= 0 { weights[Int(word)] += 1 }
            if word >= 0, last >= 0 { bigrams[UInt64(last) << 32 | UInt64(word), default: 0] += 1 }
            last = word
        }
        self.weights = weights
        var neighbours = Array(repeating: Neighbours(), count: vocabulary)
        for (key, count) in bigrams.sorted(by: { $0.key < $1.key }) {
            let (left, right) = (Int(key >> 32), Int(key & 0xFFFF_FFFF))
            if left == right {
                neighbours[left].itself = count
            } else {
                neighbours[left].after.append((Int32(right), count))
                neighbours[right].before.append((Int32(left), count))
            }
        }
        self.neighbours = neighbours
        classes = (0..<vocabulary).map { Int32($0 % classCount) }
        pairs = Array(repeating: 0, count: classCount * classCount)
        lefts = Array(repeating: 0, count: classCount)
        rights = lefts
        for (key, count) in bigrams {
            let (left, right) = (Int(classes[Int(key >> 32)]), Int(classes[Int(key & 0xFFFF_FFFF)]))
            pairs[left * classCount + right] += count
            lefts[left] += Int(count)
            rights[right] += Int(count)
        }
        for _ in 0..<rounds where exchange() * 1000 < vocabulary { break }
        classes = classes.map { $0 + 1 }
    }

    @inline(__always)
    private func f(_ n: Int32) -> Float {
        n < 1 << 16 ? table[Int(n)] : Float(Double(n) * log(Double(n)))
    }

    private func g(_ n: Int) -> Float {
        n < 1 << 16 ? table[n] : Float(Double(n) * log(Double(n)))
    }

    /// One round over all words. - Returns: how many moved.
    private mutating func exchange() -> Int {
        var moved = 0
        var after: [Int32] = Array(repeating: 0, count: classCount)
        var before = after
        var touched: [Int] = []
        for word in classes.indices {
            for index in touched {
                after[index] = 0
                before[index] = 0
            }
            touched.removeAll(keepingCapacity: true)
            var (afterSum, beforeSum) = (0, 0)
            for (other, count) in neighbours[word].after {
                let at = Int(classes[Int(other)])
                if after[at] == 0, before[at] == 0 { touched.append(at) }
                after[at] += count
                afterSum += Int(count)
            }
            for (other, count) in neighbours[word].before {
                let at = Int(classes[Int(other)])
                if after[at] == 0, before[at] == 0 { touched.append(at) }
                before[at] += count
                beforeSum += Int(count)
            }
            let itself = neighbours[word].itself
            guard afterSum + beforeSum > 0 else { continue }
            let old = Int(classes[word])
            shift(old, after, before, touched, itself, afterSum, beforeSum, sign: -1)
            var best = old
            var bestGain = -Float.infinity
            for candidate in 0..<classCount {
                let gain = gain(candidate, after, before, touched, itself, afterSum, beforeSum)
                if gain > bestGain {
                    bestGain = gain
                    best = candidate
                }
            }
            shift(best, after, before, touched, itself, afterSum, beforeSum, sign: 1)
            if best != old {
                classes[word] = Int32(best)
                moved += 1
            }
        }
        return moved
    }

    private mutating func shift(
        _ at: Int, _ after: [Int32], _ before: [Int32], _ touched: [Int], _ itself: Int32, _ afterSum: Int, _ beforeSum: Int, sign: Int32
    ) {
        for other in touched {
            pairs[at * classCount + other] += sign * after[other]
            pairs[other * classCount + at] += sign * before[other]
        }
        pairs[at * classCount + at] += sign * itself
        lefts[at] += Int(sign) * (afterSum + Int(itself))
        rights[at] += Int(sign) * (beforeSum + Int(itself))
    }

    @inline(__always)
    private func gain(
        _ at: Int, _ after: [Int32], _ before: [Int32], _ touched: [Int], _ itself: Int32, _ afterSum: Int, _ beforeSum: Int
    ) -> Float {
        var gain: Float = 0
        pairs.withUnsafeBufferPointer { pairs in
            for other in touched where other != at {
                if after[other] > 0 {
                    let count = pairs[at * classCount + other]
                    gain += f(count + after[other]) - f(count)
                }
                if before[other] > 0 {
                    let count = pairs[other * classCount + at]
                    gain += f(count + before[other]) - f(count)
                }
            }
            let own = pairs[at * classCount + at]
            gain += f(own + after[at] + before[at] + itself) - f(own)
        }
        gain -= g(lefts[at] + afterSum + Int(itself)) - g(lefts[at])
        gain -= g(rights[at] + beforeSum + Int(itself)) - g(rights[at])
        return gain
    }
}
