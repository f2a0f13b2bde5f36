/// A sentence: a byte range of the text, and which tokens lie in it.
public struct Sentence: Sendable, Hashable {
    /// UTF-8 byte range in the article's text, without surrounding white space.
    public var range: Range<Int>
    /// Range of indices into ``Article/tokens``; empty when nothing was tokenised.
    public var tokens: Range<Int>
    /// Index into ``Article/blocks`` of the block it lies in; nil when the article has no blocks in its text.
    public var block: Int?

    public init(range: Range<Int>, tokens: Range<Int> = 0..<0, block: Int? = nil) {
        self.range = range
        self.tokens = tokens
        self.block = block
    }
}

/// A word, number or punctuation mark, after Penn Treebank habits ("do" + "n't", "Reisz" + "'s").
public struct Token: Sendable, Hashable {
    /// UTF-8 byte offset of its first byte in the article's text.
    public var start: Int32
    /// UTF-8 byte offset behind its last byte.
    public var end: Int32

    /// - Precondition: the range lies below 2 GiB, which every article does.
    public init(_ range: Range<Int>) {
        start = Int32(range.lowerBound)
        end = Int32(range.upperBound)
    }

    public var range: Range<Int> { Int(start)..<Int(end) }
}
