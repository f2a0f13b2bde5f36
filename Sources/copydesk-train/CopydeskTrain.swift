import ArgumentParser

/// Trains, packs and measures the models that ship. Each subcommand is a file of its own here.
@main
struct CopydeskTrain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copydesk-train",
        abstract: "Trains and packs the models that copydesk ships, and runs single stages over evaluation data.",
        subcommands: [
            SegmentStarters.self, PredictSegment.self,
            CleanCommand.self, PredictCleanCommand.self,
            EntitiesCommand.self, EntitiesScoreCommand.self, PredictEntities.self,
            SummarizeTrain.self, SummarizeBackground.self, SummarizePredict.self,
        ])
}
