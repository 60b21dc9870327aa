//! An invented traject: who said what, where, in which release; and another one with the same table.

use vakken::{CutBy, NO_MOMENT, Pin, Side, Table, Vak};

use super::dice::Dice;

/// [`crate::harness::MIDDLE`] in RD New.
pub const MIDDLE: [f64; 2] = [123_848.2, 484_775.0];
/// From the middle to the edge of the area, to the east and to the north; pins may lie 150 m further.
pub const HALF: [f64; 2] = [260.0, 210.0];
pub const KINDS: [&str; 4] = ["gaat-goed", "kracht", "zorg", "idee"];
pub const THEMES: [&str; 3] = ["gezondheid", "onderwijs-opvoeding", "wonen"];
pub const MOMENTS: [&str; 3] = ["overdag", "avond", "nacht"];

/// One pin.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    /// Somebody of one release; a table that speaks with one voice.
    pub who: u32,
    /// RD metres; none about the whole buurt.
    pub at: Option<[f64; 2]>,
    /// Of [`KINDS`]; somebody has one kind on each side, so that no lot decides where they are counted.
    pub kind: usize,
    /// Of [`THEMES`].
    pub theme: Option<usize>,
    /// Of [`MOMENTS`]; somebody has one, or none.
    pub moment: Option<usize>,
    /// In which release.
    pub release: usize,
    /// How many people speak here: never told.
    pub people: u32,
    /// Its words or photo are approved, under this number.
    pub approved: Option<u32>,
}

/// What is told one by one of a pin that was approved: its number, kind, theme, and where it stands.
type Spoken = (u32, usize, Option<usize>, Option<Option<Vak>>);

/// What was said in a traject.
#[derive(Debug, Clone, PartialEq)]
pub struct World {
    pub k: u32,
    pub by: CutBy,
    /// Whether its moments are made for group tables.
    pub tables: bool,
    pub releases: usize,
    pub said: Vec<Said>,
}

/// How people are spread.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Spread {
    Even,
    Clusters,
    Homes,
}

impl Spread {
    pub fn of(seed: u64) -> Self {
        [Self::Even, Self::Clusters, Self::Homes][usize::try_from(seed % 3).unwrap()]
    }

    /// Where people stay: nowhere in particular, at a few spots, at a few homes.
    pub fn spots(self, dice: &mut Dice) -> Vec<[f64; 2]> {
        let number = match self {
            Self::Even => 0,
            Self::Clusters => 3,
            Self::Homes => 7,
        };
        (0..number).map(|_| anywhere(dice, 0.8)).collect()
    }

    /// Where somebody says something.
    pub fn place(self, spots: &[[f64; 2]], dice: &mut Dice) -> [f64; 2] {
        let wide = match self {
            Self::Even => return anywhere(dice, 1.0),
            Self::Clusters => 45.0,
            Self::Homes => 18.0,
        };
        let spot = spots[dice.below(spots.len())];
        spot.map(|metres| metres + dice.near(wide))
    }
}

/// Anywhere in so much of the area.
pub fn anywhere(dice: &mut Dice, share: f64) -> [f64; 2] {
    let mut along = |at: usize| MIDDLE[at] + dice.between(-HALF[at], HALF[at]) * share;
    [along(0), along(1)]
}

fn side(kind: usize) -> Side {
    if kind < 2 { Side::Sterk } else { Side::Beter }
}

/// A keyed hash in the program; nobody has two classes here, so it never decides.
fn lot(_: u32, class: u8) -> u64 {
    u64::from(class)
}

fn small(number: usize) -> u8 {
    u8::try_from(number).unwrap()
}

impl World {
    /// The world of a seed: some to some tens of people, in one or two releases.
    pub fn of(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let people = [12, 18, 26, 40, 84][usize::try_from(seed % 5).unwrap()];
        let spread = Spread::of(seed / 5);
        let spots = spread.spots(&mut dice);
        let releases = if seed % 4 == 3 { 2 } else { 1 };
        let mut said = Vec::new();
        for who in 0..people {
            let kinds = [dice.below(2), 2 + dice.below(2)];
            let moment = Some(dice.below(4)).filter(|moment| *moment < 3);
            let mostly = dice.below(2);
            for _ in 0..if people > 60 { 1 } else { 1 + dice.below(3) } {
                said.push(Said {
                    who,
                    at: (!dice.once_in(20)).then(|| spread.place(&spots, &mut dice)),
                    kind: kinds[if dice.once_in(4) { mostly } else { 1 }],
                    theme: [Some(2), Some(2), Some(2), Some(2), Some(0), None][dice.below(6)],
                    moment,
                    release: usize::try_from(who).unwrap() % releases,
                    people: 1 + u32::try_from(dice.below(9)).unwrap(),
                    approved: None,
                });
            }
        }
        let mut dice = Dice::new(seed ^ 0x5A1D);
        for (said, number) in said.iter_mut().filter(|_| dice.once_in(5)).zip(0..) {
            said.approved = Some(number);
        }
        let by = if seed % 3 == 1 { CutBy::Side } else { CutBy::Theme };
        let k = [3, 3, 4, 3, 5, 3, 3][usize::try_from(seed % 7).unwrap()];
        Self { k, by, tables: seed % 6 == 5, releases, said }
    }

