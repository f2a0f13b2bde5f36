/// The commonest short words of the languages that news pages come in. Prose is full of them; labels and menus are not.
enum FunctionWords {
    private static let words = """
        the of and to in a is that for on was with he it as his be at by had are but from have not they were this her you she one all we will has who its an or \
        been said more can if out so up what when their there than about into them would could which after over also \
        der die und das den von zu mit sich des auf im dem ein eine auch es er dass sie wie war bei aus nach noch wird einen einer um am zum zur \
        le la les et des du que est pas pour une qui dans sur au par plus el los y en del las por con una su se lo como il di che non per sono della nel \
        os do da em um uma na no ao het een van niet op te zijn dat voor met og av det som er til na w z nie jest do
        """

    /// Words longer than this are not looked up.
    static let mostBytes = 5

    private static let table: [UInt64] = {
        var table = [UInt64](repeating: 0, count: 1024)
        for word in words.split(separator: " ") where word.utf8.count <= mostBytes {
            var key: UInt64 = 0
            for byte in word.utf8 { key = key << 8 | UInt64(byte) }
            var place = start(key)
            while table[place] != 0, table[place] != key { place = (place + 1) & 1023 }
            table[place] = key
        }
        return table
    }()

    private static func start(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 54) }

    /// - Parameter key: the word's bytes in lower case, the first one highest.
    static func contains(_ key: UInt64) -> Bool {
        table.withUnsafeBufferPointer { table in
            var place = start(key)
            while table[place] != 0 {
                if table[place] == key { return true }
                place = (place + 1) & 1023
            }
            return false
        }
    }
}
