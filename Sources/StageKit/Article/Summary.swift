/// A summary, traceable to the sentences it was taken from.
public struct Summary: Sendable, Hashable {
    public var text: String
    /// Indices into ``Article/sentences``, ascending; empty when the text was not extracted but written.
    public var sentences: [Int]

    public init(text: String, sentences: [Int]) {
        self.text = text
        self.sentences = sentences
    }
}
