-- Inbox and outbox in one: a row is a message on its way from received to delivered.
CREATE TABLE inbox (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,  -- in the order of arrival
    event_key       TEXT    NOT NULL UNIQUE,
    state           INTEGER NOT NULL,                  -- 0 received, 1 answered, 2 delivered, 3 dropped, 4 refused
    channel         TEXT    NOT NULL,
    conversation    TEXT    NOT NULL,
    user            TEXT    NOT NULL,                  -- with the platform
    received        INTEGER NOT NULL,                  -- UTC ticks, as are all times
    due             INTEGER NOT NULL,                  -- when it may be taken: of a leased row, when the lease ends
    owner           TEXT,                              -- who holds the lease
    attempts        INTEGER NOT NULL DEFAULT 0,        -- of composing
    deliveries      INTEGER NOT NULL DEFAULT 0,        -- that failed
    payload_refused INTEGER NOT NULL DEFAULT 0,
    message         TEXT    NOT NULL,                  -- JSON; without its payload once the work is done
    reply           TEXT,                              -- JSON
    finished        INTEGER,
    reason          TEXT                               -- of the last failure or of dropping it
) STRICT;

CREATE INDEX inbox_open ON inbox (channel, id) WHERE state < 2;
CREATE INDEX inbox_open_conversation ON inbox (conversation, id) WHERE state = 0;
CREATE INDEX inbox_leased_channel ON inbox (channel, due) WHERE owner IS NOT NULL;
CREATE INDEX inbox_leased_user ON inbox (user, due) WHERE owner IS NOT NULL;
CREATE INDEX inbox_open_user ON inbox (user) WHERE state < 2;
CREATE INDEX inbox_user ON inbox (user, received);

-- Which channel was served last, for taking turns.
CREATE TABLE turns_taken (
    channel TEXT PRIMARY KEY,
    served  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Messages of ours that reached a platform.
CREATE TABLE receipts (
    inbox      INTEGER NOT NULL REFERENCES inbox (id),
    ordinal    INTEGER NOT NULL,
    platform   TEXT    NOT NULL,
    message_id TEXT    NOT NULL,
    PRIMARY KEY (inbox, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX receipts_message ON receipts (platform, message_id);

CREATE TABLE answers (
    number       INTEGER PRIMARY KEY,
    id           TEXT    NOT NULL UNIQUE,
    inbox        INTEGER NOT NULL REFERENCES inbox (id),
    conversation TEXT    NOT NULL,
    gap_key      TEXT    NOT NULL,                     -- what different wordings of a question have in common
    status       TEXT    NOT NULL,
    asked        TEXT    NOT NULL,
    at           INTEGER NOT NULL,
    shared       INTEGER NOT NULL DEFAULT 0,
    record       TEXT    NOT NULL,                     -- JSON
    reply        TEXT    NOT NULL                      -- JSON
) STRICT;

CREATE INDEX answers_conversation ON answers (conversation, number);
CREATE INDEX answers_inbox ON answers (inbox);
CREATE INDEX answers_gap ON answers (gap_key);

CREATE TABLE buttons (
    id     TEXT PRIMARY KEY,
    answer TEXT NOT NULL REFERENCES answers (id),
    action TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE feedback (
    answer  TEXT    NOT NULL REFERENCES answers (id),
    user    TEXT    NOT NULL,
    verdict TEXT    NOT NULL,
    at      INTEGER NOT NULL,
    PRIMARY KEY (answer, user)
) STRICT, WITHOUT ROWID;

CREATE TABLE channel_settings (
    platform   TEXT    NOT NULL,
    workspace  TEXT    NOT NULL,
    channel    TEXT    NOT NULL,
    settings   TEXT    NOT NULL,                       -- JSON
    changed_by TEXT    NOT NULL,
    changed    INTEGER NOT NULL,
    PRIMARY KEY (platform, workspace, channel)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 1;
