-- Where articles come from. Source 1 holds what was added one by one. The counters are kept by the
-- triggers below, so that a list of sources costs no walk over the articles.
CREATE TABLE source (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    kind     TEXT NOT NULL CHECK (kind IN ('single', 'file', 'folder', 'feed')),
    address  BLOB NOT NULL UNIQUE,  -- a path as the system writes it, which need not be UTF-8; a URL
    name     TEXT NOT NULL,
    added    TEXT NOT NULL,         -- times are UTC, ISO 8601 to the second
    looked   TEXT,                  -- when it was last read through
    articles INTEGER NOT NULL DEFAULT 0,
    unread   INTEGER NOT NULL DEFAULT 0
) STRICT;

INSERT INTO source (kind, address, name, added)
VALUES ('single', x'', '', strftime('%Y-%m-%dT%H:%M:%SZ', 'now'));

-- What the list shows, kept narrow: the words are in body.
CREATE TABLE article (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice: the undo log names it
    text_hash      BLOB NOT NULL UNIQUE,
    address        TEXT,                -- the canonical URL, which makes two copies one article
    title          TEXT NOT NULL,
    title_key      TEXT NOT NULL,
    published      TEXT,                -- ISO 8601 as precise as it is known
    sort_key       TEXT NOT NULL,       -- published, else when it was added
    language       TEXT,                -- as the document says, else as the parser found
    label          TEXT NOT NULL,       -- where it came from, as the list names it
    added          TEXT NOT NULL,
    unread         INTEGER NOT NULL DEFAULT 1 CHECK (unread IN (0, 1)),
    starred        INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1)),
    changed        INTEGER NOT NULL DEFAULT 0 CHECK (changed IN (0, 1)),
    position       INTEGER NOT NULL DEFAULT 0,
    parser_version INTEGER,             -- of the evidence below; null: not parsed yet
    quotes         INTEGER,
    figures        INTEGER
) STRICT;

CREATE INDEX article_newest ON article (sort_key, id);
CREATE INDEX article_title ON article (title_key, id);
CREATE INDEX article_quotes ON article (ifnull(quotes, -1), id);
CREATE INDEX article_figures ON article (ifnull(figures, -1), id);
CREATE INDEX article_language ON article (language, sort_key, id);
CREATE INDEX article_address ON article (address) WHERE address IS NOT NULL;
CREATE INDEX article_parsed ON article (parser_version, sort_key, id);
CREATE INDEX article_unread ON article (sort_key, id) WHERE unread = 1;
CREATE INDEX article_starred ON article (sort_key, id) WHERE starred = 1;
CREATE INDEX article_changed ON article (sort_key, id) WHERE changed = 1;
CREATE INDEX article_quoting ON article (sort_key, id) WHERE quotes > 0;
CREATE INDEX article_counting ON article (sort_key, id) WHERE figures > 0;

CREATE TABLE body (
    article_id    INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    document_hash BLOB NOT NULL,
    text          TEXT NOT NULL,
    blocks        TEXT NOT NULL,  -- JSON: [[start, end, kind, level, href], …]
    byline        TEXT,
    language      TEXT,           -- as the source gave it
    url           TEXT
) STRICT;

-- Every place that an article was met at. document_hash is what stood there when it was last read.
CREATE TABLE appearance (
    id            INTEGER PRIMARY KEY,
    source_id     INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
    origin        BLOB NOT NULL,
    article_id    INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    document_hash BLOB NOT NULL,
    UNIQUE (source_id, origin, article_id)
) STRICT;

CREATE INDEX appearance_article ON appearance (article_id);

