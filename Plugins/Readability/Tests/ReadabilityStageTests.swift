import ReadabilityStage
import StageKit
import StageTestKit
import Testing

@Suite struct ReadabilityStageTests {
    @Test(arguments: ReadabilityStage.examples)
    func example(_ example: StageExample) {
        #expect(StageCheck.problems(of: ReadabilityStage.self, example) == [])
    }

    @Test func keepsWhatEveryStagePromises() {
        #expect(StageCheck.problems(of: ReadabilityStage.self) == [])
    }
}
