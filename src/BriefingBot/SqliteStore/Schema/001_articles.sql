-- Current articles. What lists and scans need is here; the bulk is in tables of its own, so that scans stay short
-- and changing a copy group does not rewrite a text.
CREATE TABLE articles (
    key             INTEGER PRIMARY KEY,               -- the change number of its entry, so never used twice
    id              TEXT    NOT NULL UNIQUE,
    copy_group      INTEGER NOT NULL,
    published       INTEGER,                           -- UTC ticks
    published_flags INTEGER NOT NULL,                  -- 1: only the day is known, 2: inferred from the text
    updated         INTEGER,
    updated_flags   INTEGER NOT NULL,
    ingested        INTEGER NOT NULL,                  -- UTC ticks
    hash            BLOB    NOT NULL,
    root            TEXT    NOT NULL,
    file            TEXT    NOT NULL,
    source          TEXT    NOT NULL,
    language        TEXT    NOT NULL,
    title           TEXT    NOT NULL,
    author          TEXT    NOT NULL,
    url             TEXT    NOT NULL
) STRICT;

CREATE TABLE texts (
    article INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE,
    blocks  BLOB NOT NULL,                             -- see BlockList
    text    TEXT NOT NULL
) STRICT;

CREATE TABLE signatures (
    article   INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE,
    signature BLOB NOT NULL
) STRICT;

-- "start" and "end" are UTF-16 offsets into the text, half-open.
CREATE TABLE passages (
    article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    start   INTEGER NOT NULL,
    "end"   INTEGER NOT NULL,
    PRIMARY KEY (article, ordinal)
) STRICT, WITHOUT ROWID;

-- Versions that were replaced or withdrawn, so that an index that stands at an older change number can catch up.
CREATE TABLE withdrawals (
    sequence INTEGER PRIMARY KEY,                      -- change numbers are shared with the articles' keys
    article  INTEGER NOT NULL
) STRICT;

CREATE TABLE roots (
    path TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE files (
    root     TEXT    NOT NULL,
    file     TEXT    NOT NULL,
    length   INTEGER NOT NULL,
    modified INTEGER NOT NULL,                         -- UTC ticks
    PRIMARY KEY (root, file)
) STRICT, WITHOUT ROWID;

CREATE TABLE state (
    only_row          INTEGER PRIMARY KEY CHECK (only_row = 1),
    copy_groups_stale INTEGER NOT NULL
) STRICT;

INSERT INTO state VALUES (1, 0);

PRAGMA user_version = 1;
