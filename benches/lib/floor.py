"""The floor: the same row into SQLite, one durable commit each, with nothing round it.

python3 benches/lib/floor.py FILE SECONDS: WAL, synchronous=FULL, as the server. Prints one line of JSON.
"""

import json
import os
import sqlite3
import sys
import time
import uuid

file, seconds = sys.argv[1], float(sys.argv[2])
db = sqlite3.connect(file, isolation_level=None)
db.execute("PRAGMA journal_mode = WAL")
db.execute("PRAGMA synchronous = FULL")
db.execute("PRAGMA secure_delete = ON")
db.execute(
    "CREATE TABLE pin (session_code TEXT, id TEXT, participant TEXT, put_hash TEXT, lon REAL, lat REAL, kind TEXT, "
    "theme TEXT, people INTEGER, text TEXT, created_at TEXT, approved INTEGER, PRIMARY KEY (session_code, id))"
)
text = "De banken bij de vijver: hier zit altijd iemand voor een praatje."
times = []
cpu = sum(os.times()[:2])
began = time.perf_counter()
while time.perf_counter() - began < seconds:
    row = ("ABCDEF", str(uuid.uuid4()), "0" * 64, "0" * 64, 4.82, 52.345, "gaat-goed", "algemeen", 1, text, "2027-01-01T10:00:00Z", 0)
    start = time.perf_counter()
    db.execute("BEGIN IMMEDIATE")
    db.execute("INSERT INTO pin VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    db.execute("COMMIT")
    times.append(time.perf_counter() - start)
took = time.perf_counter() - began
cpu = sum(os.times()[:2]) - cpu
times.sort()
print(
    json.dumps(
        {
            "pins": len(times),
            "seconds": took,
            "p50": times[len(times) // 2] * 1000,
            "p99": times[int(len(times) * 0.99)] * 1000,
            "cpu": cpu * 1000 / len(times),
            "sqlite": sqlite3.sqlite_version,
        }
    )
)
