use geo::Coord;
use proptest::prelude::*;

use super::super::outing::Reading;
use super::*;

fn line(points: &[(f64, f64)]) -> Vec<Coord> {
    points.iter().map(|&(x, y)| Coord { x, y }).collect()
}

/// A walk without times, in one piece.
fn walk(points: &[(f64, f64)]) -> Outing {
    vec![line(points).into_iter().map(|at| Reading { at, time: None }).collect()]
}

fn cut_of(outings: &[Outing]) -> Cut {
    cut(outings, |_| true)
}

fn near(a: Coord, x: f64, y: f64) -> bool {
    apart(a, Coord { x, y }) < 0.2
}

/// Where a photo is kept, with the whole recording at hand.
fn settled(cut: &Cut, x: f64, y: f64) -> Coord {
    cut.settle(Coord { x, y }).unwrap()
}

fn whole(pieces: &Pieces) -> f64 {
    pieces.iter().map(|piece| length(piece)).sum()
}

#[test]
fn a_hundred_metres_go_at_each_end_measured_along_the_track() {
    // 80 m east, 300 m north, 60 m west.
    let cut = cut_of(&[walk(&[(0., 0.), (80., 0.), (80., 300.), (20., 300.)])]);
    let kept = &cut.kept[0];
    assert!(near(kept[0], 80., 20.), "{kept:?}");
    assert!(near(kept[kept.len() - 1], 80., 260.), "{kept:?}");
    assert!((whole(&cut.kept) - 240.0).abs() < 0.01);
}

#[test]
fn a_step_from_one_piece_to_the_next_is_no_part_of_the_length() {
    let mut outing = walk(&[(0., 0.), (60., 0.)]);
    outing.extend(walk(&[(500., 0.), (900., 0.)]));
    let cut = cut_of(&[outing]);
    assert!(near(cut.kept[0][0], 540., 0.) && near(cut.kept[0][1], 800., 0.), "{:?}", cut.kept);
}

#[test]
fn of_a_track_that_is_shorter_than_both_ends_only_its_middle_stays_where_it_is_far_enough() {
    let short = cut_of(&[walk(&[(0., 0.), (150., 0.)])]);
    assert!(short.kept.len() == 1 && short.kept[0].len() == 1 && near(short.kept[0][0], 75., 0.));
    for shorter in
        [&[(0., 0.), (90., 0.)][..], &[(7., 7.)], &[(0., 0.), (50., 0.), (0., 0.)], &[(1., 1.), (1., 1.)]]
    {
        let cut = cut_of(&[walk(shorter)]);
        assert!(cut.kept.is_empty(), "{shorter:?}: {:?}", cut.kept);
        let there = Coord { x: shorter[0].0 + 3., y: 0. };
        assert_eq!((cut.settle(there), by_kept(&cut, there)), (None, None), "a photo there has no place");
        assert_eq!(
            cut.settle(Coord { x: 900., y: 0. }),
            Some(Coord { x: 900., y: 0. }),
            "and others keep theirs"
        );
    }
    assert!(cut_of(&[]).kept.is_empty());
}

#[test]
fn who_waits_at_the_door_does_not_use_up_the_hundred_metres() {
    // Readings that jump about within ten metres: 400 m of them, without going anywhere.
    let mut points: Vec<(f64, f64)> = (0..40).map(|n| (f64::from(n % 2) * 10.0, 0.0)).collect();
    points.extend([(100., 0.), (600., 0.)]);
    let cut = cut_of(&[walk(&points)]);
    assert!(near(cut.kept[0][0], AWAY_M, 0.), "{:?}", cut.kept);
}

#[test]
fn a_reading_far_off_the_track_is_left_out() {
    let points = [(0., 0.), (5., 0.), (9_000., 9_000.), (10., 0.), (400., 0.)];
    let outing = super::super::outing::outings(&[walk(&points)]);
    let cut = cut_of(&outing);
    assert!(near(cut.kept[0][0], 100., 0.) && near(cut.kept[0][1], 300., 0.), "{:?}", cut.kept);
}

/// Where a photo is kept by what is known of a recording once it is kept.
fn by_kept(cut: &Cut, photo: Coord) -> Option<Coord> {
    let kept = cut.simplified();
    settle_by_kept(&kept, cut.reach(&kept), photo)
}

