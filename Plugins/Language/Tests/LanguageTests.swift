import StageKit
import Testing

@testable import LanguageStage

/// The same invented news in many languages, each of which must be told from the others.
@Suite struct LanguageTests {
    static let texts = [
        "en": "The ferry to the island sails again from Monday. The captain said that nobody had been hurt in the storm, and that tickets cost what they did before.",
        "de": "Die Fähre zur Insel fährt ab Montag wieder. Der Kapitän sagte, im Sturm sei niemand verletzt worden, und die Karten kosteten so viel wie vorher.",
        "fr": "Le ferry pour l'île reprend la mer lundi. Le capitaine a dit que personne n'avait été blessé pendant la tempête et que le prix des billets restait le même.",
        "es": "El transbordador a la isla vuelve a navegar el lunes. El capitán dijo que nadie resultó herido en la tormenta y que los billetes cuestan lo mismo que antes.",
        "it": "Il traghetto per l'isola riparte da lunedì. Il capitano ha detto che nessuno è rimasto ferito nella tempesta e che i biglietti costano come prima.",
        "pt": "A balsa para a ilha volta a navegar na segunda-feira. O capitão disse que ninguém ficou ferido na tempestade e que as passagens custam o mesmo que antes.",
        "nl": "De veerboot naar het eiland vaart vanaf maandag weer. De kapitein zei dat niemand in de storm gewond was geraakt en dat de kaartjes evenveel kosten als eerst.",
        "sv": "Färjan till ön går igen från och med måndag. Kaptenen sade att ingen hade skadats i stormen och att biljetterna kostar lika mycket som förut.",
        "da": "Færgen til øen sejler igen fra mandag. Kaptajnen sagde, at ingen var kommet til skade i stormen, og at billetterne koster det samme som før.",
        "fi": "Lautta saarelle kulkee taas maanantaista alkaen. Kapteeni sanoi, ettei kukaan loukkaantunut myrskyssä ja että liput maksavat saman verran kuin ennen.",
        "pl": "Prom na wyspę znów pływa od poniedziałku. Kapitan powiedział, że w czasie burzy nikt nie został ranny, a bilety kosztują tyle samo co wcześniej.",
        "cs": "Trajekt na ostrov pluje od pondělí znovu. Kapitán řekl, že při bouři nebyl nikdo zraněn a že jízdenky stojí stejně jako předtím.",
        "hu": "A szigetre tartó komp hétfőtől újra közlekedik. A kapitány azt mondta, hogy a viharban senki sem sérült meg, és a jegyek annyiba kerülnek, mint korábban.",
        "ro": "Feribotul spre insulă circulă din nou de luni. Căpitanul a spus că nimeni nu a fost rănit în furtună și că biletele costă la fel ca înainte.",
        "tr": "Adaya giden feribot pazartesiden itibaren yeniden sefer yapıyor. Kaptan, fırtınada kimsenin yaralanmadığını ve biletlerin eskisi kadar olduğunu söyledi.",
        "ru": "Паром на остров снова ходит с понедельника. Капитан сказал, что во время шторма никто не пострадал, а билеты стоят столько же, сколько раньше.",
        "uk": "Пором на острів знову ходить з понеділка. Капітан сказав, що під час шторму ніхто не постраждав, а квитки коштують стільки ж, скільки й раніше.",
        "el": "Το φέρι για το νησί ταξιδεύει ξανά από τη Δευτέρα. Ο καπετάνιος είπε ότι κανείς δεν τραυματίστηκε στην καταιγίδα και ότι τα εισιτήρια κοστίζουν όσο πριν.",
        "ar": "تعود العبارة إلى الجزيرة للإبحار ابتداء من يوم الاثنين. وقال القبطان إن أحدا لم يصب في العاصفة وإن سعر التذاكر لم يتغير.",
        "he": "המעבורת אל האי מפליגה שוב החל מיום שני. רב החובל אמר שאיש לא נפגע בסערה ושמחיר הכרטיסים נשאר כפי שהיה.",
        "hi": "द्वीप के लिए नाव सोमवार से फिर चलेगी। कप्तान ने कहा कि तूफ़ान में कोई घायल नहीं हुआ और टिकट का दाम पहले जितना ही है।",
        "ja": "島へのフェリーは月曜日から再び運航する。船長は、嵐でけが人はなく、切符の値段も前と変わらないと話した。",
        "ko": "섬으로 가는 여객선이 월요일부터 다시 운항한다. 선장은 폭풍으로 다친 사람이 없고 표값도 전과 같다고 말했다.",
        "zh": "开往岛上的渡轮将从星期一起恢复航行。船长说，没有人在风暴中受伤，船票的价格也和以前一样。",
    ]

