use geo::Coord;
use proptest::prelude::*;

use super::*;

fn line(points: &[(f64, f64)]) -> Vec<Coord> {
    points.iter().map(|&(x, y)| Coord { x, y }).collect()
}

fn near(a: Coord, x: f64, y: f64) -> bool {
    apart(a, Coord { x, y }) < 0.2
}

fn whole(pieces: &Pieces) -> f64 {
    pieces.iter().map(|piece| length(piece)).sum()
}

#[test]
fn a_hundred_metres_go_at_each_end_measured_along_the_track() {
    // 80 m east, 300 m north, 60 m west.
    let cut = cut(vec![line(&[(0., 0.), (80., 0.), (80., 300.), (20., 300.)])]).unwrap();
    let kept = &cut.kept[0];
    assert!(near(kept[0], 80., 20.), "{kept:?}");
    assert!(near(kept[kept.len() - 1], 80., 260.), "{kept:?}");
    assert!((whole(&cut.kept) - 240.0).abs() < 0.01);
}

#[test]
fn a_step_from_one_piece_to_the_next_is_no_part_of_the_length() {
    let cut = cut(vec![line(&[(0., 0.), (60., 0.)]), line(&[(500., 0.), (900., 0.)])]).unwrap();
    assert!(near(cut.kept[0][0], 540., 0.) && near(cut.kept[0][1], 800., 0.), "{:?}", cut.kept);
}

#[test]
fn of_a_track_that_is_shorter_than_both_ends_only_its_middle_stays() {
    let short = cut(vec![line(&[(0., 0.), (150., 0.)])]).unwrap();
    assert!(short.kept.len() == 1 && short.kept[0].len() == 1 && near(short.kept[0][0], 75., 0.));
    let point = cut(vec![line(&[(7., 7.)])]).unwrap();
    assert_eq!(point.kept, [line(&[(7., 7.)])]);
    assert_eq!(cut(vec![Vec::new()]), None);
    assert_eq!(cut(Vec::new()), None);
}

#[test]
fn who_waits_at_the_door_does_not_use_up_the_hundred_metres() {
    // Readings that jump about within ten metres: 400 m of them, without going anywhere.
    let mut points: Vec<(f64, f64)> = (0..40).map(|n| (f64::from(n % 2) * 10.0, 0.0)).collect();
    points.extend([(100., 0.), (600., 0.)]);
    let cut = cut(vec![line(&points)]).unwrap();
    assert!(near(cut.kept[0][0], 50., 0.), "{:?}", cut.kept);
}

#[test]
fn a_reading_far_off_the_track_is_left_out() {
    let cut = cut(vec![line(&[(0., 0.), (5., 0.), (9_000., 9_000.), (10., 0.), (400., 0.)])]).unwrap();
    assert!(near(cut.kept[0][0], 100., 0.) && near(cut.kept[0][1], 300., 0.), "{:?}", cut.kept);
}

#[test]
fn a_photo_taken_where_the_track_was_cut_away_goes_to_the_cut() {
    let cut = cut(vec![line(&[(0., 0.), (500., 0.)])]).unwrap();
    let kept = cut.kept.clone();
    assert_eq!(cut.unclear(&kept), [false; 2]);
    for (x, y) in [(0., 0.), (40., 30.), (99., 0.), (-60., 10.)] {
        assert!(near(cut.settle(Coord { x, y }), 100., 0.), "{x} {y}");
        assert!(
            near(settle_by_kept(&kept, [false; 2], Coord { x, y }), 100., 0.),
            "{x} {y}, by what was kept"
        );
    }
    assert!(near(cut.settle(Coord { x: 470., y: -5. }), 400., 0.));
    assert!(near(settle_by_kept(&kept, [false; 2], Coord { x: 470., y: -5. }), 400., 0.));
    // Along the line, beside it, and far away: where it is.
    for (x, y) in [(150., 4.), (250., 90.), (-300., 0.), (0., 5_000.)] {
        assert!(near(cut.settle(Coord { x, y }), x, y), "{x} {y}");
        assert!(near(settle_by_kept(&kept, [false; 2], Coord { x, y }), x, y), "{x} {y}, by what was kept");
    }
}