#[test]
fn a_photo_taken_where_the_track_was_cut_away_goes_to_the_cut() {
    let cut = cut_of(&[walk(&[(0., 0.), (500., 0.)])]);
    for (x, y) in [(0., 0.), (40., 30.), (99., 0.), (-50., 10.)] {
        assert!(near(settled(&cut, x, y), 100., 0.), "{x} {y}");
        assert!(near(by_kept(&cut, Coord { x, y }).unwrap(), 100., 0.), "{x} {y}, by what was kept");
    }
    assert!(near(settled(&cut, 470., -5.), 400., 0.));
    assert!(near(by_kept(&cut, Coord { x: 470., y: -5. }).unwrap(), 400., 0.));
    // Along the line and beside it: where it is.
    for (x, y) in [(150., 4.), (250., 90.)] {
        assert!(near(settled(&cut, x, y), x, y), "{x} {y}");
        assert_eq!(by_kept(&cut, Coord { x, y }), Some(Coord { x, y }), "{x} {y}, by what was kept");
    }
    // Far away only whoever has the whole recording knows that nobody lives there.
    for (x, y) in [(-300., 0.), (0., 5_000.), (250., 110.)] {
        assert!(near(settled(&cut, x, y), x, y), "{x} {y}");
        assert_eq!(by_kept(&cut, Coord { x, y }), None, "{x} {y}, by what was kept");
    }
}

#[test]
fn where_the_line_comes_back_past_the_door_neither_line_nor_photo_lies_there() {
    // 150 m east, and back along the same street past the door, to a friend far in the west.
    let cut = cut_of(&[walk(&[(0., 0.), (150., 0.), (-600., 0.)])]);
    let home = Coord { x: 0., y: 0. };
    assert!(nearest(&cut.simplified(), home) >= 50.0, "{:?}", cut.kept);
    for (x, y) in [(0., 0.), (-10., 12.), (40., 3.), (-45., 0.)] {
        let door = Coord { x, y };
        assert!(apart(settled(&cut, x, y), home) >= 50.0, "{x} {y}, with the whole track");
        assert!(apart(by_kept(&cut, door).unwrap(), home) >= 50.0, "{x} {y}, by what was kept");
    }
    // Far from both ends every photo stays where it was taken.
    for (x, y) in [(-200., 5.), (-300., 0.), (-110., 30.)] {
        assert!(near(settled(&cut, x, y), x, y), "{x} {y}");
        assert!(near(by_kept(&cut, Coord { x, y }).unwrap(), x, y), "{x} {y}, by what was kept");
    }
    assert!(near(settled(&cut, -590., 8.), -500., 0.));
}

#[test]
fn a_corner_just_before_the_cut_does_not_leave_a_photo_at_the_door() {
    // The door stands on the side of the street to which the walk turns.
    let cut = cut_of(&[walk(&[(0., 0.), (90., 0.), (90., 600.)])]);
    let door = Coord { x: 0., y: 15. };
    assert!(near(by_kept(&cut, door).unwrap(), 90., 10.));
    for (x, y) in [(90., 60.), (84., 45.), (150., 300.)] {
        assert!(near(by_kept(&cut, Coord { x, y }).unwrap(), x, y), "{x} {y}");
    }
}

#[test]
fn at_a_home_far_from_what_was_kept_a_photo_has_no_place() {
    let day_one = walk(&[(-400., -200.), (-100., -200.), (-100., 100.)]);
    let home = Coord { x: 350., y: 200. };
    for day_two in
        [&[(350., 200.), (370., 200.)][..], &[(350., 200.), (387., 200.), (350., 200.)], &[(350., 200.)]]
    {
        let cut = cut_of(&[day_one.clone(), walk(day_two)]);
        assert_eq!((cut.settle(home), by_kept(&cut, home)), (None, None), "{day_two:?}");
    }
    // Far enough for a middle: there it may go.
    let cut = cut_of(&[day_one, walk(&[(350., 200.), (425., 200.), (350., 200.)])]);
    assert_eq!(by_kept(&cut, home), Some(Coord { x: 425., y: 200. }));
}

#[test]
fn beside_a_line_that_comes_by_a_home_a_photo_keeps_its_place_as_far_as_that_tells_nothing() {
    let beside = |street: f64| {
        // Somebody lives a street further: a walk of twenty metres, of which nothing is kept.
        let cut = cut_of(&[walk(&[(-500., 0.), (500., 0.)]), walk(&[(0., street), (20., street)])]);
        let kept = cut.simplified();
        let photo = |y: f64| by_kept(&cut, Coord { x: 5., y }).map(|at| at.y.round());
        (cut.reach(&kept), [4., 12., 25., 90.].map(photo))
    };
    assert_eq!(beside(300.).1, [Some(4.), Some(12.), Some(25.), Some(90.)]);
    assert_eq!(beside(85.), (Reach::Near, [Some(4.), Some(12.), Some(25.), None]));
    assert_eq!(beside(60.), (Reach::OnTheLine, [Some(0.), Some(0.), None, None]));
}

