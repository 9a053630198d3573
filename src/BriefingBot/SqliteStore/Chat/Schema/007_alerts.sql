CREATE TABLE alerts (
    number    INTEGER PRIMARY KEY,                     -- in the order they were made
    id        TEXT    NOT NULL UNIQUE,
    platform  TEXT    NOT NULL,
    workspace TEXT    NOT NULL,
    channel   TEXT    NOT NULL,
    thread    TEXT    NOT NULL,                        -- empty outside of threads
    key       TEXT    NOT NULL,                        -- what different wordings of it have in common
    user      TEXT    NOT NULL,                        -- who made it, with the platform
    paused    INTEGER NOT NULL,
    taken     INTEGER NOT NULL DEFAULT 0,              -- bundles it has been through
    record    TEXT    NOT NULL,                        -- JSON
    UNIQUE (platform, workspace, channel, thread, key)
) STRICT;

CREATE INDEX alerts_user ON alerts (user);

-- Articles that alerts wait for: told, or to be told.
CREATE TABLE alert_matches (
    alert   TEXT    NOT NULL,
    article TEXT    NOT NULL,
    key     INTEGER NOT NULL,                          -- of the version that matched
    at      INTEGER NOT NULL,                          -- UTC ticks, as are all times
    bundle  INTEGER,                                   -- NULL as long as it is in none
    PRIMARY KEY (alert, article)
) STRICT, WITHOUT ROWID;

CREATE INDEX alert_matches_article ON alert_matches (article);
CREATE INDEX alert_matches_waiting ON alert_matches (alert, at) WHERE bundle IS NULL;
CREATE INDEX alert_matches_bundle ON alert_matches (alert, bundle);

-- What an alert tells at once; how far it has come is in the inbox.
CREATE TABLE alert_bundles (
    alert   TEXT    NOT NULL,
    number  INTEGER NOT NULL,
    inbox   INTEGER NOT NULL REFERENCES inbox (id),
    at      INTEGER NOT NULL,                          -- when it was taken
    stories TEXT,                                      -- JSON: what was told; NULL as long as it is not composed
    told    INTEGER,                                   -- how many that are
    PRIMARY KEY (alert, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX alert_bundles_inbox ON alert_bundles (inbox);

PRAGMA user_version = 7;
