/// The tables of an exported database.
enum SQLiteSchema {
    /// Made before the first article.
    static let tables = """
        CREATE TABLE articles (
            id INTEGER PRIMARY KEY,
            article_id TEXT NOT NULL,
            source_uri TEXT NOT NULL,
            source_record INTEGER NOT NULL,
            source_line INTEGER,
            url TEXT,
            title TEXT,
            byline TEXT,
            published TEXT,
            modified TEXT,
            site TEXT,
            section TEXT,
            tags TEXT,
            description TEXT,
            language TEXT,
            image TEXT,
            text TEXT,
            summary TEXT
        );
        CREATE TABLE sentences (
            article INTEGER NOT NULL REFERENCES articles (id),
            number INTEGER NOT NULL,
            start INTEGER NOT NULL,
            end INTEGER NOT NULL,
            in_summary INTEGER NOT NULL,
            PRIMARY KEY (article, number)
        ) WITHOUT ROWID;
        CREATE TABLE entities (
            article INTEGER NOT NULL REFERENCES articles (id),
            number INTEGER NOT NULL,
            start INTEGER NOT NULL,
            end INTEGER NOT NULL,
            type TEXT NOT NULL,
            text TEXT NOT NULL,
            name TEXT NOT NULL,
            value TEXT,
            identifier TEXT,
            confidence REAL,
            PRIMARY KEY (article, number)
        ) WITHOUT ROWID;
        """

    /// Made when all articles are in: faster so, and the same bytes however the articles came in.
    static let indices = """
        CREATE INDEX IF NOT EXISTS articles_by_article_id ON articles (article_id);
        CREATE INDEX IF NOT EXISTS articles_by_published ON articles (published);
        CREATE INDEX IF NOT EXISTS articles_by_source ON articles (source_uri, source_record);
        CREATE INDEX IF NOT EXISTS entities_by_name ON entities (name, type);
        CREATE VIRTUAL TABLE article_search USING fts5 (
            title, text, content = 'articles', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
        );
        INSERT INTO article_search (article_search) VALUES ('rebuild');
        INSERT INTO article_search (article_search) VALUES ('optimize');
        """

    static let insertArticle = """
        INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    static let insertSentence = "INSERT INTO sentences VALUES (?, ?, ?, ?, ?)"
    static let insertEntity = "INSERT INTO entities VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

    /// How many of the run's articles the transaction holds, and behind which row they begin: only while the database is being written.
    static let checkpointTable = "CREATE TABLE copydesk_checkpoint (articles INTEGER NOT NULL, base INTEGER NOT NULL)"

    /// Reopens a finished database; the index is made again at the end.
    static let dropSearch = "DROP TABLE article_search"
}
