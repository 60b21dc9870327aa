-- What was said while a wijksessie was open and came in after it was closed: it counts nowhere until a begeleider takes it in, as a
-- pin under the same id. Of one that was decided about only the id stays (decided = 1).
CREATE TABLE late_pin (
  session_code TEXT NOT NULL REFERENCES wijksessie (code),
  id TEXT NOT NULL,
  decided BIGINT NOT NULL,
  participant TEXT,
  put_hash TEXT,
  lon DOUBLE PRECISION,
  lat DOUBLE PRECISION,
  kind TEXT,
  theme TEXT,
  moment TEXT,
  people BIGINT NOT NULL,
  text TEXT,
  created_at TEXT,
  PRIMARY KEY (session_code, id)
);

-- How much a device still holds of a wijksessie, as it says itself. The device is a keyed hash, of this wijksessie only.
CREATE TABLE device_hold (
  session_code TEXT NOT NULL REFERENCES wijksessie (code),
  device TEXT NOT NULL,
  items BIGINT NOT NULL,
  PRIMARY KEY (session_code, device)
);
