-- Photos of residents and figures that the team chose for its answer to residents. what: photo or figure; id: which. Whether it may be shown
-- is decided when it is shown: a photo approved, not hidden, and allowed by who sent it; a figure of a file that residents may see.
CREATE TABLE feedback_choice (
  traject_id TEXT NOT NULL REFERENCES traject (id),
  what TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (traject_id, what, id)
);
