import StageKit

/// All rules, compiled: what each phrase says about which topic.
///
/// Immutable; all workers share it.
struct TopicRules: Sendable {
    struct Topic: Sendable {
        var name: String
        var hasRequired = false
    }

    struct Effect: Sendable {
        var topic: Int32
        /// 0 for required and excluded phrases.
        var weight: Float
        var isRequired = false
        var isExcluded = false
    }

    private(set) var topics: [Topic] = []
    private let effects: [[Effect]]
    let matcher: PhraseMatcher

    init(_ rules: [TopicRule]) {
        var patterns: [PhrasePattern] = []
        var kept: [(topic: Int, effect: TopicRule.Effect)] = []
        var numbers: [String: Int] = [:]
        var topics: [Topic] = []
        for rule in rules {
            guard let pattern = try? PhrasePattern(rule.phrase) else { continue }
            let topic = numbers[rule.topic] ?? topics.count
            if topic == topics.count {
                numbers[rule.topic] = topic
                topics.append(Topic(name: rule.topic))
            }
            if rule.effect == .required { topics[topic].hasRequired = true }
            patterns.append(pattern)
            kept.append((topic, rule.effect))
        }
        let (matcher, phrases) = PhraseMatcher.make(patterns)
        var effects = Array(repeating: [Effect](), count: matcher.count)
        for (phrase, rule) in zip(phrases, kept) {
            let topic = Int32(rule.topic)
            // Of a phrase that a topic has twice the later line holds: a user's file comes behind the shipped one.
            effects[phrase].removeAll { $0.topic == topic }
            switch rule.effect {
            case .weight(let weight): effects[phrase].append(Effect(topic: topic, weight: Float(weight)))
            case .required: effects[phrase].append(Effect(topic: topic, weight: 0, isRequired: true))
            case .excluded: effects[phrase].append(Effect(topic: topic, weight: 0, isExcluded: true))
            }
        }
        self.topics = topics
        self.matcher = matcher
        self.effects = effects
    }

    func effects(of phrase: Int) -> [Effect] { effects[phrase] }
}
