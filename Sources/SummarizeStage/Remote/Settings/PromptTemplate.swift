public import StageKit

/// A text with places to be filled in: `Summarize {title}`. `{{` and `}}` stand for braces; braces around anything but a
/// name stand for themselves, so that a prompt may show JSON.
///
/// What is filled in is not looked at again: an article that says `{text}` says just that.
public struct PromptTemplate: SettingValue, Hashable {
    /// What can be filled in.
    public enum Place: String, CaseIterable, Sendable {
        case title, text, standfirst, byline, published, site, section, url, language
        case about, length, style, sentences, words, characters
    }

    private enum Piece: Hashable {
        case text(String)
        case place(Place)
    }

    private var pieces: [Piece] = []
    private let source: String

    var places: Set<Place> {
        Set(pieces.compactMap { if case .place(let place) = $0 { place } else { nil } })
    }

    /// - Throws: which name is unknown.
    public init(_ source: String) throws(StageFailure) {
        self.source = source
        var text = ""
        var rest = Substring(source)
        while let character = rest.first {
            if rest.hasPrefix("{{") || rest.hasPrefix("}}") {
                text.append(character)
                rest = rest.dropFirst(2)
            } else if character == "{", let name = PromptTemplate.name(in: rest) {
                guard let place = Place(rawValue: String(name)) else { throw PromptTemplate.unknown(String(name)) }
                if !text.isEmpty { pieces.append(.text(text)) }
                text = ""
                pieces.append(.place(place))
                rest = rest.dropFirst(name.count + 2)
            } else {
                text.append(character)
                rest = rest.dropFirst()
            }
        }
        if !text.isEmpty { pieces.append(.text(text)) }
    }

    /// The name in `{name}…`; nil where there is none.
    private static func name(in text: Substring) -> Substring? {
        let name = text.dropFirst().prefix { $0 >= "a" && $0 <= "z" || $0 == "_" }
        return !name.isEmpty && text.dropFirst(name.count + 1).first == "}" ? name : nil
    }

    private static func unknown(_ name: String) -> StageFailure {
        let names = Place.allCases.map(\.rawValue)
        return StageFailure(
            "there is nothing to fill '{\(name)}' with",
            advice: NearestName.of(name, among: names).map { "did you mean '{\($0)}'?" } ?? "there are \(names.map { "{\($0)}" }.joined(separator: ", "))")
    }

    /// - Complexity: O(length of the result).
    func filled(_ value: (Place) -> String) -> String {
        var text = ""
        for piece in pieces {
            switch piece {
            case .text(let piece): text += piece
            case .place(let place): text += value(place)
            }
        }
        return text
    }

    public static var shape: SettingShape { .text }
    public var settingText: String { source }

    public static func read(_ node: ConfigNode, named name: String, problems: inout [Diagnostic]) -> PromptTemplate? {
        guard let text = String.read(node, named: name, problems: &problems) else { return nil }
        do throws(StageFailure) {
            return try PromptTemplate(text)
        } catch {
            problems.append(Diagnostic(.error, "'\(name)': \(error.reason)", at: node.location, advice: error.advice))
            return nil
        }
    }
}