    /// What the program makes of each release.
    pub fn made(&self) -> Vec<Table> {
        let of = |release: usize| {
            let own = self.said.iter().filter(|said| said.release == release);
            let pins: Vec<Pin> = own
                .map(|said| Pin {
                    at: said.at.map(|at| (at[0], at[1])),
                    person: said.who,
                    side: side(said.kind),
                    theme: said.theme.map(|theme| THEMES[theme]),
                    kind: small(said.kind),
                    moment: Some(said.moment.map_or(NO_MOMENT, small)),
                })
                .collect();
            Table::of(&pins, self.k, self.by, lot).unwrap()
        };
        (0..self.releases).map(of).collect()
    }

    /// How many voices are told at places, in all.
    pub fn told(&self) -> u32 {
        let made = self.made();
        let stacks = made.iter().flat_map(|table| &table.stacks);
        stacks.flat_map(|stack| &stack.told).map(|told| told.vak.people).sum()
    }

    /// Whether there are enough people in each release.
    pub fn may_be_released(&self) -> bool {
        (0..self.releases).all(|release| {
            let mut people: Vec<u32> =
                self.said.iter().filter(|said| said.release == release).map(|said| said.who).collect();
            people.sort_unstable();
            people.dedup();
            people.len() >= usize::try_from(self.k).unwrap()
        })
    }

    /// What is told one by one, with these tables.
    fn spoken(&self, told: &[Table]) -> Vec<Spoken> {
        let of = |said: &Said| {
            let theme = said.theme.map(|theme| THEMES[theme]);
            let square = |at: [f64; 2]| told[said.release].square_of(side(said.kind), theme, at[0], at[1]);
            Some((said.approved?, said.kind, said.theme, said.at.map(square)))
        };
        let mut spoken: Vec<Spoken> = self.said.iter().filter_map(of).collect();
        spoken.sort_unstable_by_key(|one| one.0);
        spoken
    }

    /// Another world with the same tables, and the same said by who was approved: everything is changed by lot, and each change that makes
    /// another table, or another thing that is told one by one, taken back. With how many were kept.
    pub fn twin(&self, seed: u64) -> (Self, usize) {
        let mut dice = Dice::new(seed ^ 0x7717);
        let told = self.made();
        let spoken = self.spoken(&told);
        let (mut twin, mut kept) = (self.clone(), 0);
        for _ in 0..self.said.len() * 5 {
            let mut other = twin.clone();
            other.change(&told, &mut dice);
            let same = other.may_be_released() && other.spoken(&told) == spoken;
            if other != twin && same && other.made() == told {
                (twin, kept) = (other, kept + 1);
            }
        }
        dice.shuffle(&mut twin.said);
        (twin, kept)
    }

    fn change(&mut self, told: &[Table], dice: &mut Dice) {
        let chosen = dice.below(self.said.len());
        let one = self.said[chosen].clone();
        match dice.below(9) {
            0..3 => self.said[chosen].at = one.at.map(|at| moved(&one, at, told, dice)),
            3 => drop(self.said.remove(chosen)),
            4 => {
                let who = 1000
                    + u32::try_from(self.said.len()).unwrap()
                    + u32::try_from(dice.below(100_000)).unwrap();
                let at = one.at.map(|_| anywhere(dice, 1.0));
                self.said.push(Said { who, at, approved: None, ..one });
            }
            5 => {
                let again = one.at.map(|at| moved(&one, at, told, dice));
                self.said.push(Said { at: again, approved: None, ..one });
            }
            6 => {
                let other = one.kind ^ 1;
                self.each(|said| (said.who, said.kind) == (one.who, one.kind), |said| said.kind = other);
            }
            7 => {
                let moment = Some(dice.below(4)).filter(|moment| *moment < 3);
                self.each(|said| said.who == one.who, |said| said.moment = moment);
            }
            _ => {
                self.said[chosen].theme = Some(dice.below(4)).filter(|theme| *theme < 3);
                self.said[chosen].people = 1 + u32::try_from(dice.below(9)).unwrap();
            }
        }
    }

    fn each(&mut self, which: impl Fn(&Said) -> bool, change: impl Fn(&mut Said)) {
        self.said.iter_mut().filter(|said| which(said)).for_each(change);
    }
}

/// Elsewhere in the square in which somebody is told; anywhere for who is told nowhere.
fn moved(said: &Said, at: [f64; 2], told: &[Table], dice: &mut Dice) -> [f64; 2] {
    let theme = said.theme.map(|theme| THEMES[theme]);
    let Some(vak) = told[said.release].square_of(side(said.kind), theme, at[0], at[1]) else {
        return anywhere(dice, 1.3);
    };
    // An edge belongs to one square only; degrees are as exact as a centimetre.
    let mut inside = |from: i32| f64::from(from) + dice.between(0.05, f64::from(vak.side) - 0.05);
    let place = [inside(vak.x), inside(vak.y)];
    if may_lie(place) { place } else { at }
}

/// Whether a pin may lie here, with some room.
fn may_lie(place: [f64; 2]) -> bool {
    let [east, north] = [0, 1].map(|at| ((place[at] - MIDDLE[at]).abs() - HALF[at]).max(0.0));
    east.hypot(north) < 140.0
}
