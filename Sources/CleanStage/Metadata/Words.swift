extension StringProtocol {
    /// The words of a line whose white space is squeezed: found in bytes, since a string would look for its characters' borders first.
    var words: [Substring] { pieces(at: 0x20) }

    /// What an ASCII character parts.
    func pieces(at separator: UInt8) -> [Substring] { Substring(self).utf8.split(separator: separator).map(Substring.init) }
}
