import StageKit
import Testing

@testable import ExecStage

@Suite struct ExecStageTests {
    @Test func hasItsName() { #expect(ExecStage.name == "exec") }
}
