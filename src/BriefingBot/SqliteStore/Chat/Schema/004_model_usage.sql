-- What the language model has used, for its budgets: a row for each day and person. Requests under way are counted by
-- estimate, so that a crash leaves the estimate and not nothing.
CREATE TABLE model_usage (
    day    INTEGER NOT NULL,                           -- days since 0001-01-01, in UTC
    person TEXT    NOT NULL,                           -- empty for nobody in particular
    tokens INTEGER NOT NULL,
    cost   REAL    NOT NULL,                           -- in the currency of the configured prices
    PRIMARY KEY (day, person)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 4;
