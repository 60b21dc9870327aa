-- walked: the pin came in as a photo of a walk. It stays with the pin: of one that was withdrawn the photo is gone, and its place is
-- not yet.
ALTER TABLE pin ADD COLUMN walked BIGINT NOT NULL DEFAULT 0;
UPDATE pin SET walked = 1 WHERE EXISTS (
  SELECT 1 FROM photo WHERE photo.session_code = pin.session_code AND photo.pin_id = pin.id AND photo.walk_id IS NOT NULL
);

-- unclear_start, unclear_end: what was kept of the line comes back to what was cut away there, so that from the line alone nobody can
-- tell where a photo was taken. Of older walks nobody knows: taken as so.
ALTER TABLE walk ADD COLUMN unclear_start BIGINT NOT NULL DEFAULT 1;
ALTER TABLE walk ADD COLUMN unclear_end BIGINT NOT NULL DEFAULT 1;
