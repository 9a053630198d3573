-- Subscribed feeds. They are the roots of their articles, but nothing is withdrawn when a feed no longer holds it.
CREATE TABLE feeds (
    url             TEXT    PRIMARY KEY,
    collection      TEXT    NOT NULL,
    title           TEXT    NOT NULL,
    added           INTEGER NOT NULL,                  -- UTC ticks, like all times
    due             INTEGER NOT NULL,
    held_until      INTEGER,                           -- the server asked not to be asked before
    fetched         INTEGER,
    etag            TEXT,
    last_modified   TEXT,                              -- as the server wrote it
    minutes_to_live INTEGER NOT NULL,
    failures        INTEGER NOT NULL,
    error           TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

-- By what an item of a feed is known again, whatever its publisher changes.
CREATE TABLE feed_items (
    feed        TEXT    NOT NULL REFERENCES feeds (url) ON DELETE CASCADE,
    article     TEXT    NOT NULL,                      -- the article's id
    item_id     TEXT    NOT NULL,
    link        TEXT    NOT NULL,                      -- normalised
    delivered   BLOB    NOT NULL,                      -- hash of what the feed said, without dates
    stored      BLOB    NOT NULL,                      -- hash of headline and text
    awaits_page INTEGER NOT NULL,
    page_tries  INTEGER NOT NULL,
    from_page   INTEGER NOT NULL,                      -- the stored text is that of the item's page
    PRIMARY KEY (feed, article)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 3;
