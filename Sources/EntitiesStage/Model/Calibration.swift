/// Turns a model's raw confidence into the share of mentions that are right at it, by linear interpolation between
/// points measured on held-out folds.
package struct Calibration: Sendable {
    private var points: [(raw: Float, right: Float)] = []

    init(_ memory: UnsafeRawBufferPointer) {
        for at in stride(from: 0, to: memory.count - 7, by: 8) {
            let raw = memory.loadUnaligned(fromByteOffset: at, as: Float.self)
            points.append((raw, memory.loadUnaligned(fromByteOffset: at + 4, as: Float.self)))
        }
    }

    package func callAsFunction(_ raw: Float) -> Float {
        guard let first = points.first, let last = points.last else { return raw }
        if raw <= first.raw { return first.right }
        guard let index = points.firstIndex(where: { $0.raw > raw }) else { return last.right }
        let (low, high) = (points[index - 1], points[index])
        return low.right + (high.right - low.right) * (raw - low.raw) / (high.raw - low.raw)
    }
}
