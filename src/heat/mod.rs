//! From released pins to heat layers: kernel density, suppression, isobands.
