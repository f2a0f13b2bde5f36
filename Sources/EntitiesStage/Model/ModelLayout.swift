/// The packed model: a header, then sections at multiples of 64 bytes. All numbers are little-endian.
///
/// | bytes | what |
/// |---|---|
/// | 0–7 | `CDENT003` |
/// | 8–11 | score units per nat, `Float32` |
/// | 12–15 | how many sections |
/// | 16… | per section: offset and length in bytes, `UInt32` each |
///
/// The sections, in order: see ``ModelSection``.
enum ModelLayout {
    static let magic: [UInt8] = Array("CDENT003".utf8)
    static let sectionsAt = 16
    static let alignment = 64
}

/// What a section holds.
package enum ModelSection: Int, CaseIterable, Sendable {
    /// Hash table: feature → 16 weights, `Int8`, in the order of ``EntityModel/weightOrder``.
    case features
    /// 16 × 16 `Int16`: the score of going from a label (row) to the next (column).
    case transitions
    /// Hash table: word form → ``LexiconEntry``.
    case lexicon
    /// Hash table: phrase → ``GazetteerFlags``, `UInt16`.
    case gazetteer
    /// `Float32` pairs: raw confidence, share of mentions that were right there; ascending.
    case calibration
}
