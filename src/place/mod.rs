//! Where things are: the boundary, the drawn map, the places and streets of a neighbourhood, and how they are measured.
//! Uses `people` and what is below it; knows nothing of what is said about a place.

pub mod buurt;
