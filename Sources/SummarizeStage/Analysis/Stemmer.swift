/// Takes the commonest English endings off a word, so that "vote", "votes", "voted" and "voting" count as one.
///
/// Only a length: the stem is always a prefix. That is weaker than Porter's stemmer, costs a few comparisons, and is
/// all that counting words within one article needs.
enum Stemmer {
    private static let plural = UInt8(ascii: "s")

    /// How many bytes of the folded word make its stem.
    static func stemLength(_ word: [UInt8]) -> Int {
        var length = word.count
        guard length > 3, let last = word.last, last >= 0x61, last <= 0x7A else { return length }
        func ends(_ a: UInt8, _ b: UInt8) -> Bool { word[length - 2] == a && word[length - 1] == b }
        let s = plural, e = UInt8(ascii: "e"), i = UInt8(ascii: "i"), d = UInt8(ascii: "d")
        if last == s, !ends(s, s), !ends(UInt8(ascii: "u"), s), !ends(i, s) { length -= 1 }
        if length > 4, ends(e, d) {
            length -= 2
        } else if length > 5, ends(UInt8(ascii: "n"), UInt8(ascii: "g")), word[length - 3] == i {
            length -= 3
        } else if length > 4, ends(i, e) {
            length -= 2
        }
        // "vote" and "vot(ed)", "family" and "famil(ies)" meet without their last vowel.
        if length > 3, word[length - 1] == e || word[length - 1] == UInt8(ascii: "y") { length -= 1 }
        // "stopped" and "stop".
        if length > 4, length < word.count, word[length - 1] == word[length - 2], word[length - 1] != s,
            word[length - 1] != UInt8(ascii: "l")
        {
            length -= 1
        }
        return length
    }
}
