-- Requests to the language model that are under way. Each is counted in model_usage by estimate; what a killed process
-- left behind is counted by what it had sent once no reply can be under way any more.
CREATE TABLE model_reservations (
    id     TEXT    PRIMARY KEY,
    day    INTEGER NOT NULL,                           -- with the person, the row of model_usage
    person TEXT    NOT NULL,
    tokens INTEGER NOT NULL,                           -- as counted there: sent, and the longest reply
    sent   INTEGER NOT NULL,                           -- tokens of the request alone
    cost   REAL    NOT NULL,                           -- of the request alone; model_usage does not have it yet
    until  INTEGER NOT NULL                            -- ticks of UTC
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 9;
