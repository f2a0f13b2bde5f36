/// A token, as the search for speakers sees it.
struct Word {
    /// UTF-8 bytes.
    var range: Range<Int>
    var traits: WordTraits
    /// Index of its sentence.
    var sentence: Int32
    /// Index into the article's entities; -1 for none.
    var entity: Int32

    func has(_ traits: WordTraits) -> Bool { !self.traits.isDisjoint(with: traits) }
}
