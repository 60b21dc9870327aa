-- Who were at the wijksessies of a release, in numbers (JSON): by age at least how many people. It is made in the transaction of the
-- release and never changed.
CREATE TABLE told_attendance (
  release_id TEXT PRIMARY KEY REFERENCES release (id),
  traject_id TEXT NOT NULL REFERENCES traject (id),
  content TEXT NOT NULL
);
CREATE INDEX told_attendance_of_traject ON told_attendance (traject_id);
