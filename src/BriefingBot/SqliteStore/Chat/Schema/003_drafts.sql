-- The message that is shown while a reply is composed: NULL none, '' begun but not known which, else the platform's id.
ALTER TABLE inbox ADD COLUMN draft TEXT;

PRAGMA user_version = 3;