    @Test(arguments: texts.keys.sorted()) func eachIsToldFromTheOthers(_ code: String) throws {
        let text = try #require(LanguageTests.texts[code])
        let result = LanguageDetector.detect(Array(text.utf8))
        #expect(result.isReliable)
        #expect(result.guesses.first?.code == code)
        #expect((result.guesses.first?.share ?? 0) >= 0.9)
    }

    @Test func aTextInTwoLanguagesIsInNeither() throws {
        let text = try #require(LanguageTests.texts["en"]) + "\n\n" + #require(LanguageTests.texts["ru"])
        var article = Article(id: ArticleID("1"), source: ArticleSource(uri: "a"), text: ArticleText(text))
        var stage = LanguageStage()
        stage.keep = [try #require(code("ja"))]
        stage.unknown = .drop
        #expect(stage.process(&article) == .drop(reason: "language unknown"))
        #expect(article.metadata.language == nil)
        stage.least = 0.3
        _ = stage.process(&article)
        #expect(article.metadata.language != nil)
        #expect(article.extensions["language"]?["others"]?.objectValue?.count == 1)
    }

    /// What the detector would stop at: a NUL, controls, a noncharacter, and more of them than are worth mending.
    @Test func strayControlCharactersDoNotHideTheLanguage() throws {
        let text = try #require(LanguageTests.texts["de"])
        for value in [0, 1, 0x7F, 0x85, 0xFFFE, 0xFDD0, 0x1FFFF] as [UInt32] {
            let stray = String(try #require(Unicode.Scalar(value)))
            #expect(LanguageDetector.detect(Array((stray + text + stray).utf8)).guesses.first?.code == "de", "U+\(String(value, radix: 16))")
        }
        _ = LanguageDetector.detect(Array((String(repeating: "\u{1}", count: 1000) + text).utf8))
        #expect(LanguageDetector.detect([]) == LanguageDetector.Result(guesses: [], isReliable: false))
        #expect(LanguageDetector.detect([1, 2, 3]).guesses == [])
    }

    @Test func aLongTextIsCutOnABorder() throws {
        let text = Array(String(repeating: try #require(LanguageTests.texts["ja"]), count: 3000).utf8)
        #expect(text.count > 200_000)
        for shift in 0..<3 { #expect(LanguageDetector.detect([UInt8](repeating: 0x20, count: shift) + text).guesses.first?.code == "ja") }
    }

    private func code(_ text: String, problems: inout [Diagnostic]) -> LanguageCode? {
        LanguageCode.read(ConfigNode(.scalar(text, plain: true), at: SourceLocation(file: "f", line: 1, column: 1)), named: "keep", problems: &problems)
    }

    private func code(_ text: String) -> LanguageCode? {
        var problems: [Diagnostic] = []
        return code(text, problems: &problems)
    }

    @Test(arguments: [("english", "en"), ("eng-lish", "en"), ("germann", "de"), ("iw", nil), ("elvish", nil), ("en_US", nil), ("en-US", "en")] as [(String, String?)])
    func unknownCodesAreTold(_ text: String, _ meant: String?) {
        var problems: [Diagnostic] = []
        #expect(code(text, problems: &problems) == nil)
        #expect(problems.map(\.message) == ["'keep' knows no language '\(text)'"])
        #expect(problems.first?.advice == (meant.map { "did you mean '\($0)'?" } ?? "codes are those of ISO 639: en, de, pt, zh"))
    }

    @Test func aCodeStandsForItsKinds() throws {
        let chinese = try #require(code("zh"))
        #expect(chinese.includes("zh") && chinese.includes("zh-Hant") && !chinese.includes("zha"))
        let traditional = try #require(code("zh-Hant"))
        #expect(traditional.includes("zh-Hant") && !traditional.includes("zh"))
        // Norwegian, which older readers of YAML take for false.
        #expect(code("no")?.includes("no") == true)
        var stage = LanguageStage()
        stage.keep = [chinese]
        stage.drop = [traditional]
        #expect(stage.contradictions() == [])
        (stage.keep, stage.drop) = (stage.drop, stage.keep)
        #expect(stage.contradictions() == ["'drop' takes away 'zh-hant', which 'keep' names"])
    }
}
