import Testing

/// Penn Treebank habits, with the differences that docs/segment.md lists.
@Suite struct TokenTests {
    @Test(arguments: [
        ("They didn't wait.", "They did n't wait ."),
        ("She'll say it's what we've got.", "She 'll say it 's what we 've got ."),
        ("I'm sure you're late, he'd said.", "I 'm sure you 're late , he 'd said ."),
        ("You cannot go, wanna bet?", "You can not go , wan na bet ?"),
        ("O’Hea isn’t in.", "O’Hea is n’t in ."),
        ("It was ten o'clock.", "It was ten o'clock ."),
    ])
    func contractions(_ text: String, _ tokens: String) throws { try expectTokens(text, tokens) }

    @Test(arguments: [
        ("the mayor's car", "the mayor 's car"),
        ("the mayor’s car", "the mayor ’s car"),
        ("the workers' union", "the workers ' union"),
        ("back in the '80s", "back in the '80s"),
    ])
    func possessivesAndApostrophes(_ text: String, _ tokens: String) throws { try expectTokens(text, tokens) }

    @Test(arguments: [
        ("a well-known rock-and-roll singer", "a well-known rock-and-roll singer"),
        ("the vote - a close one - stood", "the vote - a close one - stood"),
        ("the vote—a close one—stood", "the vote — a close one — stood"),
        ("wait--now", "wait -- now"),
        ("AT&T and R&D", "AT&T and R&D"),
        ("and/or", "and / or"),
    ])
    func hyphensAndDashes(_ text: String, _ tokens: String) throws { try expectTokens(text, tokens) }

    @Test(arguments: [
        ("It cost $4.5m, or 4.2%.", "It cost $ 4.5m , or 4.2 % ."),
        ("US$30 and €1,200.50", "US$ 30 and € 1,200.50"),
        ("at 10:30 on 3/4/2026", "at 10:30 on 3/4/2026"),
        ("from 5pm to 11am", "from 5 pm to 11 am"),
        ("the 21st of May", "the 21st of May"),
    ])
    func numbersAndSigns(_ text: String, _ tokens: String) throws { try expectTokens(text, tokens) }

    @Test(arguments: [
        ("Mr. Lowe of Orme Inc. left.", "Mr. Lowe of Orme Inc. left ."),
        ("The U.S. and e.g. Peru", "The U.S. and e.g. Peru"),
        ("J. R. Ashby came.", "J. R. Ashby came ."),
        ("He paused... then left.", "He paused ... then left ."),
    ])
    func aStopStaysWithItsShortForm(_ text: String, _ tokens: String) throws { try expectTokens(text, tokens) }

    @Test(arguments: [
        ("\"Go,\" he said.", "\" Go , \" he said ."),
        ("“Go,” he said (twice).", "“ Go , ” he said ( twice ) ."),
        ("[sic] {x}", "[ sic ] { x }"),
        ("What?! No!!", "What ?! No !!"),
    ])
    func marksStandAlone(_ text: String, _ tokens: String) throws { try expectTokens(text, tokens) }

    @Test(arguments: [
        ("See https://a.example/b?c=1, please.", "See https://a.example/b?c=1 , please ."),
        ("Mail desk@ferry.example.org.", "Mail desk@ferry.example.org ."),
        ("#ferry by @orme_ltd", "#ferry by @orme_ltd"),
        ("(www.orme.example/x)", "( www.orme.example/x )"),
        ("nice :-) :D", "nice :-) :D"),
    ])
    func theWebsOwnWordsStayWhole(_ text: String, _ tokens: String) throws { try expectTokens(text, tokens) }

    @Test(arguments: [
        ("Łódź, Århus und Köln", "Łódź , Århus und Köln"),
        ("cafe\u{301}s", "cafe\u{301}s"),
        ("go 👩‍👩‍👧 🇩🇪 ok", "go 👩‍👩‍👧 🇩🇪 ok"),
    ])
    func scalarsBeyondASCII(_ text: String, _ tokens: String) throws { try expectTokens(text, tokens) }
}
