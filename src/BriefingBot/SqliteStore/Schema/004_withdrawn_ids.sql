-- Which article a withdrawn version was of, for those who follow what becomes of articles. Unknown of what was withdrawn before.
ALTER TABLE withdrawals ADD COLUMN id TEXT NOT NULL DEFAULT '';

CREATE INDEX withdrawals_id ON withdrawals (id) WHERE id <> '';

PRAGMA user_version = 4;
