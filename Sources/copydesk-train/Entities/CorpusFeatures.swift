import EntitiesStage

/// Features that say which corpus a sentence is from, in training alone. What one corpus marks otherwise than the others goes
/// into their weights rather than into the shared ones, which alone are packed (Daumé, "Frustratingly easy domain
/// adaptation", ACL 2007).
enum CorpusFeatures {
    static let most = 10

    /// Writes the features of the token at `index` and returns how many there are; none for scheme 0.
    static func write(_ traits: UnsafePointer<TokenTraits>, at index: Int, scheme: UInt8, to out: UnsafeMutablePointer<UInt32>) -> Int {
        guard scheme > 0 else { return 0 }
        let token = traits[index]
        let (before, after) = (traits[index - 1], traits[index + 1])
        let scheme = UInt32(scheme)
        var count = 0
        func put(_ template: UInt64, _ a: UInt32, _ b: UInt32 = 0) {
            out[count] = FeatureHash.hash(template, scheme, a, b)
            count += 1
        }
        put(201, 0)
        put(202, token.lower)
        put(203, before.shape, token.shape)
        put(204, token.shape, after.shape)
        put(205, UInt32(token.lexicon.fine), token.isCapitalized ? 1 : 0)
        put(206, before.lower)
        put(207, after.lower)
        guard token.isCapitalized else { return count }
        let head = traits[Int(token.runEnd) - 1]
        put(208, head.lower)
        put(209, UInt32(head.commonClass))
        put(210, UInt32(token.single), token.multi)
        return count
    }
}
