-- Photos of residents that the team chose for its answer to them. What may be shown is decided when it is shown: approved, not hidden, and
-- allowed by who sent it.
CREATE TABLE feedback_photo (
  traject_id TEXT NOT NULL REFERENCES traject (id),
  photo_id TEXT NOT NULL,
  PRIMARY KEY (traject_id, photo_id)
);