-- Which articles a source holds, once each, in the order of the list.
CREATE TABLE membership (
    source_id  INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
    article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    sort_key   TEXT NOT NULL,
    PRIMARY KEY (source_id, article_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX membership_newest ON membership (source_id, sort_key, article_id);
CREATE INDEX membership_article ON membership (article_id);

CREATE TRIGGER membership_added AFTER INSERT ON membership BEGIN
    UPDATE source
    SET articles = articles + 1,
        unread = unread + (SELECT unread FROM article WHERE id = new.article_id)
    WHERE id = new.source_id;
END;

CREATE TRIGGER membership_removed BEFORE DELETE ON membership BEGIN
    UPDATE source
    SET articles = articles - 1,
        unread = unread - (SELECT unread FROM article WHERE id = old.article_id)
    WHERE id = old.source_id;
END;

CREATE TRIGGER article_read AFTER UPDATE OF unread ON article WHEN old.unread <> new.unread BEGIN
    UPDATE source
    SET unread = unread + new.unread - old.unread
    WHERE id IN (SELECT source_id FROM membership WHERE article_id = new.id);
END;

CREATE TRIGGER article_redated AFTER UPDATE OF sort_key ON article
WHEN old.sort_key <> new.sort_key BEGIN
    UPDATE membership SET sort_key = new.sort_key WHERE article_id = new.id;
END;

-- The evidence, by offsets into body.text: start is the first character, stop the one after the last.
-- n is its place among its kind. article.parser_version says which parser found it.
CREATE TABLE quote (
    article_id    INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    n             INTEGER NOT NULL,
    start         INTEGER NOT NULL,
    stop          INTEGER NOT NULL,
    kind          TEXT NOT NULL,
    speaker       TEXT,
    speaker_key   TEXT,
    role          TEXT,
    mention_start INTEGER,
    mention_stop  INTEGER,
    how           TEXT,
    cue_start     INTEGER,
    cue_stop      INTEGER,
    said          TEXT,
    PRIMARY KEY (article_id, n)
) STRICT, WITHOUT ROWID;

CREATE INDEX quote_speaker ON quote (speaker_key, article_id);

CREATE TABLE term (
    article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    n          INTEGER NOT NULL,
    start      INTEGER NOT NULL,
    stop       INTEGER NOT NULL,
    PRIMARY KEY (article_id, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE figure (
    article_id     INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    n              INTEGER NOT NULL,
    start          INTEGER NOT NULL,
    stop           INTEGER NOT NULL,
    value          REAL NOT NULL,
    high           REAL,
    unit           TEXT,
    per            TEXT,
    bound          TEXT,
    of_start       INTEGER,
    of_stop        INTEGER,
    of_key         TEXT,
    change         TEXT,
    magnitude      REAL,
    magnitude_unit TEXT,
    PRIMARY KEY (article_id, n)
) STRICT, WITHOUT ROWID;

CREATE INDEX figure_value ON figure (value);
CREATE INDEX figure_high ON figure (high) WHERE high IS NOT NULL;
CREATE INDEX figure_unit ON figure (unit, value);
CREATE INDEX figure_of ON figure (of_key, article_id);

CREATE TABLE date_mention (
    article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    n          INTEGER NOT NULL,
    start      INTEGER NOT NULL,
    stop       INTEGER NOT NULL,
    date       TEXT,
    PRIMARY KEY (article_id, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
    article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    n          INTEGER NOT NULL,
    name       TEXT NOT NULL,
    name_key   TEXT NOT NULL,
    others     TEXT NOT NULL,  -- JSON: [name, …]
    roles      TEXT NOT NULL,  -- JSON: [role, …]
    mentions   TEXT NOT NULL,  -- JSON: [[start, stop], …]
    PRIMARY KEY (article_id, n)
) STRICT, WITHOUT ROWID;

CREATE INDEX person_name ON person (name_key, article_id);

-- What an article said before a source changed it, oldest first by id.
CREATE TABLE version (
    id         INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    replaced   TEXT NOT NULL,
    text_hash  BLOB NOT NULL,
    title      TEXT NOT NULL,
    published  TEXT,
    text       TEXT NOT NULL,
    blocks     TEXT NOT NULL,
    byline     TEXT,
    language   TEXT,
    url        TEXT
) STRICT;

CREATE INDEX version_article ON version (article_id);
CREATE INDEX version_text ON version (text_hash);

CREATE TABLE note (
    article_id INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    text       TEXT NOT NULL
) STRICT;

CREATE TABLE tag (
    article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    name       TEXT NOT NULL,
    PRIMARY KEY (article_id, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX tag_name ON tag (name, article_id);

-- What the user did, so that it can be undone: these articles had this value in this field.
CREATE TABLE action (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    field  TEXT NOT NULL,
    before TEXT,
    after  TEXT,
    ids    BLOB NOT NULL  -- 64-bit little-endian integers
) STRICT;

CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The words of title, byline and text, folded by tui.library.words on the way in. The index keeps no
-- copy of them: it is written and taken back with what `searchable` gives, folded the same way.
-- Their first three letters are indexed too: with them the search as one types begins.
CREATE VIEW searchable AS
SELECT article.id AS id, article.title AS title, body.byline AS byline, body.text AS text
FROM article JOIN body ON body.article_id = article.id;

CREATE VIRTUAL TABLE word USING fts5 (
    title, byline, text,
    content = 'searchable', content_rowid = 'id',
    tokenize = "unicode61 remove_diacritics 2",
    prefix = '3'
);

INSERT INTO setting (key, value) VALUES ('fold', '1');

-- The words of quotes and of who says them, folded as above; tui.library.words numbers the rows.
CREATE VIRTUAL TABLE spoken USING fts5 (
    speaker, role, said, kind,
    content = '', tokenize = "unicode61 remove_diacritics 2"
);

CREATE TABLE saved_search (
    id    INTEGER PRIMARY KEY,
    name  TEXT NOT NULL UNIQUE,
    query TEXT NOT NULL
) STRICT;

-- What a query has already told of, for whoever asks again what is new.
CREATE TABLE watch (
    query  TEXT PRIMARY KEY,
    seen   BLOB NOT NULL,  -- 64-bit little-endian ids of articles
    looked TEXT NOT NULL
) STRICT, WITHOUT ROWID;
