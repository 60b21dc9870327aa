//! The people who work with the program: who they are, what they may do, and what they did.
//! Uses `platform` and `ui`; knows nothing of residents or of what they say.

pub mod accounts;
