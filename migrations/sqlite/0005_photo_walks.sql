-- A walk with photos along it. One that was taken back keeps its id and nothing else (removed = 1). put_hash, track_hash:
-- keyed hashes that recognise the same again. track: JSON [[[lon, lat], …], …], what is left of the line after its ends
-- were cut away; a single position where the whole was too short.
CREATE TABLE walk (
  session_code TEXT NOT NULL REFERENCES wijksessie (code),
  id TEXT NOT NULL,
  removed INTEGER NOT NULL,
  participant TEXT,
  put_hash TEXT,
  title TEXT,
  track_hash TEXT,
  track TEXT,
  PRIMARY KEY (session_code, id)
);
CREATE INDEX walk_of_participant ON walk (session_code, participant);

-- A photo belongs to a pin, to a walk, or to both (then the pin has its id). lon, lat, kind, theme, moment: of a photo of a
-- walk that is no pin; else the pin has them. seq: its order along the walk. matters: one of those to look at first.
CREATE TABLE photo_0006 (
  id TEXT PRIMARY KEY,
  session_code TEXT NOT NULL,
  pin_id TEXT,
  walk_id TEXT,
  put_hash TEXT NOT NULL,
  content TEXT NOT NULL,
  address TEXT NOT NULL UNIQUE,
  caption TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  thumbhash BLOB NOT NULL,
  approved INTEGER NOT NULL,
  hidden INTEGER NOT NULL DEFAULT 0,
  reason TEXT,
  lon REAL,
  lat REAL,
  kind TEXT,
  theme TEXT,
  moment TEXT,
  seq INTEGER NOT NULL DEFAULT 0,
  matters INTEGER NOT NULL DEFAULT 0,
  CHECK (pin_id IS NOT NULL OR walk_id IS NOT NULL),
  FOREIGN KEY (session_code, pin_id) REFERENCES pin (session_code, id),
  FOREIGN KEY (session_code, walk_id) REFERENCES walk (session_code, id)
);
INSERT INTO photo_0006 (id, session_code, pin_id, put_hash, content, address, caption, width, height, thumbhash, approved, hidden, reason)
  SELECT id, session_code, pin_id, put_hash, content, address, caption, width, height, thumbhash, approved, hidden, reason FROM photo;
DROP TABLE photo;
ALTER TABLE photo_0006 RENAME TO photo;
CREATE INDEX photo_of_pin ON photo (session_code, pin_id);
CREATE INDEX photo_of_walk ON photo (session_code, walk_id);
CREATE INDEX photo_by_content ON photo (content);

-- Whose address it was, so that a photo that was deleted is not taken in again.
ALTER TABLE photo_gone ADD COLUMN photo_id TEXT;
CREATE INDEX photo_gone_by_id ON photo_gone (photo_id);
