/// All mentions of one name in an article get one kind: the one with the largest sum of probabilities, so that a mention in clear
/// context decides for those in poor context. Names hardly ever change their kind within an article (one sense per discourse:
/// Gale, Church and Yarowsky, 1992).
///
/// The votes of the second pass say much of this already; what they leave apart is settled here.
enum NameAgreement {
    private struct Name {
        var shares: SIMD4<Float> = .zero
        var count: Float = 0
        /// One bit for each kind that a mention has.
        var kinds: UInt8 = 0
        var isMixed: Bool { kinds & (kinds &- 1) != 0 }
    }

    /// - Complexity: O(bytes of the mentions).
    static func apply(_ mentions: inout [Mention], _ bytes: UnsafeBufferPointer<UInt8>, tokens: [TokenRange]) {
        guard mentions.count > 1 else { return }
        var names: [UInt32: Name] = [:]
        let keys = mentions.map { key($0, bytes, tokens) }
        for (key, mention) in zip(keys, mentions) {
            names[key, default: Name()].shares += mention.shares
            names[key]?.count += 1
            names[key]?.kinds |= 1 << UInt8(mention.kind.rawValue)
        }
        for index in mentions.indices {
            guard let name = names[keys[index]], name.isMixed else { continue }
            let best = Label.Kind.allCases.max { name.shares[$0.rawValue] < name.shares[$1.rawValue] }
            guard let best, best != mentions[index].kind else { continue }
            mentions[index].kind = best
            mentions[index].confidence = name.shares[best.rawValue] / name.count
        }
    }

    /// The same for the same words, however they are cased.
    private static func key(_ mention: Mention, _ bytes: UnsafeBufferPointer<UInt8>, _ tokens: [TokenRange]) -> UInt32 {
        var key: UInt32 = 0
        var traits = TokenTraits()
        for token in tokens[mention.tokens] {
            TokenScanner.scan(bytes, token.lowerBound, token.upperBound, into: &traits)
            key = PhraseHash.next(key, traits.lower)
        }
        return key
    }
}
