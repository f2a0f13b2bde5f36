/// What the lexicon knows of a word form: its clusters, and how its letters are cased in the middle of sentences.
package struct LexiconEntry {
    package static let size = 6
    /// The word's class among many; 0: unknown.
    package var fine: UInt16
    /// The word's class among few; 0: unknown.
    package var coarse: UInt8
    /// 1 (never) to 5 (always): how often the lower-cased word is written with a capital; 0: unknown.
    package var capital: UInt8
    /// Up to here `capital` says that a capital is rare, or that nothing is known.
    static let seldomCapital: UInt8 = 2
    /// Frequent in the training data, and never part of a name there ("said", a comma): needs no scoring.
    package var isOutside = false

    /// What the lower-cased word means, by WordNet: the class of its first noun sense (1–26) and, ``verbShift`` bits higher, of its
    /// first verb sense (1–15); 0: none.
    package var sense: UInt16 = 0
    package static let nounMask: UInt16 = 0x1F
    package static let verbShift: UInt16 = 5
    /// Whether the first noun sense is a person ("goalkeeper"): WordNet's file noun.person.
    var isPerson: Bool { sense & LexiconEntry.nounMask == 16 }

    /// The bit of `capital`'s byte that holds ``isOutside``.
    private static let outsideBit: UInt8 = 0x80

    package init(fine: UInt16 = 0, coarse: UInt8 = 0, capital: UInt8 = 0, sense: UInt16 = 0) {
        self.sense = sense
        self.fine = fine
        self.coarse = coarse
        self.capital = capital
    }

    @inline(__always)
    init(_ row: UnsafeRawPointer) {
        fine = row.loadUnaligned(as: UInt16.self)
        coarse = row.load(fromByteOffset: 2, as: UInt8.self)
        let last = row.load(fromByteOffset: 3, as: UInt8.self)
        capital = last & ~LexiconEntry.outsideBit
        isOutside = last & LexiconEntry.outsideBit != 0
        sense = row.loadUnaligned(fromByteOffset: 4, as: UInt16.self)
    }

    package var bytes: [UInt8] {
        [UInt8(truncatingIfNeeded: fine), UInt8(truncatingIfNeeded: fine >> 8), coarse, capital | (isOutside ? LexiconEntry.outsideBit : 0),
            UInt8(truncatingIfNeeded: sense), UInt8(truncatingIfNeeded: sense >> 8)]
    }
}
