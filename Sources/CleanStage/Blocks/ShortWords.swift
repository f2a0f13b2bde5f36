/// Short words that say what kind of text they stand in.
struct ShortWords: Sendable {
    struct Kind: OptionSet {
        let rawValue: UInt8

        /// Prose is full of them; labels and menus are not.
        static let function = Kind(rawValue: 1 << 0)
        /// Speaks to the reader or of the publisher.
        static let reader = Kind(rawValue: 1 << 1)

        /// 1 for a word of this kind, else 0.
        @inline(__always)
        func count(of kind: Kind) -> Int { rawValue & kind.rawValue != 0 ? 1 : 0 }
    }

    /// The commonest short words of the languages that news pages come in.
    private static let functionWords = """
        the of and to in a is that for on was with he it as his be at by had are but from have not they were this her you she one all we will has who its an or \
        been said more can if out so up what when their there than about into them would could which after over also \
        der die und das den von zu mit sich des auf im dem ein eine auch es er dass sie wie war bei aus nach noch wird einen einer um am zum zur \
        le la les et des du que est pas pour une qui dans sur au par plus el los y en del las por con una su se lo como il di che non per sono della nel \
        os do da em um uma na no ao het een van niet op te zijn dat voor met og av det som er til na w z nie jest do
        """

    private static let readerWords = "you your yours we our us uns unser wir"

    /// Bytes of the longest word; longer ones are not looked up.
    static let mostBytes = 5

    static let shared = ShortWords()

    /// A table without collisions (perfect hashing): the words with their kind in the highest byte, 0 where none is. One look
    /// answers, without a branch that a processor would guess wrong every other word.
    private let table: [UInt64]
    let factor: UInt64

    /// Of the table's size. A smaller one has no factor that parts all words.
    private static let bits: UInt64 = 11

    /// Parts all words, found by some 250 steps of ``next(_:)`` from 2⁶⁴ divided by the golden ratio. Other words may take more steps
    /// from here, at every start; write down what they end at.
    static let firstFactor: UInt64 = 0xC324_BE92_179D_9309

    /// The next odd number to try, by the steps of Knuth's generator (MMIX).
    private static func next(_ factor: UInt64) -> UInt64 { (factor &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407) | 1 }

    private init() {
        var kinds: [UInt64: Kind] = [:]
        for (words, kind) in [(ShortWords.functionWords, Kind.function), (ShortWords.readerWords, .reader)] {
            for word in words.split(separator: " ") where word.utf8.count <= ShortWords.mostBytes {
                kinds[word.utf8.reduce(0) { $0 << 8 | UInt64($1) }, default: []].insert(kind)
            }
        }
        var factor = ShortWords.firstFactor
        while Set(kinds.keys.map { ShortWords.place($0, factor) }).count < kinds.count {
            factor = ShortWords.next(factor)
        }
        var table = [UInt64](repeating: 0, count: 1 << ShortWords.bits)
        for (word, kind) in kinds { table[ShortWords.place(word, factor)] = word | UInt64(kind.rawValue) << 56 }
        (self.table, self.factor) = (table, factor)
    }

    @inline(__always)
    private static func place(_ word: UInt64, _ factor: UInt64) -> Int { Int(truncatingIfNeeded: (word &* factor) >> (64 - bits)) }

    /// - Parameter word: at most ``mostBytes`` bytes in lower case, the first one highest.
    @inline(__always)
    func kind(of word: UInt64) -> Kind {
        let entry = table[ShortWords.place(word, factor)]
        return Kind(rawValue: entry & ((1 << 56) - 1) == word ? UInt8(truncatingIfNeeded: entry >> 56) : 0)
    }
}
