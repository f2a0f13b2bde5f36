/// Who is said to speak, as the text puts it.
struct Subject {
    /// UTF-8 bytes: "Rui Castanheira", "a spokesman for the union", "he".
    var range: Range<Int>
    /// Index of the entity that it names; nil for a pronoun or a description.
    var entity: Int?
    /// What the pronoun is, where it is one.
    var pronoun: WordTraits = []
}
