-- What residents said in the teruglegging of a release, in numbers (JSON): for each point and place at least how many people. It is
-- made in the transaction of the release and never changed.
CREATE TABLE told_answers (
  release_id TEXT PRIMARY KEY REFERENCES release (id),
  traject_id TEXT NOT NULL REFERENCES traject (id),
  content TEXT NOT NULL
);
CREATE INDEX told_answers_of_traject ON told_answers (traject_id);
