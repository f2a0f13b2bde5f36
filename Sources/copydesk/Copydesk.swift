import ArgumentParser

@main
struct Copydesk: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copydesk", abstract: "Turns piles of news articles into clean, structured, searchable records.")
}
