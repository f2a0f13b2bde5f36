import DedupeStage
import StageKit
import StageTestKit
import Testing

@Suite struct DedupeStageTests {
    @Test(arguments: DedupeStage.examples)
    func example(_ example: StageExample) {
        #expect(StageCheck.problems(of: DedupeStage.self, example) == [])
    }

    @Test func keepsWhatEveryStagePromises() {
        #expect(StageCheck.problems(of: DedupeStage.self) == [])
    }
}
