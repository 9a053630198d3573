-- Where each gateway connection broke off, so that a restart goes on there. Kept with the inbox: an event counts as
-- received only when it is stored.
CREATE TABLE gateway_sessions (
    shard    TEXT PRIMARY KEY,                         -- "0/1"
    id       TEXT    NOT NULL,
    url      TEXT    NOT NULL,
    sequence INTEGER NOT NULL,
    intents  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 2;
