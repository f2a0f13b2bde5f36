import StageKit

/// What kind of quotation it is. Direct: all in the speaker's words. Mixed: reported, with some words in quotation marks.
public enum QuoteKind: String, SettingChoice {
    case direct, indirect, mixed
}

/// Something that somebody said, as the text has it.
struct Quote {
    var kind: QuoteKind
    /// UTF-8 bytes: from the first word said to the last, without the outer quotation marks.
    var range: Range<Int>
    /// The pieces that are in the speaker's words: more than one where the attribution or a paragraph's end interrupts
    /// them. For a mixed quotation what stands in quotation marks; none for an indirect one.
    var parts: [Range<Int>] = []
    /// The verb of saying, or "according to".
    var cue: Range<Int>?
    var subject: Subject?
    /// The speaker's canonical name, where it is sure.
    var speaker: String?
    /// Index of its paragraph.
    var paragraph: Int
}

extension Quote {
    /// As the layer has it.
    var value: JSONValue {
        var members: [String: JSONValue] = ["kind": .string(kind.rawValue)]
        if let speaker { members["speaker"] = .string(speaker) }
        if let subject { members["speaker_text"] = .span(subject.range) }
        if let cue { members["cue"] = .span(cue) }
        if kind == .mixed || parts.count > 1 { members["parts"] = .array(parts.map { .span($0) }) }
        return .span(range, members)
    }
}
