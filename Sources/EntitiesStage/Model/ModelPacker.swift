/// Puts the sections of a model together as ``EntityModel`` reads them.
package enum ModelPacker {
    package static func pack(unitsPerNat: Float, sections: [ModelSection: [UInt8]]) -> [UInt8] {
        var bytes = ModelLayout.magic
        bytes.append(littleEndian: unitsPerNat.bitPattern)
        bytes.append(littleEndian: UInt32(ModelSection.allCases.count))
        var offset = aligned(ModelLayout.sectionsAt + ModelSection.allCases.count * 8)
        for section in ModelSection.allCases {
            let length = sections[section]?.count ?? 0
            bytes.append(littleEndian: UInt32(offset))
            bytes.append(littleEndian: UInt32(length))
            offset = aligned(offset + length)
        }
        for section in ModelSection.allCases {
            while bytes.count != aligned(bytes.count) { bytes.append(0) }
            bytes += sections[section] ?? []
        }
        return bytes
    }

    private static func aligned(_ offset: Int) -> Int {
        (offset + ModelLayout.alignment - 1) / ModelLayout.alignment * ModelLayout.alignment
    }
}
