//! Staff, their roles and tokens, and the audit trail.
