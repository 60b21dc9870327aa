-- The minute (of the clock, since 1970 in UTC) in which a participant first put something: kept only until the wijksessie closes, and
-- in no backup.
CREATE TABLE arrival (
  session_code TEXT NOT NULL,
  participant TEXT NOT NULL,
  minute BIGINT NOT NULL,
  PRIMARY KEY (session_code, participant)
);

-- A flood that a begeleider took out of a wijksessie, and may put back; and whose it was. What they put stays, with removed = 2 in
-- pin, walk and answer, hidden = 2 in photo, aside = 1 in me_too.
CREATE TABLE flood (
  id TEXT PRIMARY KEY,
  session_code TEXT NOT NULL,
  taken_at TEXT NOT NULL
);
CREATE INDEX flood_of_session ON flood (session_code);
CREATE TABLE aside (
  session_code TEXT NOT NULL,
  participant TEXT NOT NULL,
  flood_id TEXT NOT NULL REFERENCES flood (id),
  PRIMARY KEY (session_code, participant)
);
CREATE INDEX aside_of_flood ON aside (flood_id);
ALTER TABLE me_too ADD COLUMN aside BIGINT NOT NULL DEFAULT 0;

-- A login that began with a link: whoever has it may choose a password without the one until now.
ALTER TABLE staff_token ADD COLUMN by_link BIGINT NOT NULL DEFAULT 0;

-- One row, written to see whether the database takes writes.
CREATE TABLE readiness (
  one BIGINT PRIMARY KEY,
  at TEXT NOT NULL
);