#[test]
fn a_line_that_was_kept_before_is_read_as_no_wider_than_it_was() {
    assert_eq!(Reach::of_flags([true; 2]), Reach::OnTheLine);
    assert_eq!(Reach::of_flags([false; 2]), Reach::Guarded);
    for reach in [Reach::Wide, Reach::Guarded, Reach::Near, Reach::OnTheLine] {
        assert_eq!(Reach::of_flags(reach.flags()), reach);
    }
}

#[test]
fn two_walks_from_one_door_are_each_cut_and_none_passes_the_door_of_the_other() {
    let monday = walk(&[(0., 0.), (300., 0.), (300., 200.), (0., 200.), (0., 0.)]);
    // Ends somewhere else, past the door, and begins at a friend's.
    let tuesday = walk(&[(-400., 20.), (400., 20.)]);
    let cut = cut_of(&[monday, tuesday]);
    for home in [(0., 0.), (-400., 20.), (400., 20.)] {
        assert!(nearest(&cut.simplified(), Coord { x: home.0, y: home.1 }) >= 50.0, "{home:?}");
    }
    let photo = settled(&cut, 2., 21.);
    assert!(apart(photo, Coord { x: 0., y: 0. }) >= 50.0 && nearest(&cut.kept, photo) < 0.1, "{photo:?}");
    assert!(near(settled(&cut, 150., 202.), 150., 202.));
}

#[test]
fn fewer_corners_draw_the_same_line() {
    let points: Vec<(f64, f64)> = (0..=1000).map(|n| (f64::from(n), f64::from(n % 2))).collect();
    let cut = cut_of(&[walk(&points)]);
    let simple = cut.simplified();
    assert!(simple[0].len() <= 3, "{}", simple[0].len());
    assert_eq!((simple[0][0], simple[0].last()), (cut.kept[0][0], cut.kept[0].last()));
}

/// Steps of somebody who walks about: metres east and north, and seconds.
type Steps = Vec<(f64, f64, i64)>;

fn steps_of_a_walk() -> impl Strategy<Value = Steps> {
    prop::collection::vec((-60.0_f64..60.0, -60.0_f64..60.0, 10_i64..60), 1..60)
}

/// A recording of several days, and every place at which a walk of it began or ended, or where somebody stayed.
fn recorded(days: &[(Steps, u8)]) -> (Vec<Vec<Vec<Reading>>>, Vec<Coord>) {
    let (mut tracks, mut homes) = (Vec::new(), Vec::new());
    let (mut at, mut time) = (Coord { x: 0., y: 0. }, 1_800_000_000);
    for (steps, how) in days {
        let mut segments = vec![vec![Reading { at, time: Some(time) }]];
        homes.push(at);
        for (number, (x, y, seconds)) in steps.iter().enumerate() {
            at = Coord { x: at.x + x, y: at.y + y };
            time += seconds;
            segments.last_mut().unwrap().push(Reading { at, time: Some(time) });
            if number != steps.len() / 2 {
                continue;
            }
            match how % 8 {
                // Twenty minutes on one spot, some metres about.
                0 => {
                    homes.push(at);
                    for minute in 1..=20_i32 {
                        let about =
                            Coord { x: at.x + f64::from(minute % 3), y: at.y + f64::from(minute % 2) };
                        segments
                            .last_mut()
                            .unwrap()
                            .push(Reading { at: about, time: Some(time + i64::from(minute) * 60) });
                    }
                    time += 20 * 60;
                }
                // A pause of more than ten minutes, in another segment.
                1 => {
                    homes.push(at);
                    time += 700;
                    segments.push(vec![Reading { at, time: Some(time) }]);
                }
                // A recorder that falls silent at the door by itself.
                4 => {
                    homes.push(at);
                    at = Coord { x: at.x + 3., ..at };
                    homes.push(at);
                    time += 660;
                    segments.last_mut().unwrap().push(Reading { at, time: Some(time) });
                }
                // Three times seven minutes, with a look round the corner in between, and a clock that steps back once.
                5 | 6 => {
                    homes.push(at);
                    for visit in 0..3 {
                        for n in 0..30_i64 {
                            let away = if n > 24 { 60. } else { 0. };
                            let at = Coord { x: at.x + away, ..at };
                            time += 20;
                            segments.last_mut().unwrap().push(Reading { at, time: Some(time) });
                        }
                        time -= if how % 8 == 6 && visit == 1 { 590 } else { 0 };
                    }
                }
                // A clock that stands still.
                7 => {
                    homes.push(at);
                    segments.last_mut().unwrap().extend([Reading { at, time: Some(time) }; 100]);
                }
                // A short one, which is none.
                2 => {
                    time += 300;
                    segments.push(vec![Reading { at, time: Some(time) }]);
                }
                _ => {}
            }
        }
        homes.push(at);
        // From the same door the next day, or from where this one ended.
        time += 86_400;
        if how % 2 == 0 {
            at = homes[0];
        }
        tracks.push(segments);
    }
    (tracks, homes)
}

