//! The grid itself, for other programs.

use serde_json::{Value, json};

use super::layer::HeatGrid;

/// Unit of all values.
pub const UNIT: &str = "per km2";

/// The layer as the contract describes it: `x0`, `y0` are the centre of the first (south-west) cell, values
/// run row by row to the north, `null` where suppressed. `pins` is always `null`: how many pins there are is not told.
/// `participants` and `people` are the voices of the layer, at least, in multiples of *k*, and `null` where there are none.
pub fn to_json(grid: &HeatGrid) -> Value {
    let lattice = grid.lattice();
    json!({
        "crs": "EPSG:28992",
        "x0": lattice.x0, "y0": lattice.y0,
        "dx": lattice.dx, "dy": lattice.dy,
        "nx": lattice.nx, "ny": lattice.ny,
        "bandwidth": grid.bandwidth(),
        "unit": UNIT,
        "pins": null,
        "participants": grid.voices(),
        "people": grid.voices(),
        "values": grid.values().collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layers::heat::{
        Bandwidth,
        testing::{INVENTED_AREA, invented_layer, layer},
    };

    #[test]
    fn the_grid_has_a_value_or_null_for_each_cell_and_the_members_of_the_contract() {
        let grid = invented_layer(Bandwidth::Normal);
        let json = to_json(&grid);
        assert_eq!(json["crs"], "EPSG:28992");
        assert_eq!((&json["bandwidth"], &json["unit"]), (&json!(75), &json!("per km2")));
        assert_eq!((&json["pins"], &json["participants"]), (&json!(null), &json!(grid.voices())));
        assert_eq!((&json["x0"], &json["y0"]), (&json!(120_750.0), &json!(485_750.0)));
        let values = json["values"].as_array().unwrap();
        assert_eq!(values.len(), grid.lattice().len());
        assert!(values[0].is_null());
        let highest = values.iter().filter_map(Value::as_f64).fold(0.0, f64::max);
        assert_eq!(Some(highest), grid.peak());
    }

    #[test]
    fn a_layer_of_nobody_is_all_null() {
        let json = to_json(&layer(INVENTED_AREA, &[], Bandwidth::Normal, 3));
        assert!(json["participants"].is_null());
        assert!(json["values"].as_array().unwrap().iter().all(Value::is_null));
    }
}
