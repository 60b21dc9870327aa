//! The floors of the house: no room reaches one above it, and no rooms stand in a circle.
//!
//! Where a room needs something of one above it, it says so in a type or trait of its own, and `server::start` gives it what the
//! room above does.

use std::collections::{BTreeMap, BTreeSet};

use super::{FLOORS, Source, crate_paths, is_wing_of_rooms, sources};

/// From which room to which, with the first place where it is so.
type Arrows = BTreeMap<(String, String), String>;

/// The rooms in the order of their floors, from below.
fn rooms() -> impl Iterator<Item = &'static str> {
    let of_wing = |(wing, rooms): &(&'static str, &'static [&'static str])| {
        if rooms.is_empty() { vec![*wing] } else { rooms.to_vec() }
    };
    FLOORS.iter().flat_map(of_wing)
}

fn floor(room: &str) -> Option<usize> {
    rooms().position(|known| known == room)
}

fn arrows(sources: &[Source]) -> Arrows {
    let mut found = Arrows::new();
    for source in sources.iter().filter(|source| !source.room().is_empty()) {
        for (line, path) in crate_paths(&source.words) {
            let there = path[0].as_str();
            if there != source.room() && floor(there).is_some() {
                let way = (source.room().to_owned(), there.to_owned());
                found.entry(way).or_insert_with(|| source.at(line, &path.join("::")));
            }
        }
    }
    found
}

/// Arrows to a room that stands above the one they come from.
fn faults_up(arrows: &Arrows) -> Vec<String> {
    let up = |((from, to), at): (&(String, String), &String)| {
        (floor(from) < floor(to)).then(|| format!("{from} reaches up to {to}: {at}"))
    };
    arrows.iter().filter_map(up).collect()
}

/// The rooms from which a way leads back to themselves.
fn in_circles(arrows: &Arrows) -> BTreeSet<&str> {
    let from = |room: &str| {
        let mut reached = BTreeSet::new();
        let mut open = vec![room.to_owned()];
        while let Some(at) = open.pop() {
            let next = arrows.keys().filter(|(from, _)| *from == at).map(|(_, to)| to.clone());
            open.extend(next.filter(|to| reached.insert(to.clone())));
        }
        reached
    };
    arrows.keys().map(|(room, _)| room.as_str()).filter(|room| from(room).contains(*room)).collect()
}

/// A path to a wing as a whole, and one that leads out of a room without saying so: both would go unseen.
fn unseen_ways(source: &Source) -> Vec<String> {
    let whole = crate_paths(&source.words).into_iter().filter_map(|(line, path)| {
        let wing = path.len() == 1 && is_wing_of_rooms(&path[0]) || matches!(path[0].as_str(), "self" | "*");
        (wing && !source.room().is_empty()).then(|| source.at(line, "names a wing as a whole: name the room"))
    });
    let text = |at: usize| source.words.get(at).map_or("", |word| word.text.as_str());
    let inside = source.in_room().map_or(0, |(_, rest)| rest.split('/').count());
    let depth = inside - usize::from(source.path.ends_with("/mod.rs") && inside > 0);
    let begins =
        |at: &usize| text(*at) == "super" && text(at + 1) == ":" && (*at == 0 || text(at - 1) != ":");
    let out = (0..source.words.len()).filter(begins).filter_map(|at| {
        let steps = (0..8).take_while(|step| text(at + 3 * step) == "super").count();
        (steps > depth && inside > 0)
            .then(|| source.at(source.words[at].line, "leaves its room by super: say crate::"))
    });
    whole.chain(out).collect()
}

#[test]
fn every_room_stands_on_a_floor() {
    let there: BTreeSet<(String, String)> = sources()
        .iter()
        .filter(|source| !source.room().is_empty())
        .map(|source| (source.path.split('/').next().unwrap().to_owned(), source.room().to_owned()))
        .collect();
    let known = FLOORS.iter().flat_map(|(wing, rooms)| {
        let rooms = if rooms.is_empty() { std::slice::from_ref(wing) } else { rooms };
        rooms.iter().map(|room| ((*wing).to_owned(), (*room).to_owned())).collect::<Vec<_>>()
    });
    assert_eq!(there, known.collect::<BTreeSet<_>>());
}

#[test]
fn no_room_reaches_one_above_it() {
    let faults = faults_up(&arrows(&sources()));
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn no_rooms_stand_in_a_circle() {
    assert_eq!(in_circles(&arrows(&sources())), BTreeSet::new());
}

#[test]
fn every_way_out_of_a_room_is_seen() {
    super::holds(unseen_ways);
}

#[test]
fn an_arrow_up_is_caught() {
    let of = |path, text| arrows(&[Source::new(path, text)]);
    let up = |path, text| faults_up(&of(path, text)).len();
    assert_eq!(up("place/buurt/service.rs", "use crate::input::pins::Pin;"), 1);
    assert_eq!(up("place/buurt/service.rs", "use crate::{input::{photos, pins::Pin}, platform::App};"), 2);
    assert_eq!(up("place/buurt/page.rs", "fn f() { view! { <p>{crate::answer::feedback::f()}</p> } }"), 1);
    assert_eq!(up("platform/app.rs", "use crate::ui::show;"), 1);
    assert_eq!(
        up("input/pins/service.rs", "use crate::{place::buurt, input::session::Kind, platform::App};"),
        0
    );
    assert_eq!(
        up("input/pins/service.rs", "use crate::input::pins::Pin; #[cfg(test)] use crate::layers::heat;"),
        0
    );
    assert_eq!(up("input/mod.rs", "use crate::layers::heat;"), 0, "the mod.rs of a wing is in no room");
}

#[test]
fn a_circle_is_caught() {
    let of = |texts: &[(&str, &str)]| {
        let sources: Vec<Source> = texts.iter().map(|(path, text)| Source::new(path, text)).collect();
        in_circles(&arrows(&sources)).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    let pins = ("input/pins/api.rs", "use crate::place::buurt;");
    assert!(of(&[pins, ("place/buurt/api.rs", "use crate::people::accounts;")]).is_empty());
    let round = [
        pins,
        ("place/buurt/api.rs", "use crate::layers::heat;"),
        ("layers/heat/api.rs", "use crate::input::pins;"),
    ];
    assert_eq!(of(&round), ["buurt", "heat", "pins"]);
}

#[test]
fn a_way_that_goes_unseen_is_caught() {
    let caught = |path, text| unseen_ways(&Source::new(path, text)).len();
    assert_eq!(caught("input/pins/api.rs", "use crate::input;"), 1);
    assert_eq!(caught("input/pins/api.rs", "use crate::layers::{self, heat::Slice};"), 1);
    assert_eq!(caught("input/pins/api.rs", "use super::super::session;"), 1);
    assert_eq!(caught("input/pins/mod.rs", "use super::session;"), 1);
    assert_eq!(caught("input/pins/store/parts.rs", "use super::super::model::Pin;"), 0);
    assert_eq!(
        caught("input/pins/api.rs", "use super::model::Pin; use crate::platform; pub(super) fn f() {}"),
        0
    );
}
