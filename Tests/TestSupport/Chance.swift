public import SeededRandom

/// What tests take chance from, without an import of their own.
public typealias SplitMix64 = SeededRandom.SplitMix64
