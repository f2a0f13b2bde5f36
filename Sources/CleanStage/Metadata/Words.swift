extension StringProtocol {
    /// The words of a line whose white space is squeezed: found in bytes, since a string would look for its characters' borders first.
    var words: [Substring] { Substring(self).utf8.split(separator: 0x20).map(Substring.init) }
}
