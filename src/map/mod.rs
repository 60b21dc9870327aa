//! The only door to MapLibre.
