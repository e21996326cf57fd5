-- People, kept evidence and corrections. Evidence that was there is read again, as by a new parser,
-- since what these tables hold is made as evidence comes in.
ALTER TABLE quote ADD COLUMN words INTEGER;    -- of the words said, for the same words elsewhere
ALTER TABLE quote ADD COLUMN name_id INTEGER;  -- who says it, as named

CREATE INDEX quote_words ON quote (words, article_id) WHERE words IS NOT NULL;
CREATE INDEX article_label ON article (label);
CREATE INDEX figure_counted ON figure (of_key, unit, value) WHERE of_key IS NOT NULL;

UPDATE article SET parser_version = 0 WHERE parser_version IS NOT NULL;

-- One person, or one body, of the whole library. The counters are kept by the triggers below.
CREATE TABLE somebody (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    name     TEXT NOT NULL,
    name_key TEXT NOT NULL,
    quotes   INTEGER NOT NULL DEFAULT 0,
    articles INTEGER NOT NULL DEFAULT 0,
    first    TEXT,  -- sort keys of the first and the last article
    last     TEXT
) STRICT;

CREATE INDEX somebody_quotes ON somebody (quotes, id) WHERE articles > 0;
CREATE INDEX somebody_articles ON somebody (articles, id) WHERE articles > 0;
CREATE INDEX somebody_name ON somebody (name_key, id) WHERE articles > 0;
CREATE INDEX somebody_first ON somebody (first, id) WHERE articles > 0;
CREATE INDEX somebody_last ON somebody (last, id) WHERE articles > 0;

-- A name that articles use, and whose it is: key and block as tui.library.people.naming has them.
CREATE TABLE name (
    id          INTEGER PRIMARY KEY,
    key         TEXT NOT NULL UNIQUE,
    written     TEXT NOT NULL,
    role        TEXT,  -- what makes a lone surname a name
    block       TEXT NOT NULL,
    somebody_id INTEGER NOT NULL REFERENCES somebody
) STRICT;

CREATE INDEX name_block ON name (block);
CREATE INDEX name_somebody ON name (somebody_id);

-- The words of names, folded, by the id of the name.
CREATE VIRTUAL TABLE called USING fts5 (
    name, content = '', tokenize = "unicode61 remove_diacritics 2"
);

-- Who is named in which article, and how often quoted there.
CREATE TABLE voice (
    name_id     INTEGER NOT NULL REFERENCES name,
    article_id  INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    somebody_id INTEGER NOT NULL REFERENCES somebody,
    sort_key    TEXT NOT NULL,
    quotes      INTEGER NOT NULL,
    PRIMARY KEY (name_id, article_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX voice_article ON voice (article_id, somebody_id);
CREATE INDEX voice_somebody ON voice (somebody_id, sort_key, article_id, quotes);
CREATE INDEX voice_quoted ON voice (somebody_id, sort_key, article_id) WHERE quotes > 0;

CREATE TRIGGER voice_added AFTER INSERT ON voice BEGIN
    UPDATE somebody SET
        quotes = quotes + new.quotes,
        articles = articles + NOT EXISTS (
            SELECT 1 FROM voice WHERE article_id = new.article_id
            AND somebody_id = new.somebody_id AND name_id <> new.name_id),
        first = min(ifnull(first, new.sort_key), new.sort_key),
        last = max(ifnull(last, new.sort_key), new.sort_key)
    WHERE id = new.somebody_id;
END;

CREATE TRIGGER voice_removed AFTER DELETE ON voice BEGIN
    UPDATE somebody SET
        quotes = quotes - old.quotes,
        articles = articles - NOT EXISTS (
            SELECT 1 FROM voice WHERE article_id = old.article_id
            AND somebody_id = old.somebody_id),
        first = (SELECT min(sort_key) FROM voice WHERE somebody_id = old.somebody_id),
        last = (SELECT max(sort_key) FROM voice WHERE somebody_id = old.somebody_id)
    WHERE id = old.somebody_id;
END;

CREATE TRIGGER voice_redated AFTER UPDATE OF sort_key ON voice BEGIN
    UPDATE somebody SET
        first = (SELECT min(sort_key) FROM voice WHERE somebody_id = new.somebody_id),
        last = (SELECT max(sort_key) FROM voice WHERE somebody_id = new.somebody_id)
    WHERE id = new.somebody_id;
END;

CREATE TRIGGER article_of_voice_redated AFTER UPDATE OF sort_key ON article
WHEN old.sort_key <> new.sort_key BEGIN
    UPDATE voice SET sort_key = new.sort_key WHERE article_id = new.id;
END;

-- What the reader has decided of two names: the same person's, or not. a comes before b.
CREATE TABLE decided (
    a    TEXT NOT NULL,
    b    TEXT NOT NULL,
    same INTEGER NOT NULL CHECK (same IN (0, 1)),
    PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;

CREATE INDEX decided_b ON decided (b);

-- What the reader keeps of an article. start and stop are null where the words are lost: the
-- article no longer has them.
CREATE TABLE kept (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    kind       TEXT NOT NULL CHECK (kind IN ('quote', 'figure', 'sentence')),
    start      INTEGER,
    stop       INTEGER,
    words      TEXT NOT NULL,  -- as they were kept, with the words before and after
    before     TEXT NOT NULL,
    after      TEXT NOT NULL,
    item       TEXT,           -- JSON: the quote or figure as it was kept
    note       TEXT NOT NULL,
    tags       TEXT NOT NULL,  -- JSON: [name, …]
    kept       TEXT NOT NULL
) STRICT;

CREATE INDEX kept_article ON kept (article_id, start);

-- What the reader says of a quote or figure that the parser got wrong.
CREATE TABLE correction (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    kind       TEXT NOT NULL CHECK (kind IN ('quote', 'figure')),
    start      INTEGER,
    stop       INTEGER,
    words      TEXT NOT NULL,
    before     TEXT NOT NULL,
    after      TEXT NOT NULL,
    item       TEXT,           -- JSON: what the parser found there; null: nothing
    changes    TEXT,           -- JSON: what is so instead; null: it is no quote, no figure
    corrected  TEXT NOT NULL
) STRICT;

CREATE INDEX correction_article ON correction (article_id, start);
