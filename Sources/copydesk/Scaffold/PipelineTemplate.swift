/// A pipeline file that explains itself.
struct PipelineTemplate {
    /// The pipeline's name.
    let name: String

    var text: String {
        """
        # Check this file, then run it:
        #
        #   copydesk check \(name).yaml
        #   copydesk run \(name).yaml
        #
        # A line that begins with # is a comment. Take the # away before a setting to give it.

        # The pipeline's name: its state, its quarantine and its reports are kept under it.
        pipeline: \(name)

        # Where articles come from, what is done with them in turn, and where they go.
        stages:

          # Reads pages, texts, Markdown, JSON Lines and CSV; plain, .gz or .zst.
          - load:
              # Files, folders and globs, relative to this file.
              from: inbox/*
              # Members or columns of other names that hold an article's fields.
              # fields: {title: headline, text: body}

          # Finds the article in a page: its text, title, authors and date. A stage without settings is just its name.
          - clean

          # Cuts the text into sentences and words. What follows needs them.
          - segment

          # Finds people, organizations, places, dates, amounts and addresses.
          - entities
          # Or only some of them:
          # - entities:
          #     types: [person, organization, location]

          # Sums each article up in sentences of its own.
          - summarize:
              # How many of them.
              sentences: 3

          # Writes the articles; several outputs at once. Paths are relative to where you run, or to --out.
          - export:
              # One JSON object a line.
              - jsonl: out/articles.jsonl
              # A page to read.
              - digest: out/digest.md
              # A table, and a database to search.
              # - csv: out/articles.csv
              # - sqlite: out/articles.db

        # What may go wrong: bad articles wait in quarantine, and more than this share of them stops the run.
        errors:
          most: 5%

        # Take only articles that are new or have changed since the last run; they join the outputs.
        # only: new

        # `copydesk stages` lists the stages, `copydesk stages NAME` the settings of one.

        """
    }
}
