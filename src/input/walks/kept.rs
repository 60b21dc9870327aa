//! What is kept of a track, and where photos go by it.

use super::WalkError;
use super::course;
use super::store::WalkRow;
use super::track::{self, Reach};
use crate::place::buurt::{Place, TrajectArea};

/// The line of a walk; nothing where it has none.
pub(super) fn track_of(kept: Option<&String>) -> Result<Vec<Vec<Place>>, WalkError> {
    let Some(text) = kept else { return Ok(Vec::new()) };
    let positions: Vec<Vec<[f64; 2]>> = serde_json::from_str(text).map_err(WalkError::Track)?;
    let place = |[lon, lat]: [f64; 2]| Place { lon, lat };
    Ok(positions.into_iter().map(|piece| piece.into_iter().map(place).collect()).collect())
}

/// All that is known of a track once it is kept, in metres. Every photo that does not say it is settled goes by this, whether it
/// comes before the track or after it: what was cut away is forgotten, so it may decide nothing.
pub(super) struct Kept {
    pub line: track::Pieces,
    pub reach: Reach,
}

impl Kept {
    /// Of a walk; nothing where it has no track yet.
    pub(super) fn of(area: &TrajectArea, walk: &WalkRow) -> Result<Option<Self>, WalkError> {
        if walk.track_hash.is_none() {
            return Ok(None);
        }
        let line = course::metres(area, &track_of(walk.track.as_ref())?);
        Ok(Some(Self { line, reach: walk.reach }))
    }

    /// Where a photo is kept: where it was taken, at an end of the line, or nowhere. `may_lie` says of a place whether such a photo
    /// is kept there: one that would have to move once more might come back to where somebody lives.
    pub(super) fn settle(
        &self,
        area: &TrajectArea,
        place: Place,
        may_lie: impl Fn(Place) -> bool,
    ) -> Option<Place> {
        let at = course::coord(area, place)?;
        let to = track::settle_by_kept(&self.line, self.reach, at)?;
        if to == at {
            return Some(place);
        }
        area.degrees(to.x, to.y).filter(|to| may_lie(*to))
    }
}

#[cfg(test)]
mod tests {
    use super::track_of;

    #[test]
    fn a_line_that_cannot_be_read_is_not_a_walk_without_one() {
        assert!(track_of(None).unwrap().is_empty());
        assert_eq!(track_of(Some(&"[[[5.1,52.1],[5.2,52.2]]]".to_owned())).unwrap()[0].len(), 2);
        for broken in ["", "[[[5.1,", "[[[5.1]]]", "{}"] {
            assert!(track_of(Some(&broken.to_owned())).is_err(), "{broken}");
        }
    }
}
