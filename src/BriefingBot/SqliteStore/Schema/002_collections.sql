-- The part of the library an article belongs to. Until it is read again, an article counts to the top folder of its
-- file; forgetting how the files looked makes the next run read them all, since a file may state another collection.
ALTER TABLE articles ADD COLUMN collection TEXT NOT NULL DEFAULT 'default';

UPDATE articles SET collection = substr(file, 1, instr(file, '/') - 1) WHERE instr(file, '/') > 1;

DELETE FROM files;

PRAGMA user_version = 2;
