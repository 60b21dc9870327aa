//! What every room stands on (server): configuration, router, database, files, clock, security, telemetry.
