-- A file with figures that was brought in: where it came from, and what holds for all of it. traject_id: nothing where it
-- is of every traject. state: busy until every row is in, then ready. shape: area, square or point. square_m: the side of
-- a square in metres. report: JSON, what matched and what did not.
CREATE TABLE figure_import (
  id TEXT PRIMARY KEY,
  traject_id TEXT REFERENCES traject (id),
  state TEXT NOT NULL CHECK (state IN ('busy', 'ready')),
  shape TEXT NOT NULL CHECK (shape IN ('area', 'square', 'point')),
  square_m BIGINT NOT NULL,
  file_name TEXT NOT NULL,
  source TEXT NOT NULL,
  year BIGINT NOT NULL,
  licence TEXT NOT NULL,
  caveat TEXT NOT NULL,
  public BIGINT NOT NULL,
  report TEXT NOT NULL,
  made_at TEXT NOT NULL,
  made_by TEXT
);
CREATE INDEX figure_import_of_traject ON figure_import (traject_id);

-- One column of such a file. place: where its value stands in `figures` below, from 0 on. better: more, less or neither.
-- counts: nothing, people or things. withdrawn_at: out of lists and new choices, still read where something rests on it.
CREATE TABLE indicator (
  id TEXT PRIMARY KEY,
  import_id TEXT NOT NULL REFERENCES figure_import (id),
  place BIGINT NOT NULL,
  column_name TEXT NOT NULL,
  name TEXT NOT NULL,
  unit TEXT NOT NULL,
  domain TEXT NOT NULL,
  better TEXT NOT NULL,
  counts TEXT NOT NULL,
  withdrawn_at TEXT,
  version BIGINT NOT NULL
);
CREATE INDEX indicator_of_import ON indicator (import_id);

-- figures: a JSON list, one for each indicator by its place: a number, null (nothing known) or "x" (not shown).
CREATE TABLE figure_area (
  import_id TEXT NOT NULL REFERENCES figure_import (id),
  code TEXT NOT NULL,
  level TEXT NOT NULL,
  name TEXT NOT NULL,
  figures TEXT NOT NULL,
  PRIMARY KEY (import_id, code)
);

-- x, y: the south-west corner in RD metres.
CREATE TABLE figure_square (
  import_id TEXT NOT NULL REFERENCES figure_import (id),
  x BIGINT NOT NULL,
  y BIGINT NOT NULL,
  figures TEXT NOT NULL,
  PRIMARY KEY (import_id, x, y)
);

-- x, y: RD metres, on a grid of 10 m.
CREATE TABLE figure_point (
  import_id TEXT NOT NULL REFERENCES figure_import (id),
  seq BIGINT NOT NULL,
  x BIGINT NOT NULL,
  y BIGINT NOT NULL,
  category TEXT NOT NULL,
  PRIMARY KEY (import_id, seq)
);
CREATE INDEX figure_point_by_place ON figure_point (import_id, x, y);

-- What is coming in a buurt: a dated place. kind: sloop, bouw, renovatie, school-dicht, anders. starts_on, ends_on: a year,
-- a month or a day (2027, 2027-03, 2027-03-15). version: grows with each change.
CREATE TABLE coming (
  id TEXT PRIMARY KEY,
  traject_id TEXT NOT NULL REFERENCES traject (id),
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  words TEXT NOT NULL,
  source TEXT NOT NULL,
  lon DOUBLE PRECISION NOT NULL,
  lat DOUBLE PRECISION NOT NULL,
  place_name TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  version BIGINT NOT NULL,
  removed BIGINT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL
);
CREATE INDEX coming_of_traject ON coming (traject_id);

-- What a team reads from residents beside figures, for a theme and a part of the buurt. suggested, judged: same,
-- contradict, figures-silent, residents-silent, both-silent, open. basis: JSON, what the suggestion rested on when it was judged.
-- Every row stays; the one with the highest version holds.
CREATE TABLE reading (
  traject_id TEXT NOT NULL REFERENCES traject (id),
  theme TEXT NOT NULL,
  part TEXT NOT NULL,
  version BIGINT NOT NULL,
  suggested TEXT NOT NULL,
  judged TEXT NOT NULL,
  why TEXT NOT NULL,
  basis TEXT NOT NULL,
  judged_at TEXT NOT NULL,
  judged_by TEXT NOT NULL,
  PRIMARY KEY (traject_id, theme, part, version)
);
