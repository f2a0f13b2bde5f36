import StageKit

/// Remembers who was named where, to tell whom "he" or "she" means.
///
/// Only where it is sure: one fitting person in the paragraph so far, or, where it names none, in the nearest of the two
/// paragraphs before that names any.
struct PersonMemory {
    private enum Gender { case male, female }

    private struct Mention {
        /// Empty for somebody without a name: "his mother".
        var name: String
        var gender: Gender?
        var paragraph: Int
        /// UTF-8 byte offset.
        var start: Int
    }

    /// How many mentions it looks back, and how many paragraphs.
    private static let reach = (mentions: 24, paragraphs: 2)

    private var mentions: [Mention] = []
    private var genders: [String: Gender] = [:]

    mutating func removeAll() {
        mentions.removeAll(keepingCapacity: true)
        genders.removeAll(keepingCapacity: true)
    }

    mutating func note(_ name: String, at start: Int, paragraph: Int, title: WordTraits) {
        let gender: Gender? = title.contains(.male) ? .male : title.contains(.female) ? .female : nil
        if let gender { genders[name] = gender }
        mentions.append(Mention(name: name, gender: nil, paragraph: paragraph, start: start))
    }

    /// Somebody without a name, who may be meant as well.
    mutating func noteUnnamed(_ noun: WordTraits, at start: Int, paragraph: Int) {
        mentions.append(Mention(name: "", gender: noun.contains(.male) ? .male : .female, paragraph: paragraph, start: start))
    }

    /// - Parameter last: who spoke last, if that was in this paragraph, and the byte behind what he or she said.
    mutating func person(_ pronoun: WordTraits, paragraph: Int, last: (name: String, end: Int)?) -> String? {
        let gender: Gender
        switch pronoun {
        case .he: gender = .male
        case .she: gender = .female
        default: return nil
        }
        var names: [String] = []
        var isSpeakerLast = true
        var nearest: Int?
        for mention in mentions.suffix(PersonMemory.reach.mentions).reversed() {
            guard paragraph - mention.paragraph <= PersonMemory.reach.paragraphs, mention.paragraph == nearest ?? mention.paragraph else { break }
            nearest = mention.paragraph
            guard (mention.gender ?? genders[mention.name] ?? gender) == gender, !names.contains(mention.name) else { continue }
            names.append(mention.name)
            if let last, mention.start >= last.end, mention.name != last.name { isSpeakerLast = false }
        }
        // Of several it is who has just spoken in this paragraph, where nobody was named since; whom the speaker spoke of does
        // not count.
        let speaker = last.flatMap { isSpeakerLast && names.contains($0.name) && nearest == paragraph ? $0.name : nil }
        guard let name = names.count == 1 ? names.first : speaker, !name.isEmpty else { return nil }
        genders[name] = gender
        return name
    }
}
