import RedactStage
import StageKit
import StageTestKit
import Testing

@Suite struct RedactStageTests {
    @Test(arguments: RedactStage.examples)
    func example(_ example: StageExample) {
        #expect(StageCheck.problems(of: RedactStage.self, example) == [])
    }

    @Test func keepsWhatEveryStagePromises() {
        #expect(StageCheck.problems(of: RedactStage.self) == [])
    }
}
