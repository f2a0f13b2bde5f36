import Testing

/// Whose words they are.
@Suite struct SpeakerTests {
    @Test func thePronounIsTheOnlyPersonItCanBe() throws {
        let quotes = try Segmented.quotes("Ada Lind closed the bridge. \"It moves,\" she said.", persons: ["Ada Lind"])
        #expect(quotes == ["direct Ada Lind|It moves,"])
    }

    @Test func thePronounIsNobodyWhereItCouldBeTwo() throws {
        let quotes = try Segmented.quotes("Ada Lind met Bo Ek. \"It was short,\" she said.", persons: ["Ada Lind", "Bo Ek"])
        #expect(quotes == ["direct -|It was short,"])
    }

    @Test func aTitleTellsManFromWoman() throws {
        let quotes = try Segmented.quotes("Mrs Lind met Mr Ek. \"It was short,\" she said.", persons: ["Lind", "Ek"])
        #expect(quotes == ["direct Lind|It was short,"])
    }

    @Test func somebodyWithoutANameMayBeMeant() throws {
        let quotes = try Segmented.quotes("Ada Lind lost a glove. Her mother found it. \"It was wet,\" she said.", persons: ["Ada Lind"])
        #expect(quotes == ["direct -|It was wet,"])
    }

    @Test func anAppositionNamesTheSpeaker() throws {
        #expect(try Segmented.quotes("\"It moves,\" said the mayor, Ada Lind.", persons: ["Ada Lind"]) == ["direct Ada Lind|It moves,"])
        #expect(try Segmented.quotes("\"It moves,\" the mayor, Ada Lind, said.", persons: ["Ada Lind"]) == ["direct Ada Lind|It moves,"])
        #expect(try Segmented.quotes("Ada Lind, who is mayor, said it moves at night.", persons: ["Ada Lind"]) == ["indirect Ada Lind|it moves at night"])
    }

    @Test func aSpokesmanIsNotWhomHeSpeaksFor() throws {
        #expect(try Segmented.quotes("\"It moves,\" said a spokesman for Ada Lind.", persons: ["Ada Lind"]) == ["direct -|It moves,"])
    }

    @Test func twoWhoSpeakAtOnceAreNoSpeaker() throws {
        let quotes = try Segmented.quotes("Ada Lind and Bo Ek said it moves at night.", persons: ["Ada Lind", "Bo Ek"])
        #expect(quotes == ["indirect -|it moves at night"])
    }

    @Test func aWholeParagraphGoesOnWithTheSpeakerBefore() throws {
        let quotes = try Segmented.quotes("\"It moves,\" said Ada Lind.\n\n\"We shall close it today.\"", persons: ["Ada Lind"])
        #expect(quotes == ["direct Ada Lind|It moves,", "direct Ada Lind|We shall close it today."])
    }
}
