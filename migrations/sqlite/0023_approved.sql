-- What was approved is read at each look at a traject, and most of its pins may be none of it: a look costs what it shows. Whether a
-- layer still holds is not asked any more, and words of a theme are found among those that were approved.
DROP INDEX pin_left;
DROP INDEX pin_of_theme;
-- Each column that says so stands in it: by them a database without statistics finds it better than the key of all pins.
CREATE INDEX pin_read ON pin (session_code, approved, hidden, removed, withdrawn, id, kind, theme)
  WHERE approved = 1 AND text <> '';
CREATE INDEX pin_named ON pin (session_code, place_name) WHERE place_name IS NOT NULL;
