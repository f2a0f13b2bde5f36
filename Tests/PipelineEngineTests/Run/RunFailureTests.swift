import PipelineEngine
import Testing

/// A stage that cannot go on at all ends the run at its last commit; no article is to blame for it.
@Suite struct RunFailureTests {
    @Test(arguments: [1, 3]) func theRunGoesOnOnceTheStageIsMended(workers: Int) throws {
        let run = TestRun()
        run.source.count = 100
        run.transforms = [FailingServiceStage(goneFrom: 50)]
        #expect(run.run(workers: workers) == .failed)
        #expect(try run.quarantined.isEmpty)
        #expect(run.sink.store.visible == nil)
        let message = try run.report["message"]?.stringValue ?? ""
        #expect(message.hasPrefix("service: the service is gone; start it; once that is mended, the next run goes on"), "\(message)")

        run.stop = StopFlag()
        run.transforms = [FailingServiceStage()]
        #expect(run.run(workers: workers) == .done)
        #expect(run.sink.store.visible == run.texts())
    }

    /// A stage that puts its article back because the run ends: batches behind it that are finished already must not be
    /// committed over it.
    @Test(arguments: [1, 3, 8]) func anArticleThatIsPutBackAtASignalIsNotPassedOver(workers: Int) throws {
        let run = TestRun()
        run.source.count = 100
        run.transforms = [PuttingBackStage(from: 20) { [stop = run.stop] in stop.raise(.signal(15)) }]
        #expect(run.run(workers: workers, batch: 3) == .signal(15))
        #expect(try run.quarantined.isEmpty)

        run.stop = StopFlag()
        run.transforms = [PuttingBackStage()]
        #expect(run.run(workers: workers) == .done)
        #expect(run.sink.store.visible == run.texts())
    }
}
