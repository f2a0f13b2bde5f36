// Printed by `copydesk-train segment-starters` from public-domain news; not edited by hand.
extension SentenceStarters {
    static let trained: [(StaticString, Int8)] = [
        ("""
        also an at authorities but during he however officials she some speaking they witnesses
        """, 6),
        ("""
        according among analysts another as both critics earlier elsewhere following his hundreds in last local
        meanwhile more prosecutors separately several there those violence
        """, 5),
        ("""
        a about after although and before demonstrators despite diplomats dozens economists forecasters former from
        gunmen it its late later lawmakers lawyers leaders many militants most nearly neither on opposition
        organizers other over police protesters rebels residents scientists shortly since supporters talks tens
        tensions the their these thousands when while
        """, 4),
        ("""
        activists additionally addressing aid aides almost an angry asked astronauts attacks because bird by
        campaigning candidates citing clashes crowds crude currently delegates details each ethnic every experts
        families few fighting floods further having her hours inflation initial instead insurgents investigators
        kidnappers kidnappings large meantime members millions much negotiations negotiators nevertheless no none
        observers officers once only opponents others participants polls preliminary previously prices protests
        rebel recent relatives reports rescuers researchers riot rising sales seeing similar so soldiers some
        sources such suicide ten that the then thirteen this three tourism troops twelve two under unemployment
        until voters with
        """, 3),
        ("""
        accidents across afterward again agitation ahead alas already ambassadors amid annexed any anyone
        approaching approval approximately archaeologist archaeologists around astronomers attorneys autonomy avril
        barcodes based besides between beware bomb broken calling car cars cases celebrations characterized cheap
        cholera civilian close clothes cocoa coffee colonized commemorations companies computer concerns
        consequently consumers continued continuing copper cotton crews csw dad dd dealers defeated defending
        demonstrations deposed detained developing differences diplomatic discovered discussions disputed disputes
        documents donatella drought early earnings earthquakes echoupal efforts eighteen electrical elephants eleven
        embattled employment enriched environmentalists envoys even executives exit exports eyewitnesses factional
        failure falling famed fans farmers farther fatal fears fifteen fifty figures final finally firefighters five
        flooding for foreigners forensic formerly founded four fourteen freezing frequent fresh full garment
        gasoline given governments growing guerrilla half hardline heads heavy hence here hospitals host huge if
        illegal immigrant immigrants imports improved incoming increased increasing incumbent individual influenced
        injured insurgent interviewed judges judicial just kandani kari kenyon landlocked landslides lawyer leftist
        less like lithuanian low macroeconomic making manufacturing market markets masked medics meteorologists
        metin militant military moreover movie multinational multiple musicians nearby never next nine nineteen
        ninety nonetheless noting occupied official one ongoing organized originally otherwise overall paige
        parliamentary part partial persistent photos physicians piracy pirates plans polio politicians polling pop
        populated present pressure previous prior privatization proponents proposals prospects provincial pursuant
        questions recently referring reforms regulators reigning remittances renowned repeated rescue responding
        results revenues reversing rioters riots rms roadside roughly rounding samples scattered scheduled scores
        search secularists seismologists separate settled seventeen sha shares sheriff shootings shoppers shops
        shouting six sixteen sixty smaller smugglers soaring softball someone soon speakers spokesmen spokeswoman
        sporadic standing starting still stocks strong subsequent subsequently subsistence substantial sugarcane
        superior supposing surrounded surveys survivors suspected symptoms temperatures tension terms tests thanks
        thereafter thereupon thirty though through throughout thus tickets timber titled to tonga topics tornadoes
        torrential traders traditionally traffic travelers twenty two unfortunately unlike unofficial unrest upon
        various video villagers violators violent visiting vote voting warlords wearing weeks why widely within
        witness work worried worries writing yes yesterday
        """, 2),
    ]
}
