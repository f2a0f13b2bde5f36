public import StageKit

/// Makes articles' digests. One for each thread, for its scratch memory.
public struct DedupeWorker: OrderedWorker {
    private var hasher: MinHasher
    private let leastWords: Int
    private let wantsSignature: Bool
    private var words: [UInt64] = []
    private var titleWords: [UInt64] = []

    init(shingle: Int, leastWords: Int, wantsSignature: Bool) {
        hasher = MinHasher(shingle: shingle)
        self.leastWords = leastWords
        self.wantsSignature = wantsSignature
    }

    /// - Complexity: O(length of the text).
    public mutating func digest(of article: Article) -> [UInt8] {
        WordHashes.read(article.text?.utf8 ?? [], into: &words)
        guard !words.isEmpty else { return Digest.empty.bytes }
        let isShort = words.count < leastWords
        // "Closed today." under two headlines are two articles.
        WordHashes.read(isShort ? Array((article.metadata.title ?? "").utf8) : [], into: &titleWords)
        let url = article.metadata.url.map { ContentHash(Array($0.utf8)).low } ?? 0
        return Digest(
            words: Mixer.hash([Mixer.hash(words), Mixer.hash(titleWords)]), url: url,
            signature: wantsSignature && !isShort ? hasher.signature(of: words) : nil
        ).bytes
    }
}
