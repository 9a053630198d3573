CREATE TABLE subscriptions (
    number    INTEGER PRIMARY KEY,                     -- in the order they were made
    id        TEXT    NOT NULL UNIQUE,
    platform  TEXT    NOT NULL,
    workspace TEXT    NOT NULL,
    channel   TEXT    NOT NULL,
    paused    INTEGER NOT NULL,
    record    TEXT    NOT NULL                         -- JSON
) STRICT;

CREATE INDEX subscriptions_channel ON subscriptions (platform, workspace, channel);

-- A digest for each subscription and local date, from the moment it is taken on; how far it has come is in the inbox.
CREATE TABLE digest_slots (
    subscription TEXT    NOT NULL,
    day          INTEGER NOT NULL,                     -- local; days since 0001-01-01
    inbox        INTEGER NOT NULL REFERENCES inbox (id),
    until        INTEGER,                              -- end of the period, once composed; UTC ticks
    stories      TEXT,                                 -- JSON: what was sent
    items        TEXT,                                 -- JSON: what was told or left out, and why
    PRIMARY KEY (subscription, day)
) STRICT, WITHOUT ROWID;

CREATE INDEX digest_slots_day ON digest_slots (day);
CREATE INDEX digest_slots_inbox ON digest_slots (inbox);

PRAGMA user_version = 5;
