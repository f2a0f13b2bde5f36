/// SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): small, and the same numbers for the same seed on every machine. What
/// training, fuzzing and tests take chance from.
public struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to `limit`, which is not among them.
    ///
    /// - Precondition: `limit` is more than 0.
    public mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

    /// - Precondition: there are elements.
    public mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}
