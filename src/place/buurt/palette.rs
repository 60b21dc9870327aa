//! The colours of the plattegrond: warm paper, calm water, quiet buildings.

/// Ground.
pub const PAPER: &str = "#F7F4EC";
/// Buildings.
pub const BUILDING: &str = "#DDD3C3";
/// Edge of buildings.
pub const BUILDING_OUTLINE: &str = "#C4B7A2";
/// Canals, ponds, rivers.
pub const WATER: &str = "#A9D3E6";
/// Parks, grass, gardens.
pub const GREEN: &str = "#CFE3B4";
/// Trees.
pub const WOOD: &str = "#B5D19B";
/// Pitches and playgrounds.
pub const SPORT: &str = "#DCE8C0";
/// Squares and courtyards.
pub const SQUARE: &str = "#EFE7D6";
/// Streets.
pub const STREET: &str = "#FFFFFF";
/// Edge of streets.
pub const STREET_CASING: &str = "#D8CFBE";
/// Through roads.
pub const STREET_MAIN: &str = "#FFF3D1";
/// Edge of through roads.
pub const STREET_MAIN_CASING: &str = "#D9C48F";
/// Footpaths and cycle paths, dashed.
pub const PATH: &str = "#C9B89A";
/// Train, metro, tram.
pub const RAIL: &str = "#9A9A9A";
/// Names.
pub const LABEL: &str = "#3D3A34";
/// Edge of names.
pub const HALO: &str = "#FFFFFF";
/// The edge of the neighbourhood.
pub const BOUNDARY: &str = "#5B4B8A";
/// Names of water.
pub const LABEL_WATER: &str = "#3F6F8A";
/// Names of parks and woods.
pub const LABEL_GREEN: &str = "#4C6B33";
