import EntitiesStage

/// Words for peoples, faiths and their followers, and adherents of parties, beside those of the open list of demonyms: misc when
/// they stand alone, as in OntoNotes' NORP and CoNLL-2003's rules.
enum PeopleWords {
    /// With plurals by "s" where it is a noun.
    static let nouns = words(
        """
        Kazakh Uzbek Tajik Uighur Uyghur Azeri Dane Swede Finn Pole Scot Spaniard Briton Brit Argentinian Argentine
        Nepali Filipina Filipino Slovenian Basque Catalan Hispanic Latino Latina Houthi Zulu Tigrayan Berber Alawite
        Shia Shiite Shi'ite Hindu Islamist Salafist Sufi Anglican Lutheran Methodist Baptist Mormon Evangelical Punjabi
        Bengali Gujarati Hazara Sindhi Kashmiri Sicilian Siberian Californian Texan Parisian Londoner Scandinavian
        Bolshevik Marxist Zionist Nazi Communist Republican Democrat Peronist Kirchnerist Chavista Maoist Yazidi Bedouin
        Tatar Cossack Afrikaner Icelandic Kyrgyzstani Croat Serb Bosniak Macedonian Sahrawi Timorese Papuan Hongkonger
        Antillean Corsican Breton Bavarian Saxon Prussian Venetian Neapolitan Roman Athenian Persian Ottoman Byzantine
        Phoenician Assyrian Chaldean Copt Maronite Presbyterian Pentecostal Adventist Quaker Calvinist Rastafarian
        Zoroastrian Aussie Euroskeptic Eurosceptic Baathist Salafi Wahhabi
        """)
    /// That stay as they are.
    static let adjectives = words(
        """
        Kyrgyz Flemish Rohingya Hausa Igbo Yoruba Fulani Xhosa Kikuyu Oromo Amhara Tuareg Hmong Maori Māori Inuit Druze
        Sinhalese Baloch Marathi Nordic Coptic Balinese Javanese Sundanese Cantonese Pekingese Shanghainese Sudanese
        Congolese Beninese Gabonese Cornish Gaelic Celtic Hellenic Saudi Saudis Swahili Malayali Tamils Telugu Marathas
        Dalit Dalits Adivasi Kinh Zapotec Quechua Aymara Mapuche Guarani Ladino Sephardic Ashkenazi Bengalis Pakhtun
        Uruguayan Argentinean Bangladeshi Ghanaian Afghani Laotian
        """)

    static let all: Set<[UInt8]> = Set(nouns + nouns.map { $0 + [UInt8(ascii: "s")] } + adjectives)

    static func set(_ list: String) -> Set<[UInt8]> { Set(words(list)) }

    private static func words(_ list: String) -> [[UInt8]] {
        list.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) }
    }
}
