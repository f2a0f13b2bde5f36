extension FeatureTable {
    /// Columns about a block's text that its neighbours see too.
    struct TextColumns {
        var words: ColumnWriter.Column
        var linkDensity: ColumnWriter.Column
        var sentenceEnds: ColumnWriter.Column
        var functionShare: ColumnWriter.Column
    }

    /// What is counted about a block's text and what it looks like.
    func addText(_ blocks: [PageBlock], to columns: inout ColumnWriter) -> TextColumns {
        let words = columns.add { Logarithm.log1p(Float(blocks[$0].words)) }
        columns.add { Logarithm.log1p(Float(blocks[$0].characters)) }
        let linkDensity = columns.add { blocks[$0].linkDensity }
        columns.add { Logarithm.log1p(Float(blocks[$0].links)) }
        columns.add { Logarithm.log1p(Float(blocks[$0].commas)) }
        let sentenceEnds = columns.add { Logarithm.log1p(Float(blocks[$0].sentenceEnds)) }
        columns.add { Float(blocks[$0].digits) / Float(max(1, blocks[$0].characters)) }
        columns.add { Float(blocks[$0].capitals) / Float(max(1, blocks[$0].characters)) }
        columns.add { Float(blocks[$0].boldCharacters) / Float(max(1, blocks[$0].characters)) }
        columns.add { Float(max(1, blocks[$0].characters)) / Float(max(1, blocks[$0].words)) }
        let shapes = shapes
        columns.addFlag { shapes[$0].endsSentence }
        columns.addFlag { shapes[$0].endsColon }
        columns.addFlag { shapes[$0].endsEllipsis }
        columns.addFlag { shapes[$0].startsLower }
        columns.addFlag { shapes[$0].startsUpper }
        columns.addFlag { shapes[$0].hasAt }
        columns.addFlag { shapes[$0].hasBar }
        columns.addFlag { shapes[$0].hasQuote }
        let functionShare = columns.add { shapes[$0].functionShare }
        columns.add { shapes[$0].titleShare }
        columns.addFlag { shapes[$0].startsLabel }
        columns.addFlag { shapes[$0].isBracketed }
        columns.addFlag { shapes[$0].startsDash }
        columns.add { shapes[$0].readerShare }
        return TextColumns(words: words, linkDensity: linkDensity, sentenceEnds: sentenceEnds, functionShare: functionShare)
    }

    /// Columns about a block's element that its neighbours see too.
    struct ElementColumns {
        var isParagraph: ColumnWriter.Column
        var isHeading: ColumnWriter.Column
    }

    func addElement(_ blocks: [PageBlock], to columns: inout ColumnWriter) -> ElementColumns {
        let isParagraph = columns.addFlag { blocks[$0].tag == .p }
        let isHeading = columns.addFlag { blocks[$0].tag.isHeading }
        columns.add {
            switch blocks[$0].tag {
            case .h1: 1
            case .h2: 2
            case .h3: 3
            case .h4: 4
            case .h5, .h6: 5
            default: 0
            }
        }
        columns.addFlag { blocks[$0].tag == .li }
        columns.addFlag { blocks[$0].tag == .div }
        columns.addFlag { blocks[$0].tag == .td || blocks[$0].tag == .th }
        columns.addFlag { blocks[$0].tag == .blockquote }
        columns.addFlag { blocks[$0].tag == .pre }
        columns.addFlag { blocks[$0].tag == .dd || blocks[$0].tag == .dt }
        return ElementColumns(isParagraph: isParagraph, isHeading: isHeading)
    }

    /// What the block so many places further on is like.
    func addNeighbour(_ offset: Int, _ blocks: [PageBlock], _ text: TextColumns, _ element: ElementColumns, to columns: inout ColumnWriter) {
        columns.add(text.words, of: offset, outside: -1)
        columns.add(text.linkDensity, of: offset, outside: 0)
        columns.add(element.isHeading, of: offset, outside: 0)
        columns.add(element.isParagraph, of: offset, outside: 0)
        columns.addFlag { row in
            guard blocks.indices.contains(row + offset) else { return false }
            return tree.parent[blocks[row + offset].node] == tree.parent[blocks[row].node]
        }
        columns.add(text.sentenceEnds, of: offset, outside: 0)
        columns.add(text.functionShare, of: offset, outside: 0)
    }
}