#[test]
fn where_the_line_comes_back_past_the_door_a_photo_of_the_door_goes_to_the_cut_all_the_same() {
    // 150 m east, and back along the same street past the door, to a friend far in the west.
    let cut = cut(vec![line(&[(0., 0.), (150., 0.), (-600., 0.)])]).unwrap();
    let kept = cut.simplified();
    let unclear = cut.unclear(&kept);
    assert_eq!(unclear, [true, false]);
    for (x, y) in [(0., 0.), (-10., 12.), (60., 3.)] {
        let door = Coord { x, y };
        assert!(near(cut.settle(door), 100., 0.), "{x} {y}, with the whole track");
        assert!(near(settle_by_kept(&kept, unclear, door), 100., 0.), "{x} {y}, by what was kept");
    }
    // At the other end, and far from the first, every photo stays where it was taken.
    for (x, y) in [(-300., 5.), (-440., 0.)] {
        assert!(near(settle_by_kept(&kept, unclear, Coord { x, y }), x, y), "{x} {y}");
    }
    assert!(near(settle_by_kept(&kept, unclear, Coord { x: -590., y: 8. }), -500., 0.));
}

#[test]
fn a_corner_just_before_the_cut_does_not_leave_a_photo_at_the_door() {
    // The door stands on the side of the street to which the walk turns.
    let cut = cut(vec![line(&[(0., 0.), (90., 0.), (90., 600.)])]).unwrap();
    let kept = cut.simplified();
    assert_eq!(cut.unclear(&kept), [false; 2]);
    let door = Coord { x: 0., y: 15. };
    assert!(near(settle_by_kept(&kept, [false; 2], door), 90., 10.));
    for (x, y) in [(90., 60.), (84., 45.), (150., 300.)] {
        assert!(near(settle_by_kept(&kept, [false; 2], Coord { x, y }), x, y), "{x} {y}");
    }
}

#[test]
fn a_photo_on_a_walk_that_is_too_short_goes_to_its_middle() {
    let cut = cut(vec![line(&[(0., 0.), (120., 0.)])]).unwrap();
    assert!(near(cut.settle(Coord { x: 3., y: 2. }), 60., 0.));
    assert!(near(settle_by_kept(&cut.kept, [false; 2], Coord { x: 3., y: 2. }), 60., 0.));
}

#[test]
fn fewer_corners_draw_the_same_line() {
    let points: Vec<(f64, f64)> = (0..=1000).map(|n| (f64::from(n), f64::from(n % 2))).collect();
    let cut = cut(vec![line(&points)]).unwrap();
    let simple = cut.simplified();
    assert!(simple[0].len() <= 3, "{}", simple[0].len());
    assert_eq!((simple[0][0], simple[0].last()), (cut.kept[0][0], cut.kept[0].last()));
}

proptest! {
    #[test]
    fn nothing_of_what_is_kept_lies_within_the_first_or_last_hundred_metres(
        steps in prop::collection::vec((-60.0_f64..60.0, -60.0_f64..60.0), 1..80),
    ) {
        let mut points = vec![Coord { x: 0., y: 0. }];
        for (x, y) in steps {
            let last = points[points.len() - 1];
            points.push(Coord { x: last.x + x, y: last.y + y });
        }
        let track = vec![points.clone()];
        let total = whole(&track);
        let cut = cut(track.clone()).unwrap();
        let kept = whole(&cut.kept);
        prop_assert!(kept <= (total - 2.0 * CUT_M).max(0.0) + 1e-6);
        if kept > 0.0 {
            let (first, last) = (cut.kept[0][0], *cut.kept[0].last().unwrap());
            prop_assert!(apart(first, points[0]) >= AWAY_M - 0.2);
            prop_assert!(apart(last, points[points.len() - 1]) >= AWAY_M - 0.2);
            // What was cut away and what was kept are the whole.
            let gone: f64 = cut.gone.iter().map(whole).sum();
            prop_assert!((gone + kept - total).abs() < 1e-6);
        }
        // Whatever was taken on the part that is gone is not left there, also when only the line that was kept is known.
        let line = cut.simplified();
        let unclear = cut.unclear(&line);
        for (end, at) in cut.gone.iter().zip(ends(&cut.kept)) {
            for point in end.iter().flatten() {
                let moved = settle_by_kept(&line, unclear, *point);
                let at_an_end = ends(&line).into_iter().flatten().any(|end| end == moved);
                // What is looked at lies up to a square away: a point at the very border may be on its other side.
                let nearest = line.iter().filter_map(|piece| distance(piece, *point)).fold(f64::INFINITY, f64::min);
                let border = |end: Coord| apart(end, *point) - HARDLY_NEARER * nearest < 5.0 * LOOK_M;
                let at_the_border = ends(&line).into_iter().flatten().any(border);
                let near_the_cut = apart(*point, at.unwrap()) <= AT_THE_CUT_M;
                prop_assert!(at_an_end || near_the_cut || at_the_border, "{point:?} stayed at {moved:?}");
                let moved = cut.settle(*point);
                let on_kept = cut.kept.iter().filter_map(|piece| distance(piece, moved)).fold(f64::INFINITY, f64::min);
                prop_assert!(on_kept < 1e-6, "{point:?} went to {moved:?}");
            }
        }
    }
}
