//! Step 3: residents' heat layers beside what professionals know.
