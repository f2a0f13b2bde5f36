/// The features of a token: hashes of what stands in and around it.
///
/// Every template has a number that goes into the hash; changing templates or numbers calls for a new model.
package enum FeatureTemplates {
    /// The most features a token has.
    package static let most = 90

    /// Writes the features of the token at `index` (counted with the margin) and returns how many there are.
    ///
    /// - Parameter out: room for ``most``.
    /// - Complexity: O(1), no allocation.
    package static func write(
        _ traits: UnsafePointer<TokenTraits>, at index: Int, sentenceCase: SentenceTraits.SentenceCase,
        to out: UnsafeMutablePointer<UInt32>
    ) -> Int {
        let this = traits + index
        let token = this[0]
        let (before, after) = (this[-1], this[1])
        let (before2, after2) = (this[-2], this[2])
        let casing = sentenceCase.rawValue
        var count = 0
        @inline(__always) func put(_ template: UInt64, _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) {
            out[count] = FeatureHash.hash(template, a, b, c)
            count &+= 1
        }
        // Words around.
        put(1, casing)
        put(2, token.form)
        put(3, token.lower)
        put(4, before.lower)
        put(5, after.lower)
        put(6, before2.lower)
        put(7, after2.lower)
        put(8, before.lower, token.lower)
        put(9, token.lower, after.lower)
        put(10, before.lower, after.lower, token.shape)
        put(11, before2.lower, before.lower)
        put(12, after.lower, after2.lower)
        // Shapes and parts of words.
        put(13, token.shape, casing)
        put(14, before.shape, token.shape)
        put(15, token.shape, after.shape)
        put(16, before.shape, token.shape, after.shape)
        put(17, before.lower, token.shape)
        put(18, after.lower, token.shape)
        let capital = UInt32(token.flags.rawValue & 1)
        put(19, token.prefix3, capital)
        put(20, token.head, capital)
        put(21, token.suffix2, capital)
        put(22, token.suffix3, capital)
        put(23, token.tail, capital)
        put(24, token.suffix3, token.shape, casing)
        put(25, before.suffix3, token.shape)
        put(26, after.suffix3, token.shape)
        // Word classes.
        let fine = UInt32(token.lexicon.fine)
        let (fineBefore, fineAfter) = (UInt32(before.lexicon.fine), UInt32(after.lexicon.fine))
        let (fineBefore2, fineAfter2) = (UInt32(before2.lexicon.fine), UInt32(after2.lexicon.fine))
        let coarse = UInt32(token.lexicon.coarse)
        let (coarseBefore, coarseAfter) = (UInt32(before.lexicon.coarse), UInt32(after.lexicon.coarse))
        put(30, fine)
        put(31, fineBefore, token.shape)
        put(32, fineAfter, token.shape)
        put(33, fineBefore2)
        put(34, fineAfter2)
        put(35, fineBefore, fine)
        put(36, fine, fineAfter)
        put(37, coarseBefore, coarse, coarseAfter)
        put(38, UInt32(before2.lexicon.coarse), coarseBefore, token.shape)
        put(39, coarseAfter, UInt32(after2.lexicon.coarse), token.shape)
        put(40, fineBefore2, fineBefore)
        put(41, fineAfter, fineAfter2)
        put(42, coarse, token.shape)
        // How the word is usually cased.
        let usual = UInt32(token.lexicon.capital) << 2 | casing
        put(45, usual, token.shape, before.shape == 0xB0D ? 1 : 0)
        put(46, usual, UInt32(after.lexicon.capital), token.shape)
        put(47, UInt32(before.lexicon.capital), usual, before.shape)
        // What the words mean, by WordNet.
        put(81, UInt32(token.sense), capital)
        put(82, UInt32(before.sense), token.shape)
        put(83, UInt32(after.sense), token.shape)
        guard token.isCapitalized else {
            // A small word between two capitalised ones: what the name before it starts with tells whether it goes on
            // ("Ministry of Roads and Harbours").
            if before.isCapitalized, after.isCapitalized {
                let opening = traits[Int(before.wideStart)]
                put(48, opening.lower, token.lower)
                put(49, UInt32(opening.commonClass), token.lower, UInt32(after.commonClass))
            }
            return count
        }
        // Name lists.
        let single = UInt32(token.single)
        put(50, single, token.shape)
        put(51, token.multi, single)
        put(52, single, UInt32(after.single), after.shape)
        put(53, UInt32(before.single), single, before.shape)
        put(54, before.multi, token.multi, after.multi)
        // The run of capitalised words around.
        let (start, end) = (Int(token.runStart), Int(token.runEnd))
        let fromStart = UInt32(min(index - start, 3))
        let fromEnd = UInt32(min(end - 1 - index, 3))
        let place = fromStart << 2 | fromEnd
        let head = traits[end - 1]
        let first = traits[start]
        let (left, right) = (traits[start - 1], traits[end])
        put(60, left.lower, place)
        put(61, right.lower, place)
        put(62, head.lower, place)
        put(63, first.lower, place)
        put(64, head.suffix3, place)
        put(65, UInt32(head.single), UInt32(first.single), place)
        put(66, UInt32(left.lexicon.fine), place)
        put(67, UInt32(right.lexicon.fine), place)
        put(68, place, token.shape, casing)
        put(69, UInt32(left.lexicon.coarse), UInt32(right.lexicon.coarse), place)
        let wide = traits[Int(token.wideEnd) - 1]
        let wideFirst = traits[Int(token.wideStart)]
        let widePlace = UInt32(min(index - Int(token.wideStart), 3)) << 2 | UInt32(min(Int(token.wideEnd) - 1 - index, 3))
        put(70, wideFirst.lower, widePlace)
        put(71, wide.lower, widePlace)
        put(72, UInt32(first.lexicon.fine), UInt32(head.lexicon.fine), place)
        // What the run's words are when they are no names: a company is a name with a common noun behind.
        put(73, UInt32(head.commonClass), place)
        put(74, UInt32(first.lexicon.capital) << 3 | UInt32(head.lexicon.capital), place)
        put(75, UInt32(token.commonClass), usual, token.shape)
        put(76, UInt32(head.commonClass), UInt32(first.single), place)
        put(77, UInt32(wide.commonClass), UInt32(wideFirst.lexicon.capital) << 3 | UInt32(wide.lexicon.capital), widePlace)
        put(84, UInt32(left.sense), place)
        put(85, UInt32(right.sense), place)
        put(86, UInt32(head.sense), place)
        put(87, UInt32(first.sense), UInt32(head.sense), place)
        put(88, UInt32(left.sense), UInt32(right.sense), place)
        put(89, UInt32(wide.sense), UInt32(wideFirst.sense), widePlace)
        let noun = traits[Int(first.apposition)]
        if first.apposition > 0 {
            put(90, noun.lower, place)
            put(91, UInt32(noun.sense), place)
            put(92, UInt32(noun.lexicon.fine), place)
        }
        // Beyond the small word on either side: "Bank of Ghana" is one name, "Flamengo of Brazil" two.
        let beyond = traits[start - 2]
        put(78, left.lower, UInt32(beyond.commonClass), place)
        put(79, right.lower, UInt32(traits[end + 1].single), UInt32(head.commonClass))
        if beyond.isCapitalized { put(80, left.lower, traits[Int(beyond.wideStart)].lower) }
        return count
    }
}

/// Mixes a template's number and up to three parts into 32 bits: the folded product of wyhash's "mum" (Wang Yi).
package enum FeatureHash {
    @inline(__always)
    package static func hash(_ template: UInt64, _ a: UInt32, _ b: UInt32, _ c: UInt32) -> UInt32 {
        let left = (UInt64(a) << 32 | UInt64(b)) ^ (template &* 0xA076_1D64_78BD_642F)
        let right = (UInt64(c) &* 0xE703_7ED1_A0B4_28DB) ^ 0x8EBC_6AF0_9C88_C6E3 ^ (template << 20)
        let product = left.multipliedFullWidth(by: right)
        let folded = product.high ^ product.low
        return UInt32(truncatingIfNeeded: folded ^ (folded >> 32))
    }
}
