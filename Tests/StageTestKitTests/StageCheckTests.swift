import StageKit
import StageTestKit
import Testing

/// Each stage here breaks one promise, and the check says which.
@Suite struct StageCheckTests {
    private func problems(_ stage: any Stage.Type) -> String {
        StageCheck.problems(of: stage).joined(separator: "\n")
    }

    @Test func aGoodStageHasNoProblems() {
        #expect(problems(GoodStage.self) == "")
    }

    @Test func aWrongExampleIsToldWithItsPlace() {
        let example = StageExample("counts", given: .text("Stop!"), expect: ["extensions": ["shouts": 2]])
        #expect(StageCheck.problems(of: GoodStage.self, example) == ["extensions.shouts: expected 2, but there is 1"])
    }

    @Test func wrongSettingsAreTold() {
        let example = StageExample("counts", given: .text("Stop!"), settings: ["sgin": "!"], expect: [:])
        #expect(StageCheck.problems(of: GoodStage.self, example) == ["stage 'good' has no setting 'sgin'; did you mean 'sign'?"])
    }

    @Test func anExampleMayShowWhatIsRefusedBeforeAnArticleComes() {
        let refused = "has no setting 'sgin'"
        let shown = StageExample("refuses", given: .text("Stop!"), settings: ["sgin": "!"], expect: .failure(refused))
        #expect(StageCheck.problems(of: GoodStage.self, shown) == [])
        let other = StageExample("refuses", given: .text("Stop!"), settings: ["sgin": "!"], expect: .failure("no file"))
        #expect(StageCheck.problems(of: GoodStage.self, other).first?.hasPrefix("expected to fail with 'no file', but it fails with 'stage 'good'") == true)
        let never = StageExample("refuses", given: .text("Stop!"), expect: .failure(refused))
        #expect(StageCheck.problems(of: GoodStage.self, never).first?.hasPrefix("expected to fail") == true)
    }

    @Test func anExactExampleWantsNoPartsBesideItsOwn() {
        let example = StageExample("counts", given: .text("Stop!"), expect: .exactly(["text": "Stop!"]))
        #expect(StageCheck.problems(of: GoodStage.self, example) == ["extensions.shouts: nothing is expected, but the stage wrote it"])
    }

    @Test func changingTheTextIsFound() {
        #expect(problems(TextChangingStage.self).contains("the stage changes the text"))
    }

    @Test func writingWhatIsNotDeclaredIsFound() {
        #expect(problems(UndeclaredStage.self).contains("changes summary, which it does not say it writes"))
    }

    @Test func declaringWhatIsNotDoneIsFound() {
        let found = problems(BoastingStage.self)
        #expect(found.contains("says that it writes entities, but no example shows it"))
        #expect(found.contains("says that it reads sentences, but every example comes out the same without"))
    }

    @Test func annotationsInsideACharacterAreFound() {
        #expect(problems(SplittingStage.self).contains("begins or ends inside a character"))
    }

    @Test func annotationsOutsideTheTextAreFound() {
        let example = StageExample("marks", given: .text("ab"), expect: [:])
        #expect(StageCheck.problems(of: SplittingStage.self, example) == ["sentence 0, bytes 0..<4, lies outside the text of 2 bytes"])
    }

    @Test func aWorkerThatRemembersIsFound() {
        #expect(problems(RememberingStage.self).contains("keep something between articles"))
    }

    @Test func aStageWithoutExamplesIsTold() {
        #expect(problems(SilentStage.self) == "stage 'silent' has no examples: let it conform to ExemplifiedStage")
    }

    @Test func defaultsOutsideTheirLimitsAreFound() {
        #expect(problems(OverstretchedStage.self).contains("the default of 'most' lies above its limits"))
    }
}
