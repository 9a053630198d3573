-- Which answers cite an article.
CREATE TABLE cited_articles (
    article TEXT    NOT NULL,
    answer  INTEGER NOT NULL REFERENCES answers (number),
    PRIMARY KEY (article, answer)
) STRICT, WITHOUT ROWID;

CREATE INDEX cited_articles_answer ON cited_articles (answer);

INSERT OR IGNORE INTO cited_articles
SELECT json_extract(e.value, '$.article'), a.number FROM answers a, json_each(a.record, '$.evidence') e;

-- Articles that were replaced or withdrawn, until they have come to rest and were seen to, and a day longer.
CREATE TABLE changed_articles (
    article   TEXT    PRIMARY KEY,
    sequence  INTEGER NOT NULL,                        -- of the last change
    withdrawn INTEGER NOT NULL,
    first     INTEGER NOT NULL,                        -- when it was seen to have changed, for the first time since it was at rest; UTC ticks
    last      INTEGER NOT NULL,                        -- and for the last time
    taken     INTEGER NOT NULL DEFAULT 0               -- it was seen to
) STRICT, WITHOUT ROWID;

CREATE INDEX changed_articles_last ON changed_articles (last);

-- What was told of an answer's citations, the last of each.
CREATE TABLE corrections (
    answer   TEXT    NOT NULL REFERENCES answers (id),
    citation INTEGER NOT NULL,                         -- which one of its evidence, from 0 up
    thread   TEXT    NOT NULL,                         -- platform, channel and thread; empty outside of threads
    article  TEXT    NOT NULL,
    before   TEXT    NOT NULL,
    current  TEXT    NOT NULL,                         -- the passage as it then stood; empty when it did not
    PRIMARY KEY (answer, citation)
) STRICT, WITHOUT ROWID;

CREATE INDEX corrections_thread ON corrections (thread, article);

-- Gap reports that were put into the inbox.
CREATE TABLE gap_report_slots (
    platform  TEXT    NOT NULL,
    workspace TEXT    NOT NULL,
    channel   TEXT    NOT NULL,
    day       INTEGER NOT NULL,                        -- local; days since 0001-01-01
    PRIMARY KEY (platform, workspace, channel, day)
) STRICT, WITHOUT ROWID;

CREATE INDEX answers_at ON answers (at);

PRAGMA user_version = 8;
