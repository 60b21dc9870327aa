-- What a traject asks, promises and forgets. checklist, sensitive: JSON lists of slugs; erase_on: a day, YYYY-MM-DD.
ALTER TABLE traject ADD COLUMN question TEXT NOT NULL DEFAULT '';
ALTER TABLE traject ADD COLUMN checklist TEXT NOT NULL DEFAULT '[]';
ALTER TABLE traject ADD COLUMN sensitive TEXT NOT NULL DEFAULT '[]';
ALTER TABLE traject ADD COLUMN erase_on TEXT;
ALTER TABLE traject ADD COLUMN keep_layers BIGINT NOT NULL DEFAULT 0;
ALTER TABLE traject ADD COLUMN erased_at TEXT;
-- What became of the residents' input, in the words of the begeleider.
ALTER TABLE traject ADD COLUMN feedback TEXT NOT NULL DEFAULT '';

-- A wijksessie as it is prepared: it has a join code before it opens, and then a row in wijksessie under that code.
-- pause: seconds without touch after which a turn at a shared tablet ends. attended: JSON, rough counts by age and role.
CREATE TABLE plan (
  code TEXT PRIMARY KEY,
  traject_id TEXT NOT NULL REFERENCES traject (id),
  title TEXT NOT NULL,
  method TEXT NOT NULL,
  audience TEXT NOT NULL,
  tables BIGINT NOT NULL,
  group_name TEXT NOT NULL,
  vindplaats TEXT NOT NULL,
  day TEXT,
  expected BIGINT,
  pause BIGINT NOT NULL,
  attended TEXT,
  created_at TEXT NOT NULL
);
CREATE INDEX plan_of_traject ON plan (traject_id);
INSERT INTO plan (code, traject_id, title, method, audience, tables, group_name, vindplaats, pause, created_at)
  SELECT code, traject_id, title, method, audience, tables, '', '', 90, opened_at FROM wijksessie;

-- version: grows with each change, so that nobody approves words that they did not see. hidden: decided against,
-- for this reason. paper: typed in from paper. withdrawn: its words and photos are gone; its place leaves the
-- released layers together with others.
ALTER TABLE pin ADD COLUMN version BIGINT NOT NULL DEFAULT 0;
ALTER TABLE pin ADD COLUMN hidden BIGINT NOT NULL DEFAULT 0;
ALTER TABLE pin ADD COLUMN reason TEXT;
ALTER TABLE pin ADD COLUMN paper BIGINT NOT NULL DEFAULT 0;
ALTER TABLE pin ADD COLUMN withdrawn BIGINT NOT NULL DEFAULT 0;
CREATE INDEX pin_of_participant ON pin (session_code, participant);
ALTER TABLE photo ADD COLUMN hidden BIGINT NOT NULL DEFAULT 0;
ALTER TABLE photo ADD COLUMN reason TEXT;

-- "Dat zie ik ook": a participant (keyed hash) counts with somebody else's pin.
CREATE TABLE me_too (
  session_code TEXT NOT NULL,
  pin_id TEXT NOT NULL,
  participant TEXT NOT NULL,
  PRIMARY KEY (session_code, pin_id, participant),
  FOREIGN KEY (session_code, pin_id) REFERENCES pin (session_code, id)
);

-- Five words, kept as a keyed hash, with which somebody finds their pins back.
CREATE TABLE receipt (
  hash TEXT PRIMARY KEY,
  session_code TEXT NOT NULL REFERENCES wijksessie (code),
  participant TEXT NOT NULL
);
CREATE INDEX receipt_of_participant ON receipt (session_code, participant);

-- login: what somebody types, in small letters. password: argon2id, in PHC form. Wrong passwords slow down.
ALTER TABLE staff ADD COLUMN login TEXT;
ALTER TABLE staff ADD COLUMN password TEXT;
ALTER TABLE staff ADD COLUMN failures BIGINT NOT NULL DEFAULT 0;
ALTER TABLE staff ADD COLUMN slow_until TEXT;
CREATE UNIQUE INDEX staff_by_login ON staff (login);

-- A released layer that stays after the pins behind it are gone; it holds no person.
CREATE TABLE kept_layer (
  traject_id TEXT NOT NULL REFERENCES traject (id),
  slice TEXT NOT NULL,
  layer BYTEA NOT NULL,
  PRIMARY KEY (traject_id, slice)
);

-- What the organisation fills in: its name, its contact, its statements.
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
);
