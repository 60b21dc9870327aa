use geo::Coord;

use super::*;

fn reading(x: f64, time: impl Into<Option<i64>>) -> Reading {
    Reading { at: Coord { x, y: 0. }, time: time.into() }
}

/// How many readings each piece of each walk has.
fn shape(tracks: &[Vec<Vec<Reading>>]) -> Vec<Vec<usize>> {
    outings(tracks).iter().map(|outing| outing.iter().map(Vec::len).collect()).collect()
}

/// A minute's walk from `x` on, a reading every ten seconds.
fn minute(x: f64, time: i64) -> Vec<Reading> {
    (0..6).map(|n| reading(x + f64::from(n) * 14., time + i64::from(n) * 10)).collect()
}

#[test]
fn every_track_is_a_walk_and_a_long_pause_begins_another() {
    assert_eq!(shape(&[vec![minute(0., 0)], vec![minute(100., 60)]]), [[6], [6]]);
    assert_eq!(shape(&[vec![minute(0., 0), minute(100., 50 + 600)]]), [vec![6, 6]]);
    assert_eq!(shape(&[vec![minute(0., 0), minute(100., 50 + 601)]]), [[6], [6]]);
    // The later day first.
    assert_eq!(shape(&[vec![minute(0., 100_000), minute(0., 0)]]), [[6], [6]]);
    // Nobody knows how long it was.
    let timeless = |x: f64| (0..3).map(|n| reading(x + f64::from(n), None)).collect::<Vec<_>>();
    assert_eq!(shape(&[vec![timeless(0.), timeless(100.)]]), [[3], [3]]);
    assert_eq!(shape(&[vec![minute(0., 0), timeless(100.)]]), [[6], [3]]);
}

#[test]
fn within_a_segment_a_walk_ends_where_nothing_was_recorded_for_ten_minutes() {
    let mut off = minute(0., 0);
    off.extend(minute(500., 2_000));
    assert_eq!(shape(&[vec![off]]), [[6], [6]]);
    let mut same_place = minute(0., 0);
    same_place.extend(minute(75., 2_000));
    assert_eq!(shape(&[vec![same_place]]), [[6], [6]]);
    // At the door, some metres about.
    for (pause, walks) in [(600, 1), (601, 2), (11 * 60, 2), (14 * 60, 2)] {
        let mut paused = minute(0., 0);
        paused.extend(minute(73., 50 + pause));
        assert_eq!(outings(&[vec![paused]]).len(), walks, "{pause} s");
    }
    let mut back = minute(0., 90_000);
    back.extend(minute(75., 0));
    assert_eq!(shape(&[vec![back]]), [[6], [6]]);
}

#[test]
fn a_phone_that_did_not_know_yet_where_it_was_does_not_hide_the_door() {
    let mut cold = vec![reading(5_000., 0)];
    cold.extend(minute(0., 10));
    assert_eq!(shape(&[vec![cold]]), [[1], [6]]);
    let mut lost = minute(0., 0);
    lost.push(reading(-5_000., 60));
    assert_eq!(shape(&[vec![lost]]), [[6], [1]]);
    // A route that is planned, and a walk that is written down every few minutes, are no jumps.
    assert_eq!(shape(&[vec![vec![reading(0., None), reading(900., None), reading(1_000., None)]]]), [[3]]);
    assert_eq!(shape(&[vec![vec![reading(0., 0), reading(400., 300), reading(500., 360)]]]), [[3]]);
}

#[test]
fn between_two_readings_a_photo_is_placed_by_its_time() {
    let piece = vec![reading(4.0, 0), reading(4.5, None), reading(5.0, 100), reading(5.0, 200)];
    let x = |time| place_at(&[vec![piece.clone()]], time).map(|at| at.x);
    assert_eq!([x(0), x(50), x(100), x(150)], [Some(4.0), Some(4.5), Some(5.0), Some(5.0)]);
    assert_eq!([x(-NEAR_THE_END_S), x(200 + NEAR_THE_END_S)], [Some(4.0), Some(5.0)]);
    assert_eq!([x(-121), x(321)], [None, None]);
    assert_eq!(place_at(&[vec![piece[1..2].to_vec()]], 0), None);
}

#[test]
fn nothing_is_placed_in_a_gap() {
    let outings = outings(&[vec![minute(0., 0), minute(300., 500)], vec![minute(900., 5_000)]]);
    let x = |time| place_at(&outings, time).map(|at| at.x);
    assert_eq!([x(50), x(50 + 120), x(500 - 120), x(505)], [Some(70.), Some(70.), Some(300.), Some(307.)]);
    assert_eq!([x(50 + 121), x(300), x(500 - 121), x(3_000), x(9_000)], [None; 5]);
    // Also where it is a gap within a segment.
    let mut off = minute(0., 0);
    off.extend(minute(500., 2_000));
    let off = super::outings(&[vec![off]]);
    assert_eq!(place_at(&off, 1_000), None);
}

