/// What the candidates of a summary say each for itself, and what any two of them both say: with it, a set is valued
/// by looking pairs up, and no word is read again for every set that is tried.
struct SentencePairs {
    struct Own {
        var words: Float = 0
        /// What editors are expected to use of its distinct bigrams and content words.
        var bigrams: Float = 0
        var terms: Float = 0
        var contentWords: Float = 0
        /// A bit for each of its bare names (``BareNames``).
        var bareNames: UInt8 = 0
    }

    struct Shared {
        var bigrams: Float = 0
        var terms: Float = 0
        /// Distinct bigrams that both have.
        var bigramCount: Float = 0
        /// Share of the content words of the one with fewer.
        var contentShare: Float = 0
        /// The bits of those bare names of the later one which the earlier has.
        var introduced: UInt8 = 0
    }

    private(set) var own: [Own] = []
    /// Row after row; only the half above the diagonal is filled.
    private var shared: [Shared] = []
    private(set) var sentences: [Int] = []

    /// Scratch: which member last had a bigram or term, so that nothing need be cleared between members.
    private var bigramStamps: [Int32] = []
    private var termStamps: [Int32] = []

    /// Reads these sentences, ascending indices; they are known by their place in `sentences` from here on.
    ///
    /// - Complexity: O(sentences given × their words).
    mutating func read(_ sentences: [Int], of analysis: Analysis) {
        self.sentences = sentences
        let count = sentences.count
        own.removeAll(keepingCapacity: true)
        shared.removeAll(keepingCapacity: true)
        shared.append(contentsOf: repeatElement(Shared(), count: count * count))
        reset(&bigramStamps, analysis.bigrams.count)
        reset(&termStamps, analysis.terms.count)
        var parts = DistinctParts()
        for sentence in sentences {
            var facts = parts.append(sentence, of: analysis, &bigramStamps, &termStamps)
            // As many bits as it has names.
            facts.bareNames = UInt8(truncatingIfNeeded: (1 << analysis.sentences[sentence].bareNames.count) - 1)
            own.append(facts)
        }
        for left in 0..<count {
            // Stamps of the first pass are below the number of members.
            let stamp = Int32(count + left + 1)
            for bigram in parts.bigrams[parts.bigramRange(left)] { bigramStamps[Int(bigram)] = stamp }
            for term in parts.terms[parts.termRange(left)] { termStamps[Int(term)] = stamp }
            for right in left + 1..<max(count, left + 1) {
                var pair = Shared()
                for bigram in parts.bigrams[parts.bigramRange(right)] where bigramStamps[Int(bigram)] == stamp {
                    pair.bigrams += analysis.bigrams[Int(bigram)].probability
                    pair.bigramCount += 1
                }
                var common: Float = 0
                for term in parts.terms[parts.termRange(right)] where termStamps[Int(term)] == stamp {
                    pair.terms += analysis.terms[Int(term)].probability
                    common += 1
                }
                for (place, name) in analysis.bareNames[analysis.sentences[sentences[right]].bareNames].enumerated()
                where termStamps[Int(name)] == stamp {
                    pair.introduced |= 1 << place
                }
                pair.contentShare = common / max(1, min(own[left].contentWords, own[right].contentWords))
                shared[left * count + right] = pair
            }
        }
    }

    /// What two members, `left` before `right`, both say.
    func shared(_ left: Int, _ right: Int) -> Shared { shared[left * sentences.count + right] }

    private func reset(_ stamps: inout [Int32], _ count: Int) {
        stamps.removeAll(keepingCapacity: true)
        stamps.append(contentsOf: repeatElement(0, count: count))
    }
}

/// The distinct bigrams and content words of sentences, one after the other.
private struct DistinctParts {
    var bigrams: [Int32] = []
    var terms: [Int32] = []
    private var bigramEnds: [Int] = [0]
    private var termEnds: [Int] = [0]

    func bigramRange(_ member: Int) -> Range<Int> { bigramEnds[member]..<bigramEnds[member + 1] }
    func termRange(_ member: Int) -> Range<Int> { termEnds[member]..<termEnds[member + 1] }

    mutating func append(_ sentence: Int, of analysis: Analysis, _ bigramStamps: inout [Int32], _ termStamps: inout [Int32]) -> SentencePairs.Own {
        var own = SentencePairs.Own()
        let stamp = Int32(bigramEnds.count)
        for word in analysis.words[analysis.sentences[sentence].words] {
            own.words += 1
            if !analysis.terms[Int(word.term)].isFunction, termStamps[Int(word.term)] != stamp {
                termStamps[Int(word.term)] = stamp
                terms.append(word.term)
                own.terms += analysis.terms[Int(word.term)].probability
                own.contentWords += 1
            }
            if word.bigram >= 0, bigramStamps[Int(word.bigram)] != stamp {
                bigramStamps[Int(word.bigram)] = stamp
                bigrams.append(word.bigram)
                own.bigrams += analysis.bigrams[Int(word.bigram)].probability
            }
        }
        bigramEnds.append(bigrams.count)
        termEnds.append(terms.count)
        return own
    }
}
