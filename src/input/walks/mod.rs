//! A photo walk: a line with photos along it. A photo that has a kind and a place is a pin too.
//!
//! Words of this room: an *outing* is one walk of a recording, a track or a part of one before and after a pause of
//! more than ten minutes (`outing`). A *home* is where an outing began or ended, or where somebody stayed a quarter of
//! an hour within 50 m, all times together (`outing::staying`). The *cut* is where the kept line of an outing begins,
//! ends or stops at a home. A *stop* is a photo of a walk; with a kind and a place it is a pin too, under the same id.
//!
//! 1. **Made.** `page` is brought to life by `ui/pages/walk-maker.mjs`. `ui/workers/where.mjs` reads place and time;
//!    they stay in the browser until somebody says that they may be used. The rules are those of `photos::camera`, held
//!    to the same cases: a zone in the photo counts on every device, without one it is Dutch time, and a satellite's
//!    time beats a wrong clock. `ui/walk/gpx.mjs` reads GPX, `outing.mjs` says which walks are in it and where somebody
//!    was when, `cut.mjs` what of it may be kept. `ui/walk/store.mjs` keeps everything on the device,
//!    `ui/walk/sending.mjs` sends it in order, each photo once. Of a GPX file only the positions leave that are kept.
//! 2. **Sent.** `PUT …/walks/{id}`, then `…/track` and `…/photos/{photo}` (`api`), each for its owner only, each known
//!    again by a keyed hash. `gpx` reads a stream, without a document type and with limits; times that cannot be are
//!    left out, those without a zone are Dutch. Corners that nobody sees go, and so does what lies outside the area
//!    plus 150 m. What stays is one line of JSON. `…/track?settled=1` says that what may not be kept was cut away
//!    before, as the page does.
//! 3. **The cut.** Each outing loses 100 m at both ends, and nothing within 50 m of a home is kept, whichever outing
//!    passes it: readings of a phone at the door add up, and people come back. At a long stay the page asks whether it
//!    was a home. What has no middle keeps its middle point, where that is far enough. Photos at a home, or nearer to
//!    what was cut away than to the line and within 100 m of it, move to the nearest cut; where that is more than 250 m
//!    away they have no place. The page and the import have the whole recording at hand, settle places themselves and
//!    say so. From anybody else a photo goes by the kept line alone (`kept`, `track::by_kept`), whether it comes before
//!    the track or after it: what was cut away is forgotten. What lies beyond an end goes to that end, what lies too far
//!    beside the line to be told from a home has no place. `beside_the_page` runs the rules of Rust and JavaScript on the
//!    same files.
//! 4. **Kept.** A photo is made safe as one at a pin. With a kind and a place `pins::put_of_walk` makes it a pin, with
//!    the caption as its words; without words there is nothing to wait for but the photo. Any other is a photo of the
//!    walk only: in the queue, in no layer. A theme without a kind is not kept. That a pin was walked (`pin.walked`)
//!    stays with it: `heat::provenance` says *fotowandeling* where at least *k* people of a release walked.
//! 5. **Seen.** `story` is the walk on the map, drawn by the server, so that it can be printed; `ui/pages/walk.mjs`
//!    moves strip and map together (`ui/map/marks.mjs`). One view for the maker, for the begeleider, who both see it as
//!    it is, and for professionals (`verdieping::walks_at_squares`). Photos at one place share a mark. Others in the
//!    room see no walk, only its pins, in groups with all others: `GET …/walks` and `/s/{code}/wandeling/{id}` are the
//!    maker's own.
//! 6. **From a folder.** `buurtblik walk import` does the same beside a server. Ids come from the pictures by keyed
//!    hash, so a folder read twice is read once. A place in a photo counts only inside the area plus 150 m; else its
//!    time along the track; else it has none.

mod model;

#[cfg(feature = "ssr")]
mod api;
#[cfg(feature = "ssr")]
mod aside;
#[cfg(feature = "ssr")]
mod course;
#[cfg(feature = "ssr")]
mod drawing;
#[cfg(feature = "ssr")]
mod error;
#[cfg(feature = "ssr")]
mod feature;
#[cfg(feature = "ssr")]
mod forms;
#[cfg(feature = "ssr")]
pub mod gpx;
#[cfg(feature = "ssr")]
mod kept;
#[cfg(feature = "ssr")]
mod leaving;
#[cfg(feature = "ssr")]
mod listing;
#[cfg(feature = "ssr")]
mod outing;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod service;
#[cfg(feature = "ssr")]
mod store;
#[cfg(feature = "ssr")]
mod track;

#[cfg(all(test, feature = "ssr"))]
mod beside_the_page;

pub use model::*;

#[cfg(feature = "ssr")]
pub use aside::{put_back, set_aside};
#[cfg(feature = "ssr")]
pub use course::Course;
#[cfg(feature = "ssr")]
pub use error::WalkError;
#[cfg(feature = "ssr")]
pub use forms::chosen;
#[cfg(feature = "ssr")]
pub use gpx::{GpxError, Recording, Remarks, read as read_gpx};
#[cfg(feature = "ssr")]
pub use leaving::{erase, is_of_holder, is_there, leave, photo_of_holder_leaves};
#[cfg(feature = "ssr")]
pub use listing::{approved_stops, has_any, of_holder, of_session};
#[cfg(feature = "ssr")]
pub use page::{Story, place_label, story};
#[cfg(feature = "ssr")]
pub use service::{Put, Sent, Target, check_track, put, put_in, put_photo, put_track};

/// The routes of this room: the interface for machines, and the pages.
#[cfg(feature = "ssr")]
pub fn routes() -> axum::Router<crate::platform::App> {
    api::routes().merge(forms::routes())
}
