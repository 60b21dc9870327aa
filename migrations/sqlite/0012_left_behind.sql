-- The sensitive themes (JSON list of slugs) whose pins are behind the front door: what differs from traject.sensitive an
-- earlier version left half done.
ALTER TABLE traject ADD COLUMN behind_door TEXT NOT NULL DEFAULT '[]';

-- What changes that came together with a DELETE left of pins that were taken back: words, places, photos, "dat zie ik ook".
UPDATE pin SET participant = NULL, put_hash = NULL, lon = NULL, lat = NULL, kind = NULL, theme = NULL, moment = NULL,
  people = 0, text = NULL, created_at = NULL, approved = 0, place_name = NULL, walked = 0 WHERE removed = 1;
INSERT INTO photo_gone (address, photo_id) SELECT f.address, f.id FROM photo f
  JOIN pin p ON p.session_code = f.session_code AND p.id = f.pin_id WHERE p.removed = 1
  ON CONFLICT (address) DO NOTHING;
DELETE FROM photo WHERE EXISTS
  (SELECT 1 FROM pin p WHERE p.session_code = photo.session_code AND p.id = photo.pin_id AND p.removed = 1);
DELETE FROM me_too WHERE EXISTS
  (SELECT 1 FROM pin p WHERE p.session_code = me_too.session_code AND p.id = me_too.pin_id AND p.removed = 1);
