-- The one thing that is derived from the pins of a release (JSON): which squares tell of how many people, at least. It is made
-- in the transaction of the release and never changed.
CREATE TABLE told_table (
  release_id TEXT PRIMARY KEY REFERENCES release (id),
  traject_id TEXT NOT NULL REFERENCES traject (id),
  content TEXT NOT NULL
);
CREATE INDEX told_table_of_traject ON told_table (traject_id);

-- What was withdrawn after a release waited in the layers until others left with it. It is gone now, with its place.
UPDATE pin SET lon = NULL, lat = NULL, moment = NULL, people = 1, walked = 0, place_name = NULL
  WHERE withdrawn = 1 AND removed = 0;
DELETE FROM me_too WHERE EXISTS
  (SELECT 1 FROM pin p WHERE p.session_code = me_too.session_code AND p.id = me_too.pin_id AND p.withdrawn = 1);
