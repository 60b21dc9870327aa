-- What was approved is read at each look at a traject, and most of its pins may be none of it: a look costs what it shows. Whether a
-- layer still holds is not asked any more, and words of a theme are found among those that were approved.
DROP INDEX pin_left;
DROP INDEX pin_of_theme;
CREATE INDEX pin_read ON pin (session_code, id, kind, theme)
  WHERE approved = 1 AND hidden = 0 AND removed = 0 AND withdrawn = 0 AND text <> '';
CREATE INDEX pin_named ON pin (session_code, place_name) WHERE place_name IS NOT NULL;
