//! Traject and wijksessie: join code, promise, open → closed → released.
