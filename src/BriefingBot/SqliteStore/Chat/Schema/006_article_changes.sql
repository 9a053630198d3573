-- Up to which change of the articles alerts and corrections have been seen to.
CREATE TABLE article_changes (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    sequence INTEGER NOT NULL
) STRICT;

PRAGMA user_version = 6;
