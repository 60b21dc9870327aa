-- assume_first: professionals write down what they assume before the residents' layers open for them. opened_at, opened_by: when
-- the team said that it was ready, and who said so; never taken back.
ALTER TABLE traject ADD COLUMN assume_first INTEGER NOT NULL DEFAULT 0;
ALTER TABLE traject ADD COLUMN opened_at TEXT;
ALTER TABLE traject ADD COLUMN opened_by TEXT;

-- What professionals assume. verdict: NULL until somebody judged. before_open: written before the residents' layers were open for
-- the team. removed rows keep their words: history has them too, and they can be brought back.
CREATE TABLE assumption (
  id TEXT PRIMARY KEY,
  traject_id TEXT NOT NULL REFERENCES traject (id),
  words TEXT NOT NULL,
  theme TEXT,
  verdict TEXT,
  because TEXT NOT NULL,
  before_open INTEGER NOT NULL,
  made_by TEXT REFERENCES staff (id),
  made_at TEXT NOT NULL,
  judged_by TEXT REFERENCES staff (id),
  judged_at TEXT,
  version INTEGER NOT NULL,
  removed INTEGER NOT NULL
);
CREATE INDEX assumption_of_traject ON assumption (traject_id);

-- What the team agrees. public_*: what residents read, only where public = 1.
CREATE TABLE agenda_point (
  id TEXT PRIMARY KEY,
  traject_id TEXT NOT NULL REFERENCES traject (id),
  what TEXT NOT NULL,
  theme TEXT,
  where_words TEXT NOT NULL,
  lon REAL,
  lat REAL,
  when_words TEXT NOT NULL,
  who TEXT NOT NULL,
  quick_win INTEGER NOT NULL,
  status TEXT NOT NULL,
  public INTEGER NOT NULL,
  public_words TEXT NOT NULL,
  public_when TEXT NOT NULL,
  public_why TEXT NOT NULL,
  made_at TEXT NOT NULL,
  version INTEGER NOT NULL,
  removed INTEGER NOT NULL
);
CREATE INDEX agenda_of_traject ON agenda_point (traject_id);

-- What a row of a board rests on. reference: what it points at, see src/evidence/model.rs. label: what it was called when it was linked;
-- never the words of a resident, which can be withdrawn.
CREATE TABLE evidence (
  id TEXT PRIMARY KEY,
  traject_id TEXT NOT NULL REFERENCES traject (id),
  board TEXT NOT NULL,
  row_id TEXT NOT NULL,
  what TEXT NOT NULL,
  reference TEXT NOT NULL,
  label TEXT NOT NULL,
  linked_by TEXT REFERENCES staff (id),
  linked_at TEXT NOT NULL,
  UNIQUE (board, row_id, what, reference)
);
CREATE INDEX evidence_by_reference ON evidence (traject_id, what, reference);

-- Every version of every row, and what somebody typed that could not be kept as it was (action = 'aside'). fields: JSON object.
CREATE TABLE board_history (
  id TEXT PRIMARY KEY,
  traject_id TEXT NOT NULL REFERENCES traject (id),
  board TEXT NOT NULL,
  row_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  action TEXT NOT NULL,
  staff_id TEXT REFERENCES staff (id),
  at TEXT NOT NULL,
  fields TEXT NOT NULL
);
CREATE INDEX board_history_of_row ON board_history (board, row_id, version);

-- The answer of the team to residents. slug: its public address. published: JSON of the page as it was put online; NULL: not online.
CREATE TABLE feedback (
  traject_id TEXT PRIMARY KEY REFERENCES traject (id),
  slug TEXT NOT NULL UNIQUE,
  intro TEXT NOT NULL,
  strong TEXT NOT NULL,
  better TEXT NOT NULL,
  closing TEXT NOT NULL,
  version INTEGER NOT NULL,
  published TEXT,
  published_at TEXT
);

-- What a resident says of what is laid before them. One that was taken back keeps its id and nothing else (removed = 1).
CREATE TABLE answer (
  session_code TEXT NOT NULL REFERENCES wijksessie (code),
  id TEXT NOT NULL,
  removed INTEGER NOT NULL,
  participant TEXT,
  put_hash TEXT,
  about TEXT,
  point_id TEXT,
  lon REAL,
  lat REAL,
  says TEXT,
  words TEXT,
  approved INTEGER NOT NULL,
  hidden INTEGER NOT NULL,
  reason TEXT,
  version INTEGER NOT NULL,
  PRIMARY KEY (session_code, id)
);
CREATE INDEX answer_of_participant ON answer (session_code, participant);
