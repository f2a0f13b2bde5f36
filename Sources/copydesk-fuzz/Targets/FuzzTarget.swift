/// Something of copydesk that reads bytes from outside.
protocol FuzzTarget {
    static var name: String { get }

    /// Whole inputs that are changed to make others.
    var seeds: [[UInt8]] { get }
    /// Pieces of the format that a change may put in.
    var tokens: [[UInt8]] { get }

    init(_ samples: Samples) throws

    /// Reads `bytes` as the program would. An error that the program would tell the user is no find; a crash, a hang and a
    /// ``BrokenPromise`` are.
    /// - Returns: whether the bytes were accepted, at least in part.
    func run(_ bytes: [UInt8]) throws -> Bool
}

/// What should hold for every input and did not.
struct BrokenPromise: Error, CustomStringConvertible {
    var description: String

    init(_ description: String) {
        self.description = description
    }
}

extension FuzzTarget {
    func promise(_ holds: Bool, _ what: @autoclosure () -> String) throws(BrokenPromise) {
        if !holds { throw BrokenPromise(what()) }
    }

    /// The UTF-8 of each.
    static func bytes(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }
}
