-- What a room was shown of its pins while it is open: it changes in groups of at least k people, and a restart or a second server
-- goes on where it was. version says what is shown, writes how often something was written here.
CREATE TABLE room_picture (
  session_code TEXT PRIMARY KEY REFERENCES wijksessie (code),
  version BIGINT NOT NULL,
  writes BIGINT NOT NULL
);

-- A pin as it was when it was shown: on the 25 m grid, with a keyed hash of the approved words that were let through, and the ids
-- of the photos. Never the words themselves. What was taken back stays here until others change with it, or the moment closes.
CREATE TABLE room_pin (
  session_code TEXT NOT NULL REFERENCES wijksessie (code),
  pin_id TEXT NOT NULL,
  participant TEXT NOT NULL,
  lon DOUBLE PRECISION,
  lat DOUBLE PRECISION,
  kind TEXT NOT NULL,
  theme TEXT,
  words TEXT,
  photos TEXT NOT NULL,
  PRIMARY KEY (session_code, pin_id)
);
