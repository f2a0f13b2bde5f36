import StageKit
import Testing

@testable import EntitiesStage

@Suite struct EntityModelTests {
    @Test func theEmbeddedModelLoads() throws {
        let model = try EntityModel.embedded()
        #expect(model.features.slots > 10_000)
    }

    @Test func refusesOtherBytes() {
        for size in [0, 7, 64, 4096] {
            let bytes: [UInt8] = Array(repeating: 0x43, count: size)
            #expect(throws: StageFailure.self) { try bytes.withUnsafeBytes { _ = try EntityModel($0) } }
        }
    }

    @Test func labelsSpellMentions() {
        for kind in Label.Kind.allCases {
            for role in [Label.Role.begin, .inside, .last, .unit] {
                let label = Label.label(kind, role)
                #expect(Label.kind(of: label) == kind)
                #expect(Label.starts(label) == (role == .begin || role == .unit))
            }
            #expect(Label.may(Label.label(kind, .begin), precede: Label.label(kind, .last)))
            #expect(!Label.may(Label.outside, precede: Label.label(kind, .last)))
            #expect(!Label.mayEnd(Label.label(kind, .begin)))
        }
    }
}
