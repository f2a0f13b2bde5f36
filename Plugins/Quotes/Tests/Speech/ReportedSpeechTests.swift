import Testing

/// What counts as reported, and what does not.
@Suite struct ReportedSpeechTests {
    @Test(arguments: [
        ("The bank said that the vault was empty.", "the vault was empty"),
        ("The bank said on Monday it had found the box.", "it had found the box"),
        ("The bank told reporters that the vault was empty.", "the vault was empty"),
        ("The vault was empty, the bank said on Monday.", "The vault was empty"),
        ("The vault, the bank said, was quite empty.", "The vault, the bank said, was quite empty"),
        ("According to the bank, the vault was empty.", "the vault was empty"),
        ("The vault was empty, according to the bank.", "The vault was empty"),
        ("The bank asked whether the vault was empty.", "whether the vault was empty"),
    ])
    func clausesOfVerbsOfSaying(_ text: String, _ said: String) throws {
        #expect(try Segmented.quotes(text) == ["indirect -|\(said)"])
    }

    @Test(arguments: [
        "The bank did not say that the vault was empty.", "The bank declined to say who had the keys.", "He was told that the vault was empty.",
        "The vault is said to be empty.", "You say that you are tired of it.", "His claims that the vault was empty were ignored.", "They said so.",
    ])
    func othersReportNothing(_ text: String) throws {
        #expect(try Segmented.quotes(text) == [])
    }

    @Test func whatIsCalledByANameIsMixed() throws {
        #expect(try Segmented.quotes("The bank called the vault \"a bucket with a hole\".") == ["mixed -|a bucket with a hole"])
    }
}