proptest! {
    #[test]
    fn no_line_and_no_photo_lies_where_a_walk_began_or_ended_or_somebody_stayed(
        days in prop::collection::vec((steps_of_a_walk(), 0_u8..8), 1..4),
        photos in prop::collection::vec((-300.0_f64..300.0, -300.0_f64..300.0), 20),
    ) {
        let (tracks, homes) = recorded(&days);
        let outings = super::super::outing::outings(&tracks);
        let cut = cut_of(&outings);
        let line = cut.simplified();
        for home in &homes {
            // Every point of the line, not its corners only.
            let metres = nearest(&line, *home);
            prop_assert!(metres >= 50.0, "the line comes to {metres} m of {home:?}");
        }
        // Photos anywhere, and at the very doors.
        let anywhere = photos.iter().map(|&(x, y)| Coord { x, y });
        for photo in anywhere.chain(homes.iter().copied()).chain(cut.gone.iter().flatten().copied()) {
            let Some(to) = cut.settle(photo) else { continue };
            for home in &homes {
                prop_assert!(apart(to, *home) >= 50.0, "{photo:?} went to {to:?}, {} m from {home:?}", apart(to, *home));
            }
            prop_assert!(to == photo || nearest(&cut.kept, to) < 1e-6, "{photo:?} went to {to:?}");
            prop_assert!(apart(to, photo) <= REACH_M);
        }
        // Nothing is drawn that was not recorded.
        let total: f64 = tracks.iter().flatten().map(|segment| {
            length(&segment.iter().map(|reading| reading.at).collect::<Vec<_>>())
        }).sum();
        let (kept, gone) = (whole(&cut.kept), whole(&cut.gone));
        prop_assert!(kept + gone <= total + 1e-6, "{kept} and {gone} of {total}");
    }

    #[test]
    fn by_what_was_kept_no_photo_lies_where_a_walk_began_or_ended_or_somebody_stayed(
        days in prop::collection::vec((steps_of_a_walk(), 0_u8..8), 1..4),
        photos in prop::collection::vec((-400.0_f64..400.0, -400.0_f64..400.0), 100),
        border in -300.0_f64..300.0,
    ) {
        let (tracks, homes) = recorded(&days);
        let cut = cut_of(&super::super::outing::outings(&tracks));
        // Of what lies outside the area nothing is kept, so that some homes lie far from the line.
        let inside = |piece: &Vec<Coord>| -> Pieces {
            piece.split(|at| at.x <= border).filter(|part| !part.is_empty()).map(<[Coord]>::to_vec).collect()
        };
        for kept in [cut.simplified(), cut.simplified().iter().flat_map(inside).collect()] {
            let reach = cut.reach(&kept);
            let round = homes.iter().flat_map(|home| [(0., 0.), (20., 9.), (-9., 30.), (-40., -20.), (35., -35.)].map(|(x, y)| *home + Coord { x, y }));
            for photo in photos.iter().map(|&(x, y)| Coord { x, y }).chain(round) {
                let to = settle_by_kept(&kept, reach, photo);
                for home in &homes {
                    prop_assert!(to.is_none_or(|to| apart(to, *home) >= 50.0), "{photo:?} went to {to:?} by {home:?}, {reach:?}");
                }
                prop_assert!(to.is_none_or(|to| apart(to, photo) <= 200.0), "{photo:?} went to {to:?}");
                // Twice is once.
                prop_assert_eq!(to.and_then(|to| settle_by_kept(&kept, reach, to)), to);
                // Along the line nothing loses its place.
                prop_assert!(to.is_some() || nearest(&kept, photo) > ROUND_M);
            }
        }
    }
}
