import StageKit

extension StageFailure {
    /// Damage that ends the reading of a file of lines: what came before is read, the rest is told of.
    ///
    /// - Parameter line: the last line that was read whole, from 1; 0 when there was none.
    init(_ error: any Error, afterLine line: Int) {
        self = error as? StageFailure ?? StageFailure("\(error)")
        if line > 0 { reason += " after line \(line)" }
    }
}
