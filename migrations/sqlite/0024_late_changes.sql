-- What waits after closing may be changed by whoever said it: a decision is about the words that were seen, as it is for a pin.
ALTER TABLE late_pin ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
