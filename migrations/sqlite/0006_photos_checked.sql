-- poster: whoever sent the photo says that it may be on the poster. version: grows with each change and each decision,
-- so that nobody approves a picture that they did not see.
ALTER TABLE photo ADD COLUMN poster INTEGER NOT NULL DEFAULT 0;
ALTER TABLE photo ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
