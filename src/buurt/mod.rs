//! A neighbourhood: its boundary, its plattegrond, and importing both.
