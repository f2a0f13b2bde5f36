import Testing

/// A stop behind a short form: `|` marks where a sentence ends.
@Suite struct AbbreviationTests {
    @Test(arguments: [
        "Mr. Hale met Mrs. Oduya and Dr. Winter. |They spoke for an hour.",
        "Gen. Ruth Amsel and Sen. Paul Irwin disagree. |Rep. Lowe did not vote.",
        "The Rev. Ines Calder led the prayers. |St. Brigid's was full.",
        "Prof. Dr. Anke Rohde signed it. |Nobody else did.",
        "Roe v. Wade was cited twice. |The judge listened.",
        "Messrs. Holt and Quayle sold the mill. |It was old.",
    ])
    func titlesNeverEndASentence(_ marked: String) throws { try expectSentences(marked) }

    @Test(arguments: [
        "She runs Brannock Inc. of Leeds. |Her brother runs the rest.",
        "The shares of Halvorsen Corp. rose again. |Analysts shrugged.",
        "It was bought by Orme Ltd. |The price was not given.",
        "He left Dunmore Bros. in May. |He said no more.",
        "Pike & Co. denied it. |Its lawyer did too.",
        "Veldt Pty. Ltd. won the tender. |Work starts soon.",
    ])
    func companySuffixesEndOneBeforeAStarter(_ marked: String) throws { try expectSentences(marked) }

    @Test(arguments: [
        "The U.S. Senate sat late. |It rose at two.",
        "Exports to the U.S. fell. |Those to the U.K. rose.",
        "He was born in the U.S. |His parents were not.",
        "She holds a Ph.D. in botany. |He holds none.",
        "The E.U. and the U.N. agreed. |The A.U. did not.",
        "They fly to Washington, D.C. |They return on Friday.",
    ])
    func acronymsWithStops(_ marked: String) throws { try expectSentences(marked) }

    @Test(arguments: [
        "J. R. Ashby wrote it. |M. Solano drew the maps.",
        "The book by Ellen T. Marsh sold well. |It is out of print.",
        "George W. Alder spoke first. |P.J. Nolan spoke last.",
        "My brother and I. |Nobody else came.",
    ])
    func initialsBelongToTheName(_ marked: String) throws { try expectSentences(marked) }

    @Test(arguments: [
        "On Jan. 5 the ice broke. |By Feb. 12 it was gone.",
        "It opened in Sept. 1998. |It closed in Oct. 2011.",
        "See No. 7 and p. 34 of the report. |Then see vol. 2.",
        "Figs. 3 and 4 show it. |Fig. 5 does not.",
    ])
    func numbersGoOnAfterTheirWord(_ marked: String) throws { try expectSentences(marked) }

    @Test(arguments: [
        "Bring bread, salt, etc. to the hall. |Doors open at six.",
        "They sell nets, rope, etc. |The shop is shut on Sunday.",
        "Some fish, e.g. cod, stayed. |Others, i.e. hake, left.",
        "The plot is 40 sq. ft. in all. |The other is larger.",
        "It weighs 5 lbs. |The old one weighed nine.",
    ])
    func measuresAndLatin(_ marked: String) throws { try expectSentences(marked) }

    @Test(arguments: [
        "The store opens at 8 a.m. and shuts at 6 p.m. daily. |It never closes early.",
        "They met at 9 p.m. |Nobody was late.",
        "At 5 a.m. Mr. Dole rang the bell. |The street woke.",
        "The flight leaves at 7 a.m. Eastern time. |It lands at noon.",
    ])
    func timesOfDay(_ marked: String) throws { try expectSentences(marked) }

    @Test(arguments: [
        "The approx. total is known. |The rest is not.",
        "It happened on Elm St. near the bank. |Nobody saw it.",
        "Capt. of the team is J. Moss. |He is nineteen.",
    ])
    func lowerCaseAfterAShortForm(_ marked: String) throws { try expectSentences(marked) }
}
