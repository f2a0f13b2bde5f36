/// A name found by the tagger.
package struct Mention: Sendable, Hashable {
    /// Indices of the article's tokens.
    package var tokens: Range<Int>
    package var kind: Label.Kind
    /// The model's probability that exactly this is a mention of this kind, before calibration.
    package var confidence: Float
    /// The same for every kind, in the order of their numbers.
    package var shares: SIMD4<Float>

    package init(tokens: Range<Int>, kind: Label.Kind, shares: SIMD4<Float>) {
        self.tokens = tokens
        self.kind = kind
        self.shares = shares
        confidence = shares[kind.rawValue]
    }

    package init(tokens: Range<Int>, kind: Label.Kind, confidence: Float) {
        shares = .zero
        shares[kind.rawValue] = confidence
        self.tokens = tokens
        self.kind = kind
        self.confidence = confidence
    }

    /// Calls `found` with the tokens and kind of every mention that `labels` spell.
    @inline(__always)
    package static func each(in labels: UnsafeBufferPointer<UInt8>, found: (Range<Int>, Label.Kind) -> Void) {
        var index = 0
        while index < labels.count {
            let label = Int(labels[index])
            guard let kind = Label.kind(of: label), Label.starts(label) else {
                index += 1
                continue
            }
            var end = index + 1
            while end < labels.count, Int(labels[end]) != Label.outside, !Label.starts(Int(labels[end])) { end += 1 }
            found(index..<end, kind)
            index = end
        }
    }
}
