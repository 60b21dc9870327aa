-- The public place, by its name on the plattegrond, as which a strength may be shown: the begeleider said so. The pin
-- itself, its time and how many there are is not shown with it.
ALTER TABLE pin ADD COLUMN place_name TEXT;
