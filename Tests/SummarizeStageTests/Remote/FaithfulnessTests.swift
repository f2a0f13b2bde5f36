@testable import SummarizeStage
import StageKit
import Testing

/// What is flagged, and what must not be.
@Suite struct FaithfulnessTests {
    private static let article = """
        Britain and the European Union signed the deal in Oslo on 3 May, the prime minister, Anna Berg, said. It is worth $2.4 billion and \
        covers 1,200 firms and two dozen ports. Norwegian fishermen, who won 12.50 kroner a kilo, welcomed it. The NATO summit is in July. \
        Exports grew to 1.7 million tonnes, up from twenty-five thousand.
        """

    private func flags(_ summary: String, _ text: String = article, language: String? = "en") throws -> [String] {
        let trial = try RemoteTrial("http://127.0.0.1:1/v1")
        return try FaithfulnessCheck(trial.article(text, language: language)).flags(of: [summary]).map(\.text)
    }

    @Test(arguments: [
        "Berg signed the EU deal, worth 2.4 billion dollars.", "The British prime minister spoke of 1200 firms.", "Twenty-four ports are covered; 1.2 thousand firms too.",
        "Norway's fishermen get 12.5 kroner.", "The deal is worth $2,400 million.", "Exports rose from 25,000 to 1,700,000 tonnes.", "Officials welcomed the deal in Oslo.",
        "On May 3 it was signed.", "NATO meets in July.", "Britain Signs Deal With European Union In Oslo",
    ])
    func whatTheArticleSaysPasses(summary: String) throws {
        #expect(try flags(summary) == [])
    }

    @Test(arguments: [
        ("The deal is worth 2.4 million dollars.", ["the number 2.4"]), ("It covers 1,300 firms.", ["the number 1,300"]), ("Berg spoke in Bergen.", ["the name Bergen"]),
        ("Prime minister Jon Vik signed.", ["the name Jon Vik"]), ("Carl Vik signed it.", ["the name Carl Vik"]), ("OPEC signed it in Oslo.", ["the name OPEC"]),
        ("In 2019, Berg went to Rome.", ["the number 2019", "the name Rome"]),
    ])
    func whatItDoesNotSayIsFlagged(summary: String, expected: [String]) throws {
        #expect(try flags(summary) == expected)
    }

    @Test func anotherLanguageIsFlagged() throws {
        #expect(try flags("Die Premierministerin hat in Oslo einen Vertrag mit der Union unterschrieben.") == ["another language"])
        #expect(try flags("挪威首相在奥斯陆与欧盟签署了一项协议。") == ["another language"])
        #expect(try flags("市長は港を閉じる。", "市長は月曜日に港を閉じると述べた。費用は240万クローネ。", language: "ja") == [])
    }

    @Test func germanNounsAreNoNames() throws {
        let text = "Der Hafen von Larvik schließt im Winter, sagte Bürgermeisterin Anna Berg am Montag. Die Reparatur kostet zwölf Millionen Kronen."
        #expect(try flags("Die Schließung von Larvik kostet 12 Millionen, sagte Anna Berg am Montag.", text, language: "de") == [])
        #expect(try flags("Das sagte der Minister Jon Vik im Hafen von Larvik.", text, language: "de") == ["the name Minister Jon Vik"])
    }
}
