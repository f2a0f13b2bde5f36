import StageKit
import Testing

@testable import EntitiesStage

@Suite struct LinkerTests {
    /// Links mentions given as text and type, which stand in the text in this order.
    private func linked(_ text: String, _ mentions: [(String, EntityType)]) throws -> [String?] {
        var entities: [Entity] = []
        let bytes = Array(text.utf8)
        var at = 0
        for (mention, type) in mentions {
            let wanted = Array(mention.utf8)
            let start = try #require((at...bytes.count - wanted.count).first { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) })
            at = start + wanted.count
            entities.append(Entity(range: start..<at, type: type))
        }
        Linker.link(&entities, in: ArticleText(text))
        return entities.map(\.name)
    }

    @Test func surnamesGetTheFullName() throws {
        #expect(
            try linked("Ada Brunner spoke. Brunner left. Ms. Brunner and Ada waved.", [
                ("Ada Brunner", .person), ("Brunner", .person), ("Ms. Brunner", .person), ("Ada", .person),
            ]) == ["Ada Brunner", "Ada Brunner", "Ada Brunner", "Ada Brunner"])
    }

    @Test func whatFitsTwoIsLeftAlone() throws {
        #expect(
            try linked("Ada Brunner met Otto Brunner. Brunner left.", [
                ("Ada Brunner", .person), ("Otto Brunner", .person), ("Brunner", .person),
            ]) == ["Ada Brunner", "Otto Brunner", "Brunner"])
    }

    @Test func middleInitialsMakeNoSecondPerson() throws {
        #expect(
            try linked("Ada K. Brunner spoke. Ada Brunner left. Brunner waved.", [
                ("Ada K. Brunner", .person), ("Ada Brunner", .person), ("Brunner", .person),
            ]) == ["Ada K. Brunner", "Ada K. Brunner", "Ada K. Brunner"])
    }

    @Test func acronymsInBracketsStandForTheirName() throws {
        #expect(
            try linked("The Northern Reef Survey Trust (NRST) met. NRST paid.", [
                ("Northern Reef Survey Trust", .organization), ("NRST", .organization), ("NRST", .organization),
            ]) == Array(repeating: "Northern Reef Survey Trust", count: 3))
    }

    @Test func companiesAndPapersHaveShortForms() throws {
        #expect(
            try linked("Veltra Motors Corp. sued. Veltra won, the Bay City Herald wrote. The Herald erred.", [
                ("Veltra Motors Corp.", .organization), ("Veltra", .organization), ("Bay City Herald", .organization), ("Herald", .organization),
            ]) == ["Veltra Motors Corp.", "Veltra Motors Corp.", "Bay City Herald", "Bay City Herald"])
    }

    @Test func shortFormsOfOrganizationsFollowTheWholeName() throws {
        #expect(
            try linked("Mwangaza Civil Works sued. Mwangaza won. The Polar Coast Guard came. The Coast Guard left.", [
                ("Mwangaza Civil Works", .organization), ("Mwangaza", .organization), ("Polar Coast Guard", .organization),
                ("Coast Guard", .organization),
            ]) == ["Mwangaza Civil Works", "Mwangaza Civil Works", "Polar Coast Guard", "Polar Coast Guard"])
        // The parent came first, and a body of several parts is none of them.
        #expect(
            try linked("Veltra sells Veltra Cloud. Kola Press and Kola Trust met. Kola slept.", [
                ("Veltra", .organization), ("Veltra Cloud", .organization), ("Kola Press", .organization), ("Kola Trust", .organization),
                ("Kola", .organization),
            ]) == ["Veltra", "Veltra Cloud", "Kola Press", "Kola Trust", "Kola"])
    }

    @Test func aKindOfBodyIsTheOneNamedBefore() throws {
        #expect(
            try linked("Delta Bank paid. The Bank won. The Senate of Delta Senate met.", [
                ("Delta Bank", .organization), ("Bank", .organization), ("Senate", .organization), ("Delta Senate", .organization),
            ]) == ["Delta Bank", "Delta Bank", "Senate", "Delta Senate"])
    }

    @Test func shortFormsOfShortFormsGetTheFullestName() throws {
        #expect(
            try linked("Eva Toledo Matus met. Toledo Matus left. Toledo ran.", [
                ("Eva Toledo Matus", .person), ("Toledo Matus", .person), ("Toledo", .person),
            ]) == Array(repeating: "Eva Toledo Matus", count: 3))
    }

    @Test func initialsOfTwoLettersNeedTheWholeNameBefore() throws {
        #expect(
            try linked("The Island Union met. The IU paid.", [("Island Union", .organization), ("IU", .organization)]) == ["Island Union", "Island Union"])
        #expect(try linked("The IU met an Island Union.", [("IU", .organization), ("Island Union", .organization)]) == ["IU", "Island Union"])
    }

    @Test func capitalsInsideHyphensAreInitialsAndSmallLettersAreNot() {
        #expect(Acronyms.spell("OSCE", ["Organization", "for", "Security", "and", "Co-operation", "in", "Europe"]))
        #expect(Acronyms.spell("APB", ["Asia-Pacific", "Bank"]))
    }

    @Test func surnamesMayDropTheArabicArticle() throws {
        #expect(
            try linked("Lina al-Majali spoke. Majali left. Al-Majali waved.", [("Lina al-Majali", .person), ("Majali", .person), ("Al-Majali", .person)])
                == ["Lina al-Majali", "Lina al-Majali", "Lina al-Majali"])
    }

    @Test func typesAreKeptApart() throws {
        #expect(
            try linked("Jordan Hale flew to Jordan. Hale slept.", [("Jordan Hale", .person), ("Jordan", .location), ("Hale", .person)])
                == ["Jordan Hale", "Jordan", "Jordan Hale"])
    }

    @Test func initialsMustFit() {
        #expect(Acronyms.spell("NRST", ["Northern", "Reef", "Survey", "Trust"]))
        #expect(Acronyms.spell("MoD", ["Ministry", "of", "Defence"]))
        #expect(Acronyms.spell("APEC", ["Asia-Pacific", "Economic", "Cooperation"]))
        #expect(!Acronyms.spell("NRST", ["Northern", "Reef", "Trust"]))
    }
}