#[test]
fn who_stays_fifteen_minutes_within_fifty_metres_stays() {
    let about = |minutes: i64, far: f64| {
        let mut piece = minute(-200., 0);
        piece.extend((0..=minutes * 6).map(|n| {
            #[allow(clippy::cast_precision_loss, reason = "small numbers")]
            let off = (n % 3 - 1) as f64 * far;
            reading(300. + off, 400 + n * 10)
        }));
        piece.extend(minute(600., 400 + minutes * 60 + 200));
        vec![piece]
    };
    let stay = stays(&about(15, 10.));
    assert_eq!(stay.len(), 1);
    assert!(
        (stay[0].at.x - 300.).abs() <= 10.
            && stay[0].spread <= 20.
            && (stay[0].from, stay[0].to) == (Some(400), Some(1_300)),
        "{stay:?}"
    );
    assert!(stays(&about(14, 10.)).is_empty(), "not long enough");
    assert_eq!(
        stays(&about(30, 0.))[0],
        Stay { at: Coord { x: 300., y: 0. }, spread: 0., from: Some(400), to: Some(2_200) }
    );
    // A phone indoors that is astray for a moment, and a recorder that writes nothing while nobody moves.
    let mut astray = about(20, 10.);
    astray[0][60].at.x += 90.;
    assert_eq!(stays(&astray).len(), 1);
    let silent = vec![vec![reading(0., 0), reading(100., 60), reading(110., 2_000), reading(300., 2_100)]];
    assert_eq!(stays(&silent).len(), 1);
    // A slow walk is none.
    let slow: Vec<Reading> = (0..200).map(|n| reading(f64::from(n) * 5., i64::from(n) * 10)).collect();
    assert!(stays(&vec![slow]).is_empty());
}

/// Readings every ten seconds at `x`, some metres about, after `start` for so many seconds.
fn waits(x: f64, start: i64, seconds: i64) -> Vec<Reading> {
    let about = |n: i64| if n % 2 == 0 { 0. } else { 4. };
    (0..=seconds / 10).map(|n| reading(x + about(n), start + n * 10)).collect()
}

/// Whether a stay is found within some metres of `x`, in a walk that comes from the west and goes on to the east.
fn finds(x: f64, there: Vec<Reading>) -> bool {
    let start = there.iter().find_map(|one| one.time).unwrap_or_default();
    let end = there.iter().rev().find_map(|one| one.time).unwrap_or_default();
    let piece = [minute(x - 200., start - 100), there, minute(x + 130., end + 60)].concat();
    stays(&vec![piece]).iter().any(|stay| (stay.at.x - x).abs() < 15.)
}

#[test]
fn who_leaves_for_some_minutes_and_comes_back_stays() {
    let visits = |minutes: &[i64], away: i64| {
        let (mut all, mut time) = (Vec::new(), 1_000);
        for minutes in minutes {
            all.extend(waits(0., time, minutes * 60));
            time += minutes * 60;
            all.extend(waits(60., time + 20, away - 40));
            time += away;
        }
        all.extend(waits(0., time, 10));
        all
    };
    assert!(finds(0., visits(&[7, 7, 7], 150)));
    assert!(finds(0., visits(&[4, 4, 4], 280)), "short leaves count too");
    assert!(finds(0., visits(&[8, 8], 400)), "longer ones do not, and it is enough");
    assert!(!finds(0., visits(&[4, 4], 400)));
    // Two kilometres on foot, without a stop.
    assert!(
        stays(&vec![(0..160).map(|n| reading(f64::from(n) * 13., i64::from(n) * 10)).collect()]).is_empty()
    );
}

#[test]
fn a_clock_that_steps_back_hides_no_stay() {
    for (before, back) in [(600, 590), (620, 300), (310, 590)] {
        let mut there = waits(0., 10_000, before);
        let mut start = 10_000 + before;
        for _ in 0..2 {
            start -= back;
            there.extend(waits(0., start, 600));
            start += 600;
        }
        assert!(finds(0., there), "{before} s and {back} s back");
    }
    // A recording that was written down from its end to its beginning.
    let turned: Vec<Reading> = waits(0., 10_000, 1_200).into_iter().rev().collect();
    assert!(finds(0., turned));
}

#[test]
fn where_no_clock_tells_many_readings_in_one_place_are_a_stay() {
    let many = |count: i64, time: Option<i64>| {
        let about = |n: i64| if n % 3 == 0 { -6. } else { 5. };
        (0..count).map(|n| reading(about(n), time)).collect::<Vec<_>>()
    };
    assert!(finds(0., many(100, Some(5_000))) && finds(0., many(100, None)));
    assert!(!finds(0., many(20, Some(5_000))));
    let stay = stays(&vec![many(100, Some(5_000))]);
    assert_eq!((stay.len(), stay[0].from, stay[0].to), (1, None, None));
    // Who walks by with a reading each second, at the pace of a stroll, did not stay.
    let stroll = |time: Option<i64>| (0..900).map(|n| reading(f64::from(n) * 0.9, time)).collect::<Vec<_>>();
    assert!(stays(&vec![stroll(None)]).is_empty() && stays(&vec![stroll(Some(7))]).is_empty());
}
