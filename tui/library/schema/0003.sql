-- What is known of a feed beside its source. Times are UTC, ISO 8601 to the second.
CREATE TABLE feed (
    source_id INTEGER PRIMARY KEY REFERENCES source ON DELETE CASCADE,
    folder    TEXT NOT NULL DEFAULT '[]',  -- JSON: the folders that it lies in, the outermost first
    site      TEXT,                        -- the page that it is the feed of
    etag      TEXT,                        -- what the server gave to ask it by, exactly as it came
    modified  TEXT,
    due       TEXT,                        -- when something new is to be expected
    closed    TEXT,                        -- until when the server does not want to be asked
    failures  INTEGER NOT NULL DEFAULT 0,  -- in a row
    problem   TEXT,                        -- what went wrong the last time
    moved     TEXT,                        -- where it says it is now, and how often in a row
    moves     INTEGER NOT NULL DEFAULT 0,
    gone      INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1)),
    complete  INTEGER NOT NULL DEFAULT 0 CHECK (complete IN (0, 1)),  -- articles from their pages
    private   INTEGER NOT NULL DEFAULT 0 CHECK (private IN (0, 1))    -- may be on the own network
) STRICT;
