/// How likely a capitalised word starts a sentence and is no part of a name: ln((starts + ½) / (capitals elsewhere + ½)),
/// rounded. The lists of ``trained`` come from `copydesk-train segment-starters`; docs/segment.md tells the recipe.
enum SentenceStarters {
    /// For a word of ``closedClass``, which news seldom starts a sentence with but other texts do.
    static let closedClassScore: Int8 = 5

    static let table: WordTable = {
        var table = WordTable(capacity: 2500)
        // Personal and indefinite pronouns, question words, auxiliaries, conjunctions, determiners: closed classes, written down by hand.
        table.add(
            "i we you he she it they there here this that these those what who whom whose why when where which how is are was were am do does did can could would should shall have has had if so and but or yet nor because although though while whereas since unless until then thus therefore however moreover furthermore my our your his her its their the a an not no yes please let let's don't i'm i've i'd i'll it's that's there's he's she's they're we're you're what's who's here's as at by for from in into of on to with without under over after before during some any many most more all both each every another such only also just even now today yesterday nobody somebody everybody anybody everyone someone anyone nothing something everything neither either few several others",
            closedClassScore)
        for (words, score) in trained { table.add(words, score) }
        return table
    }()
}
