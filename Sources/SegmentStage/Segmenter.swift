public import StageKit

/// Cuts UTF-8 text into sentences and tokens.
///
/// Tokens follow Penn Treebank habits; every non-space byte of a range lies in exactly one token and one sentence,
/// and no border splits a grapheme. docs/segment.md describes the rules.
///
/// Keep one and use it for many texts: its scratch memory is reused. A value type; use a copy per thread.
public struct Segmenter: Sendable {
    private var scratch: [RawToken] = []
    private let lexicon = Lexicon.shared
    private let classes = ByteClass.table

    public init() {}

    /// Adds the sentences and tokens of one block.
    ///
    /// The result depends on the bytes of `range` alone. Offsets are those of `bytes`; sentences index into `tokens` as it
    /// is after the call.
    /// - Parameters:
    ///   - bytes: well-formed UTF-8. Ill-formed bytes do no harm; they become tokens of their own.
    ///   - range: the block, within `bytes`.
    ///   - block: what ``Sentence/block`` shall be.
    /// - Complexity: O(length of the range).
    public mutating func segment(
        _ bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>, block: Int? = nil, sentences: inout [Sentence], tokens: inout [Token]
    ) {
        let whole = UnsafeBufferPointer(rebasing: bytes[0..<range.upperBound])
        classes.withUnsafeBufferPointer { classes in
            var tokenizer = Tokenizer(bytes: whole, classes: classes, range: range)
            // Swapped, so that the scratch memory has one owner and is not copied.
            swap(&tokenizer.tokens, &scratch)
            tokenizer.run()
            let lines = tokenizer.hasNewline ? LineLayout(whole, range) : .none
            tokenizer.tokens.withUnsafeBufferPointer { raw in
                var finder = BoundaryFinder(
                    bytes: whole, raw: raw, lexicon: lexicon, lines: lines, isInformal: tokenizer.isInformal, block: block)
                finder.run(sentences: &sentences, tokens: &tokens)
            }
            swap(&tokenizer.tokens, &scratch)
        }
    }

    /// Adds the sentences and tokens of one block; see the other method.
    public mutating func segment(
        _ bytes: [UInt8], range: Range<Int>, block: Int? = nil, sentences: inout [Sentence], tokens: inout [Token]
    ) {
        bytes.withUnsafeBufferPointer {
            segment($0, range: range, block: block, sentences: &sentences, tokens: &tokens)
        }
    }
}
