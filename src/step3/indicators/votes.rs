//! In which system the places of a file are, as their numbers say it. What is no place has no vote.

use super::FileError;
use super::place;
use super::read::Crs;

/// How many places can be in which system.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Votes {
    /// Degrees in or near the Netherlands.
    near: usize,
    /// Degrees elsewhere.
    far: usize,
    /// RD metres.
    metres: usize,
    /// Neither.
    other: usize,
    /// The first that lost its decimal sign.
    lost: Option<(f64, f64)>,
}

/// Whether these can be RD metres.
pub fn is_rd(x: f64, y: f64) -> bool {
    (-10_000.0..=300_000.0).contains(&x) && (300_000.0..=630_000.0).contains(&y)
}

impl Votes {
    /// Takes a place into account; `named`: the heads of its columns say that it is in degrees.
    pub fn count(&mut self, x: f64, y: f64, named: bool) {
        if !place::is_place(x, y) {
            return;
        }
        if self.lost.is_none() && place::lost_decimals(x, y, named) {
            self.lost = Some((x, y));
        }
        let votes = if (2.0..=8.5).contains(&x) && (49.0..=55.0).contains(&y) {
            &mut self.near
        } else if (-180.0..=180.0).contains(&x) && (-90.0..=90.0).contains(&y) {
            &mut self.far
        } else if is_rd(x, y) {
            &mut self.metres
        } else {
            &mut self.other
        };
        *votes += 1;
    }

    /// A place that lost its decimal sign, unless it is a stray one among many; `named` as above.
    pub fn lost(&self, named: bool) -> Option<(f64, f64)> {
        let degrees = self.near + self.far;
        let (kept, rest) =
            if named { (degrees, self.metres + self.other) } else { (degrees + self.metres, self.other) };
        self.lost.filter(|_| kept <= 99 * rest)
    }

    /// Those in degrees. Small numbers among metres are no degrees somewhere at sea: a program that knew no place wrote them.
    fn degrees(&self) -> usize {
        if self.metres > 0 { self.near } else { self.near + self.far }
    }

    /// Those in this system, and those in the other that is read.
    fn of(&self, crs: Crs) -> (usize, usize) {
        match crs {
            Crs::Wgs => (self.degrees(), self.metres),
            Crs::Rd => (self.metres, self.degrees()),
        }
    }

    /// Whether the places can be in the system that somebody, or the file, says: some are, and no fewer than in the other; or there
    /// are none at all.
    pub fn can_be_in(&self, said: Crs) -> bool {
        let (here, there) = self.of(said);
        self.all() == 0 || here > 0 && here >= there
    }

    /// Whether more places are in the other system than in this one.
    pub fn are_in_the_other(&self, said: Crs) -> bool {
        let (here, there) = self.of(said);
        there > here
    }

    /// All that have a vote.
    fn all(&self) -> usize {
        self.degrees() + self.metres + self.other
    }

    /// The system that they are in, as far as they agree: a stray one among many does not change what the others are.
    ///
    /// # Errors
    /// They are in several, or in another one.
    pub fn say(&self) -> Result<Option<Crs>, FileError> {
        let is_most = |votes: usize| votes > 99 * (self.all() - votes);
        if self.all() == 0 {
            Ok(None)
        } else if is_most(self.degrees()) {
            Ok(Some(Crs::Wgs))
        } else if is_most(self.metres) {
            Ok(Some(Crs::Rd))
        } else if self.degrees() + self.metres > 0 {
            Err(FileError::MixedCrs { degrees: self.degrees(), metres: self.metres, other: self.other })
        } else {
            Err(FileError::OtherCrs)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn say(places: &[(usize, f64, f64)]) -> Result<Option<Crs>, FileError> {
        let mut votes = Votes::default();
        for (times, x, y) in places {
            for _ in 0..*times {
                votes.count(*x, *y, false);
            }
        }
        votes.say()
    }

    const RD: (f64, f64) = (123_810.0, 484_780.0);
    const WGS: (f64, f64) = (4.93, 52.35);

    #[test]
    fn what_is_written_for_no_place_has_no_vote() {
        let none = [0.0, -99_997.0, -99_995.0, f64::NAN, f64::INFINITY, -9999.0, 1.0, 999_999.0];
        for number in none {
            let nowhere = (20, number, number);
            assert_eq!(say(&[nowhere]), Ok(None), "{number}");
            assert_eq!(say(&[nowhere, (2, RD.0, RD.1)]), Ok(Some(Crs::Rd)), "{number}");
            assert_eq!(say(&[nowhere, (2, WGS.0, WGS.1)]), Ok(Some(Crs::Wgs)), "{number}");
        }
        assert_eq!(say(&[(5, RD.0, RD.1), (20, 1.0, 2.0)]), Ok(Some(Crs::Rd)), "no degrees at sea");
        assert_eq!(say(&[(5, 0.0, RD.1), (1, RD.0, RD.1)]), Ok(Some(Crs::Rd)));
    }

    #[test]
    fn places_in_several_systems_are_told_with_how_many_they_are() {
        let mixed = FileError::MixedCrs { degrees: 3, metres: 4, other: 1 };
        assert_eq!(say(&[(3, WGS.0, WGS.1), (4, RD.0, RD.1), (1, 6e5, 58e5)]), Err(mixed));
        assert_eq!(say(&[(3, 6e5, 58e5)]), Err(FileError::OtherCrs));
        assert_eq!(say(&[(300, WGS.0, WGS.1), (1, RD.0, RD.1)]), Ok(Some(Crs::Wgs)), "a stray one");
    }
}
