import LanguageStage
import StageKit
import StageTestKit
import Testing

@Suite struct LanguageStageTests {
    @Test(arguments: LanguageStage.examples)
    func example(_ example: StageExample) {
        #expect(StageCheck.problems(of: LanguageStage.self, example) == [])
    }

    @Test func keepsWhatEveryStagePromises() {
        #expect(StageCheck.problems(of: LanguageStage.self) == [])
    }
}
