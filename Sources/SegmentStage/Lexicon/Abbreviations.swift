/// How a stop behind an abbreviation is read. docs/segment.md tells how the lists came about.
enum AbbreviationClass {
    /// Stands before a name or an explanation and never ends a sentence: Mr., e.g.
    static let title: Int8 = 1
    /// A title when capitalised, otherwise a word like any other: Gen., Rep.
    static let capitalisedTitle: Int8 = 2
    /// An abbreviation before a number, otherwise a word: No. 5, p. 7
    static let number: Int8 = 3
    /// A month or weekday, when capitalised.
    static let date: Int8 = 4
    /// Part of a name, in any case: Inc., St.; ends a sentence when a word follows that starts one.
    static let name: Int8 = 5
    /// Part of a name when capitalised: Calif., Miss.
    static let capitalisedName: Int8 = 6
    /// Ends a sentence when a capital follows: etc., min.
    static let measure: Int8 = 7
    /// a.m., p.m.
    static let time: Int8 = 8

    /// Names that end in an exclamation mark.
    static let exclaimed: Int8 = 9

    static let table: WordTable = {
        var table = WordTable(capacity: 400)
        table.add("mr mrs ms mx dr prof messrs mme mlle msgr mgr drs profs vs e.g i.e eg ie cf viz p.s ps hon supt insp cmdr cllr", title)
        table.add(
            "gen sen rep reps sens gens gov govs rev sgt capt lt col maj cpl pvt adm brig pres sec det fr bro supt amb dep asst atty ald cdr comdr const ens spc ssgt tsgt mt mts ft pte sr sra dir",
            capitalisedTitle)
        table.add("no nos n° nº nr p pp pg pgs vol vols fig figs art arts ch chap chaps eq eqs op par para paras pt pts sect ver ext tel app cl clause reg stat sch ex exh tab ser bk lb", number)
        table.add("jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun", date)
        table.add(
            "inc co corp ltd llc llp plc bros cos jr snr jnr esq st ste ave av blvd rd hwy dept depts univ assn assoc natl intl govt mfg bldg gmbh pty pvt div dist bur comm cong inst intl ph.d phd m.d d.d.s b.a m.a b.sc m.sc bsc msc ll.b ll.m ed.d",
            name)
        table.add(
            "ala ariz ark calif colo conn del fla ga ill ind kan kans ky mass md mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wisc wyo ont que alta sask man abp bp card ct ctr pl pk pkwy sq tce cres rte mtn pres",
            capitalisedName)
        table.add(
            "etc al min mins max hr hrs sec secs yr yrs mo mos wk wks ft yd yds oz lbs kg km cm mm mi sq cu est approx appx incl excl misc avg temp vs ca circa dept a.k.a aka et.al ibid resp anon ed eds trans ann bros abbr adj adv pron cont def esp fem gal qt tbsp tsp doz pkg w/o ect b.c a.d b.c.e c.e rec subj obj orig pop prep prob",
            measure)
        table.add("a.m p.m", time)
        table.add("yahoo joomla jeopardy", exclaimed)
        return table
    }()
}
