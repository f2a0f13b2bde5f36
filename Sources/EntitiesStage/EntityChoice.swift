import StageKit

/// The types that can be asked for in `types`.
public enum EntityChoice: String, SettingChoice {
    case person, organization, location, misc
    case date, time, money, percent, quantity
    case email, url, phone

    var type: EntityType { EntityType(rawValue: rawValue) }
}

extension Label.Kind {
    var type: EntityType {
        switch self {
        case .person: .person
        case .location: .location
        case .organization: .organization
        case .misc: .misc
        }
    }
}

extension RuleType {
    var type: EntityType {
        switch self {
        case .date: .date
        case .time: .time
        case .money: .money
        case .percent: .percent
        case .quantity: .quantity
        case .email: .email
        case .url: .url
        case .phone: .phone
        }
    }
}
