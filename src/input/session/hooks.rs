//! What this room asks of rooms above it. They are given when the program is opened.

use futures::future::BoxFuture;

use crate::place::buurt::TrajectArea;
use crate::platform::{App, DbError, Problem, Tx};

/// What is done in the transaction in which themes of a traject become sensitive, so that nothing of these themes stays at a
/// home: the traject's id, its area, and every theme of it that is sensitive from now on.
pub type AtSensitive =
    for<'a> fn(&'a mut Tx, &'a str, &'a TrajectArea, &'a [String]) -> BoxFuture<'a, Result<(), DbError>>;

/// What is still outside the wijksessie with this code, in sentences for its page.
pub type Outside = for<'a> fn(&'a App, &'a str) -> BoxFuture<'a, Result<Vec<String>, Problem>>;

/// What rooms above do for this room.
pub struct Hooks {
    /// Of each room that keeps something with a theme and a place.
    pub at_sensitive: &'static [AtSensitive],
    /// Of each room that knows of something outside.
    pub outside: &'static [Outside],
}
