-- Times are text in UTC, RFC 3339; ids are UUIDs as text; yes and no are 1 and 0.

-- A drawn map under the hash of its content, in the forms in which it is served (brotli).
CREATE TABLE plattegrond (
  hash TEXT PRIMARY KEY,
  geojson BLOB NOT NULL,
  svg BLOB NOT NULL,
  names BLOB NOT NULL,
  attribution TEXT NOT NULL
);

CREATE TABLE buurt (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  boundary TEXT NOT NULL,
  invented INTEGER NOT NULL,
  plattegrond TEXT NOT NULL REFERENCES plattegrond (hash)
);

CREATE TABLE traject (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  k INTEGER NOT NULL CHECK (k >= 3),
  promise TEXT NOT NULL,
  themes TEXT NOT NULL,
  created_at TEXT NOT NULL
);

CREATE TABLE traject_buurt (
  traject_id TEXT NOT NULL REFERENCES traject (id),
  position INTEGER NOT NULL,
  buurt_code TEXT NOT NULL REFERENCES buurt (code),
  PRIMARY KEY (traject_id, position)
);

-- One batch of sessions handed to the professionals.
CREATE TABLE release (
  id TEXT PRIMARY KEY,
  traject_id TEXT NOT NULL REFERENCES traject (id),
  released_at TEXT NOT NULL
);
CREATE INDEX release_of_traject ON release (traject_id);

CREATE TABLE wijksessie (
  code TEXT PRIMARY KEY,
  traject_id TEXT NOT NULL REFERENCES traject (id),
  title TEXT NOT NULL,
  method TEXT NOT NULL,
  audience TEXT NOT NULL,
  tables INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'closed', 'released')),
  opened_at TEXT NOT NULL,
  closed_at TEXT,
  release_id TEXT REFERENCES release (id)
);
CREATE INDEX wijksessie_of_traject ON wijksessie (traject_id);

-- A pin that was taken back keeps its id and nothing else (removed = 1).
CREATE TABLE pin (
  session_code TEXT NOT NULL REFERENCES wijksessie (code),
  id TEXT NOT NULL,
  removed INTEGER NOT NULL,
  participant TEXT,
  put_hash TEXT,
  lon REAL,
  lat REAL,
  kind TEXT,
  theme TEXT,
  moment TEXT,
  people INTEGER NOT NULL,
  text TEXT,
  created_at TEXT,
  approved INTEGER NOT NULL,
  PRIMARY KEY (session_code, id)
);

CREATE TABLE photo (
  id TEXT PRIMARY KEY,
  session_code TEXT NOT NULL,
  pin_id TEXT NOT NULL,
  put_hash TEXT NOT NULL,
  content TEXT NOT NULL,
  address TEXT NOT NULL UNIQUE,
  caption TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  thumbhash BLOB NOT NULL,
  approved INTEGER NOT NULL,
  FOREIGN KEY (session_code, pin_id) REFERENCES pin (session_code, id)
);
CREATE INDEX photo_of_pin ON photo (session_code, pin_id);
CREATE INDEX photo_by_content ON photo (content);

-- An address that no longer holds: it answers 410, not 404.
CREATE TABLE photo_gone (
  address TEXT PRIMARY KEY
);

CREATE TABLE staff (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  created_at TEXT NOT NULL,
  revoked_at TEXT
);

CREATE TABLE staff_traject (
  staff_id TEXT NOT NULL REFERENCES staff (id),
  traject_id TEXT NOT NULL REFERENCES traject (id),
  PRIMARY KEY (staff_id, traject_id)
);

-- Only hashes of tokens are kept. purpose: link (once), bearer, cookie.
CREATE TABLE staff_token (
  hash TEXT PRIMARY KEY,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  purpose TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT
);

CREATE TABLE audit (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  staff_id TEXT,
  action TEXT NOT NULL,
  subject TEXT NOT NULL
);
CREATE INDEX audit_by_time ON audit (at);
