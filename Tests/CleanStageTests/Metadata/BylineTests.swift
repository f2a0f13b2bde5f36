import Testing

@testable import CleanStage

@Suite struct BylineTests {
    private static let namesAreFoundCases: [(String, [String])] = [
        ("By Mira Solberg", ["Mira Solberg"]), ("Mira Solberg and Jon Abe", ["Mira Solberg", "Jon Abe"]),
        ("Written by Mira Solberg, Staff Writer", ["Mira Solberg"]), ("Mira Solberg, Jon Abe", ["Mira Solberg", "Jon Abe"]),
        ("Solberg, Mira", ["Mira Solberg"]), ("Mira Solberg May 20, 2024", ["Mira Solberg"]), ("Mira Solberg - Apr 16", ["Mira Solberg"]),
        ("Mira Solberg Games Editor", ["Mira Solberg"]), ("View all posts by Mira Solberg", ["Mira Solberg"]), ("Von Mira Solberg und Jon Abe", ["Mira Solberg", "Jon Abe"]),
        ("Mira Solberg —", ["Mira Solberg"]), ("No Author", []), ("Welcome, Your Account Log Out", []), ("https://example.org/mira", []), ("by", []), ("12345", []),
        ("Mira Solberg; mira solberg", ["Mira Solberg"]),
    ]

    @Test(arguments: namesAreFoundCases)
    func namesAreFound(_ text: String, _ names: [String]) {
        #expect(Byline.names(in: [text]) == names)
    }

    private static let whatSurroundsNamesGoesCases: [(String, [String])] = [
        // Introductions of several kinds, one behind the other.
        ("Text: Von Mira Solberg", ["Mira Solberg"]), ("Publié par Mira Solberg", ["Mira Solberg"]), ("Erstellt von Mira Solberg", ["Mira Solberg"]), ("Auteur: Mira Solberg", ["Mira Solberg"]),
        // The date before the name, and behind it.
        ("Posted on September 21, 2024 by Mira Solberg", ["Mira Solberg"]), ("Published 3 May 2024 By Mira Solberg", ["Mira Solberg"]), ("Mira Solberg Thursday", ["Mira Solberg"]),
        ("Datum: 19.11.2024 Autor: Mira Solberg Quelle: Courier", ["Mira Solberg"]), ("Von: Mira Solberg Übersetzt von: Jon Abe", ["Mira Solberg"]), ("Catch more fish", ["Catch more fish"]),
        // Handles, addresses, roles.
        ("By Mira Solberg @mirasolberg Jon Abe 01 October 2024", ["Mira Solberg Jon Abe"]), ("Mira Solberg (https://example.org/mira)", ["Mira Solberg"]), ("Mira Solberg mira@example.org", ["Mira Solberg"]),
        ("By Mira Solberg, Senior Harbour Correspondent, Quay Desk, Courier", ["Mira Solberg"]), ("Mira Solberg Follow Gardener and cook", ["Mira Solberg"]),
        ("By Glen Abe And Mira Solberg For The Quay Courier", ["Glen Abe", "Mira Solberg"]), ("Solberg, Mira van der", ["Mira van der Solberg"]), ("Mira Solberg, PhD", ["Mira Solberg"]),
        // Bodies whose names hold a word that parts others.
        ("Staff and news service reports", ["Staff and news service reports"]), ("Mac & i", ["Mac & i"]), ("Organization for Quiet Harbours", ["Organization for Quiet Harbours"]), ("Associated Press", ["Associated Press"]),
        // Who made the pictures is not who wrote.
        ("Photograph by Jon Abe", []), ("© Jon Abe", []), ("Edited by Jon Abe", []),
        // What stands in place of a name.
        ("Posted on", []), ("Veröffentlicht am", []), ("Unknown", []), ("@quaycourier", []),
    ]

    private static let agenciesPlacesAndOtherTradesGoCases: [(String, [String])] = [
        ("By Mira Solberg Associated Press", ["Mira Solberg"]), ("Mira Solberg BBC News, Oslo", ["Mira Solberg"]), ("Mira Solberg and Jon Abe, CNN", ["Mira Solberg", "Jon Abe"]), ("Reuters", ["Reuters"]),
        ("Mira Solberg in Oslo and Jon Abe in Bergen", ["Mira Solberg", "Jon Abe"]), ("Mira Solberg Health correspondent", ["Mira Solberg"]),
        ("A guest essay by Mira Solberg", ["Mira Solberg"]), ("Exclusive: By Mira Solberg", ["Mira Solberg"]), ("Eine Kolumne von Mira Solberg", ["Mira Solberg"]), ("The tower by the river", ["The tower by the river"]),
        ("Story by Mira Solberg and photographs by Jon Abe", ["Mira Solberg"]), ("Words: Mira Solberg Photos: Jon Abe", ["Mira Solberg"]),
    ]

    @Test(arguments: agenciesPlacesAndOtherTradesGoCases)
    func agenciesPlacesAndOtherTradesGo(_ text: String, _ names: [String]) {
        #expect(Byline.names(in: [text]) == names)
    }

    @Test(arguments: whatSurroundsNamesGoesCases)
    func whatSurroundsNamesGoes(_ text: String, _ names: [String]) {
        #expect(Byline.names(in: [text]) == names)
    }

    @Test func aSiteBesideTheNameGoes() throws {
        let site = SiteNames(known: "The Quay Courier", meta: MetaTags(PageTree()), data: LinkedData([]), addresses: [])
        #expect(Byline.names(in: ["Quay Courier - Mira Solberg"], site: site) == ["Mira Solberg"])
        #expect(Byline.names(in: ["Mira Solberg - Ferry desk"], site: site) == ["Mira Solberg"])
    }
}
