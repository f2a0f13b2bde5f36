import CEntitiesModel
import StageKit

/// The packed model, used in place.
///
/// `@unchecked Sendable`: points into memory that nobody writes.
package struct EntityModel: @unchecked Sendable {
    package let features: HashTableView
    package let lexicon: HashTableView
    package let gazetteer: HashTableView
    /// Row: a label; column: the next one.
    package let transitions: UnsafePointer<Int16>
    /// How many units of the integer scores make one nat.
    package let unitsPerNat: Float
    package let calibration: Calibration

    /// Bytes of one feature's weights.
    package static let rowSize = Label.count

    /// Where a label's weight stands in a row: labels 0–7 in the even bytes, 8–15 in the odd ones, so that two shifts
    /// of a vector widen all sixteen in the order of the labels.
    package static func weightOrder(_ label: Int) -> Int {
        label < 8 ? 2 * label : 2 * (label - 8) + 1
    }

    /// The model that is part of the program.
    package static func embedded() throws(StageFailure) -> EntityModel {
        try EntityModel(UnsafeRawBufferPointer(start: copydesk_entities_model(), count: Int(copydesk_entities_model_size())))
    }

    /// - Parameter memory: must stay as it is for as long as the model is used.
    /// - Throws: when the memory holds no model of this version, or a damaged one.
    package init(_ memory: UnsafeRawBufferPointer) throws(StageFailure) {
        func damaged(_ what: String) -> StageFailure {
            StageFailure("the entities model is damaged: \(what)", advice: "build copydesk again from an unchanged source tree")
        }
        let headerSize = ModelLayout.sectionsAt + ModelSection.allCases.count * 8
        guard memory.count >= headerSize, memory.prefix(8).elementsEqual(ModelLayout.magic) else {
            throw damaged("it does not start with \(String(decoding: ModelLayout.magic, as: UTF8.self))")
        }
        let units = memory.loadUnaligned(fromByteOffset: 8, as: Float.self)
        guard units.isFinite, units > 0 else { throw damaged("its scale is not a positive number") }
        unitsPerNat = units
        func section(_ section: ModelSection) throws(StageFailure) -> UnsafeRawBufferPointer {
            let at = ModelLayout.sectionsAt + section.rawValue * 8
            let offset = Int(memory.loadUnaligned(fromByteOffset: at, as: UInt32.self))
            let length = Int(memory.loadUnaligned(fromByteOffset: at + 4, as: UInt32.self))
            guard offset % ModelLayout.alignment == 0, offset >= headerSize, offset <= memory.count, length <= memory.count - offset else {
                throw damaged("section \(section) lies outside")
            }
            return UnsafeRawBufferPointer(rebasing: memory[offset..<offset + length])
        }
        func table(_ kind: ModelSection, rowSize: Int) throws(StageFailure) -> HashTableView {
            guard let table = HashTableView(try section(kind), rowSize: rowSize) else { throw damaged("section \(kind) is cut short") }
            return table
        }
        features = try table(.features, rowSize: EntityModel.rowSize)
        lexicon = try table(.lexicon, rowSize: LexiconEntry.size)
        gazetteer = try table(.gazetteer, rowSize: GazetteerFlags.size)
        let matrix = try section(.transitions)
        guard matrix.count == Label.count * Label.count * 2, let first = matrix.baseAddress else {
            throw damaged("section transitions has the wrong size")
        }
        transitions = first.assumingMemoryBound(to: Int16.self)
        calibration = Calibration(try section(.calibration))
    }
}
