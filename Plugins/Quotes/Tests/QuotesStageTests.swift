import QuotesStage
import StageKit
import StageTestKit
import Testing

@Suite struct QuotesStageTests {
    @Test(arguments: QuotesStage.examples)
    func example(_ example: StageExample) {
        #expect(StageCheck.problems(of: QuotesStage.self, example) == [])
    }

    @Test func keepsWhatEveryStagePromises() {
        #expect(StageCheck.problems(of: QuotesStage.self) == [])
    }
}
