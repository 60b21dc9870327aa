//! One observation on the map.
