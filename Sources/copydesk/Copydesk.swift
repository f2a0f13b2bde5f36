import ArgumentParser

/// The command line: one file per verb in Verbs/, the stages it knows in StageList.swift.
@main
struct Copydesk: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copydesk",
        abstract: "Turns piles of news articles into clean, structured, searchable records.",
        discussion: """
            A pipeline is a YAML file: which articles to load, what to do with them, where to put them.

              pipeline: inbox
              stages:
                - load: inbox/*.html
                - clean
                - segment
                - entities
                - summarize: 3
                - export:
                    - jsonl: out/articles.jsonl

            Typical use:

              copydesk new pipeline inbox          write inbox.yaml, with a comment for each line
              copydesk check inbox.yaml            is the file right? nothing is touched
              copydesk preview inbox/a.html        what each stage makes of one article
              copydesk run inbox.yaml --out /srv   run it; safe to call from cron
              copydesk cron inbox.yaml --every 1h  what to put into a crontab or systemd
              copydesk stages summarize            the settings of a stage
              copydesk test inbox.yaml             does it still make of its examples what it should?

            Exit codes: 0 done; 1 failed; 3 done, some articles in quarantine; 4 too many errors; 5 no input;
            11 another run is going on; 64 wrong command line; 75 stopped at the deadline; 78 invalid pipeline file; 130, 143 stopped.
            """,
        version: "0.1.0",
        subcommands: [
            Run.self, Replay.self, Check.self, Test.self, Preview.self, Stages.self, Status.self, Cron.self, New.self, Schema.self, Worker.self,
        ])
}
