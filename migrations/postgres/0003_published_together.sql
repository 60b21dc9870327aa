-- Which release of its traject it is, from 1 on: two may bear the same second.
ALTER TABLE release ADD COLUMN number BIGINT NOT NULL DEFAULT 0;
UPDATE release SET number = (SELECT COUNT(*) FROM release o WHERE o.traject_id = release.traject_id
  AND (o.released_at < release.released_at OR (o.released_at = release.released_at AND o.id <= release.id)));

-- What layers rest on does not change after a release. cap: the most people that one table speaks for (0: no limit);
-- people: for how many somebody speaks who sees a pin too.
ALTER TABLE wijksessie ADD COLUMN cap BIGINT;
ALTER TABLE me_too ADD COLUMN people BIGINT;
