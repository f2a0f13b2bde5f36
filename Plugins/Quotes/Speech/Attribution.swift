/// The clause that says who speaks.
struct Attribution {
    /// UTF-8 bytes of the verb of saying; nil for "Smith: …".
    var cue: Range<Int>?
    var subject: Subject?
    /// Index of the word behind the clause.
    var end: Int
}
