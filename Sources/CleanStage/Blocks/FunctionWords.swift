/// The commonest short words of the languages that news pages come in. Prose is full of them; labels and menus are not.
struct FunctionWords: Sendable {
    private static let words = """
        the of and to in a is that for on was with he it as his be at by had are but from have not they were this her you she one all we will has who its an or \
        been said more can if out so up what when their there than about into them would could which after over also \
        der die und das den von zu mit sich des auf im dem ein eine auch es er dass sie wie war bei aus nach noch wird einen einer um am zum zur \
        le la les et des du que est pas pour une qui dans sur au par plus el los y en del las por con una su se lo como il di che non per sono della nel \
        os do da em um uma na no ao het een van niet op te zijn dat voor met og av det som er til na w z nie jest do
        """

    /// Words longer than this are not looked up.
    static let mostBytes = 5

    static let shared = FunctionWords()

    /// An open-addressing table of the words, a byte after the other; 0 where it is empty.
    private let table: [UInt64]
    private static let size = 1024

    private init() {
        var table = [UInt64](repeating: 0, count: FunctionWords.size)
        for word in FunctionWords.words.split(separator: " ") where word.utf8.count <= FunctionWords.mostBytes {
            var key: UInt64 = 0
            for byte in word.utf8 { key = key << 8 | UInt64(byte) }
            var place = FunctionWords.start(key)
            while table[place] != 0, table[place] != key { place = (place + 1) & (FunctionWords.size - 1) }
            table[place] = key
        }
        self.table = table
    }

    private static func start(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 54) }

    /// - Parameter key: the word's bytes in lower case, the first one highest.
    func contains(_ key: UInt64) -> Bool {
        var place = FunctionWords.start(key)
        while table[place] != 0 {
            if table[place] == key { return true }
            place = (place + 1) & (FunctionWords.size - 1)
        }
        return false
    }
}
