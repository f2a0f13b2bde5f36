import EntitiesStage
import StageKit

/// Quantises and packs what was trained.
enum ModelBuilder {
    /// The largest weight that a byte holds; larger ones are cut. With 127 steps a step is 0.035 nats.
    private static let largestWeight: Float = 4.5

    /// What was trained: features with their weights, and the steps between labels.
    struct Weights {
        var keys: [UInt32]
        var rows: [SIMD16<Float>]
        var transitions: [SIMD16<Float>]
        /// Raw confidence and the share of mentions that are right at it, ascending.
        var calibration: [(Float, Float)] = []
    }

    static let unitsPerNat = 127 / largestWeight

    static func pack(_ weights: Weights, lexicon: [UInt8], gazetteer: [UInt8]) throws -> [UInt8] {
        let units = unitsPerNat
        let packed = HashTablePacker.pack(keys: weights.keys, rowSize: EntityModel.rowSize) { index in
            var row: [UInt8] = Array(repeating: 0, count: EntityModel.rowSize)
            for label in 0..<Label.count {
                let units = (weights.rows[index][label] * units).rounded()
                row[EntityModel.weightOrder(label)] = UInt8(bitPattern: Int8(max(-127, min(127, units))))
            }
            return row
        }
        guard let packed else { throw StageFailure("the features cannot be packed") }
        var transitions: [UInt8] = []
        for from in 0..<Label.count {
            for to in 0..<Label.count {
                let score = (weights.transitions[from][to] * units).rounded()
                transitions.append(littleEndian: Label.may(from, precede: to) ? Int16(max(-3000, min(3000, score))) : Viterbi.forbidden)
            }
        }
        var points: [UInt8] = []
        for (raw, right) in weights.calibration {
            points.append(littleEndian: raw.bitPattern)
            points.append(littleEndian: right.bitPattern)
        }
        return ModelPacker.pack(
            unitsPerNat: units,
            sections: [.features: packed, .transitions: transitions, .lexicon: lexicon, .gazetteer: gazetteer, .calibration: points])
    }

    /// A model without weights, for its lexicon and gazetteer.
    static func resources(lexicon: [UInt8], gazetteer: [UInt8]) throws -> [UInt8] {
        let nothing = Weights(keys: [0], rows: [.zero], transitions: Array(repeating: .zero, count: Label.count))
        return try pack(nothing, lexicon: lexicon, gazetteer: gazetteer)
    }

    /// The features whose largest weight is largest, and all that tell corpora apart.
    static func chosen(_ trainer: FieldTrainer, _ set: TrainingSet, most: Int) -> [Int] {
        let sizes = trainer.weights.map { max($0.max(), -$0.min()) }
        let own = sizes.indices.filter { set.corpusKeys.contains(set.keys[$0]) }
        let shared = sizes.indices.filter { !set.corpusKeys.contains(set.keys[$0]) }
        return (own + shared.sorted { (sizes[$1], $0) < (sizes[$0], $1) }.prefix(most)).sorted()
    }
}

/// A packed model in memory of its own, for the life of the process.
func load(_ bytes: [UInt8]) throws -> EntityModel {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
    memory.copyBytes(from: bytes)
    return try EntityModel(UnsafeRawBufferPointer(memory))
}
