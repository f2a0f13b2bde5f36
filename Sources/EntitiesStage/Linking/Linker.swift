import StageKit

/// Gives every name its canonical form: the fullest form that the article has for the same thing.
///
/// Careful rather than complete: a short form is linked only where exactly one full name fits it; what fits two is left
/// as it is.
enum Linker {
    /// Sets ``Entity/name`` and ``Entity/mentions`` of persons, organizations, locations and misc.
    ///
    /// - Complexity: O(mentions), but for names that share a first or last word, which are compared with each other.
    static func link(_ entities: inout [Entity], in text: ArticleText) {
        var names: [EntityType: NameTable] = [:]
        var order: [(index: Int, type: EntityType, name: Int)] = []
        for index in entities.indices where NameTable.linkable.contains(entities[index].type) && entities[index].name == nil {
            let type = entities[index].type
            let number = names[type, default: NameTable(type)].add(text.utf8[entities[index].range])
            order.append((index, type, number))
        }
        let acronyms = Acronyms.introduced(entities, in: text)
        for (index, type, number) in order {
            guard let form = names[type]?.forms[number] else { continue }
            if let expansion = acronyms[form.text], type == expansion.type {
                entities[index].name = expansion.name
            } else {
                entities[index].name = names[type]?.canonical(number).text
            }
        }
        count(&entities)
    }

    private struct Thing: Hashable {
        var type: EntityType
        var name: String
    }

    /// Sets ``Entity/mentions`` of all that have a name.
    private static func count(_ entities: inout [Entity]) {
        var counts: [Thing: Int] = [:]
        for entity in entities {
            if let name = entity.name { counts[Thing(type: entity.type, name: name), default: 0] += 1 }
        }
        for index in entities.indices {
            if let name = entities[index].name { entities[index].mentions = counts[Thing(type: entities[index].type, name: name)] }
        }
    }
}
