import StageKit
import StageTestKit
import Testing
import TopicsStage

@Suite struct TopicsStageTests {
    @Test(arguments: TopicsStage.examples)
    func example(_ example: StageExample) {
        #expect(StageCheck.problems(of: TopicsStage.self, example) == [])
    }

    @Test func keepsWhatEveryStagePromises() {
        #expect(StageCheck.problems(of: TopicsStage.self) == [])
    }
}
