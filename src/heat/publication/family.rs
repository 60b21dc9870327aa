//! What a set of published sums can be made to tell, whatever is added and subtracted.
//!
//! Every published sum is Σ over *rows* of (a number the reader does not know) × (a share the reader can work
//! out). In one cell a row is one participant and one class of pins (theme, kind, moment, batch): the unknown
//! number is what the pins weigh there, the share is people ÷ pins of that participant in the slice, or 0 where
//! the slice does not take the class. A published sum is a column of shares. Whoever combines published sums with
//! any numbers α gets Σ over rows of unknown × (row · α): the rows with row · α ≠ 0 are who is left. That number
//! must never be between 1 and *k* − 1 people.
//!
//! It is not enough to look at sets: a participant's pins share one weight *in each layer*, so that
//! `all` − `sterk` − `beter` is not nothing but what those leave who put pins in both.
//!
//! [`Family`] keeps *k* groups of rows of different people, and lets a sum join only while every group by itself
//! spans what all rows span. Then a combination that leaves anybody leaves somebody in each group: at least *k*.
//! (Groups are found greedily: a sum may be refused that could have joined, never the other way round.) Arithmetic is exact, modulo a prime.

/// Shares are kept modulo this prime (2³¹ − 1): exact, and fast.
pub const PRIME: u64 = 0x7fff_ffff;

/// `people` ÷ `pins` as [`Family`] reckons; 0 where there are no pins.
pub fn share(people: u32, pins: u32) -> u32 {
    if pins == 0 { 0 } else { narrow(u64::from(people) % PRIME * inverse(u64::from(pins) % PRIME) % PRIME) }
}

/// `a − b` as [`Family`] reckons.
pub fn minus(a: u32, b: u32) -> u32 {
    narrow((u64::from(a) + PRIME - u64::from(b)) % PRIME)
}

// What is below the prime fits.
#[allow(clippy::cast_possible_truncation)]
fn narrow(n: u64) -> u32 {
    n as u32
}

/// By Fermat's little theorem; 0 for 0.
fn inverse(n: u64) -> u64 {
    let (mut base, mut exponent, mut power) = (n % PRIME, PRIME - 2, 1);
    while exponent > 0 {
        if exponent & 1 == 1 {
            power = power * base % PRIME;
        }
        base = base * base % PRIME;
        exponent >>= 1;
    }
    power
}

/// A product of two numbers below the prime, brought below 2³³: 2³¹ is 1 modulo the prime. Thousands of them can be added up before
/// the remainder is taken.
fn product(a: u32, b: u32) -> u64 {
    let product = u64::from(a) * u64::from(b);
    (product & PRIME) + (product >> 31)
}

/// So many rows are few: then who serves which group is chosen with more care.
const SCARCE: usize = 200;

/// Who stands behind a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// Which participant, or table.
    pub who: u32,
    /// The people they speak for; 0 where they must not be told apart but do not count for others either.
    pub people: u32,
}

/// What became of a sum that wanted to join.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joined {
    /// It follows from those that are published already: it tells nothing new.
    Known,
    /// Nobody can be told apart with it.
    Joins,
    /// With it fewer than *k* people could be told apart.
    Refused,
}

/// Rows that by themselves span what all rows span, and the inverse of their shares (row by row).
#[derive(Default)]
struct Group {
    rows: Vec<usize>,
    inverse: Vec<u32>,
}

/// Sums that are published together, and what protects who is in them.
pub struct Family {
    rows: Vec<Row>,
    groups: Vec<Group>,
    /// Of each row the groups that who stands behind it serves.
    serving: Vec<Vec<usize>>,
    /// The published sums that do not follow from each other, row by row: a share for each sum, with room for more.
    shares: Vec<u32>,
    size: usize,
    room: usize,
    most: usize,
}

impl Family {
    /// No sum yet, of these rows; at most `most` that do not follow from each other. Where rows stand in the order
    /// in which they are to be used: those of participants in few classes first.
    pub fn new(rows: Vec<Row>, k: u32, most: usize) -> Self {
        let groups = (0..k).map(|_| Group::default()).collect();
        let serving = vec![Vec::new(); rows.len()];
        Self { rows, groups, serving, shares: Vec::new(), size: 0, room: 0, most }
    }

    /// Lets a sum join, where nobody can be told apart with it: its share for each row.
    pub fn join(&mut self, column: &[u32]) -> Joined {
        let Some(first) = self.groups.first() else { return Joined::Refused };
        let known = self.combination(first, column);
        if (0..self.rows.len()).all(|row| self.left(row, column, &known) == 0) {
            return Joined::Known;
        }
        if self.size >= self.most {
            return Joined::Refused;
        }
        let mut taken: Vec<(usize, Vec<u32>, u32)> = Vec::with_capacity(self.groups.len());
        for (at, group) in self.groups.iter().enumerate() {
            let combination = self.combination(group, column);
            let Some((row, left)) = self.witness(at, column, &combination, &taken) else {
                return Joined::Refused;
            };
            taken.push((row, combination, left));
        }
        for (at, (row, combination, left)) in taken.into_iter().enumerate() {
            self.extend(at, row, &combination, left);
        }
        self.keep(column);
        Joined::Joins
    }

    /// Puts a share in each row.
    fn keep(&mut self, column: &[u32]) {
        if self.size == self.room {
            let room = (2 * self.room).max(8);
            let mut shares = vec![0; self.rows.len() * room];
            if self.room > 0 {
                for (new, old) in shares.chunks_exact_mut(room).zip(self.shares.chunks_exact(self.room)) {
                    new[..self.size].copy_from_slice(&old[..self.size]);
                }
            }
            (self.shares, self.room) = (shares, room);
        }
        for (known, share) in self.shares.chunks_exact_mut(self.room).zip(column) {
            known[self.size] = *share;
        }
        self.size += 1;
    }

    /// The shares of a row.
    fn known(&self, row: usize) -> &[u32] {
        &self.shares[row * self.room..row * self.room + self.size]
    }

    /// How many sums joined that do not follow from each other.
    pub fn size(&self) -> usize {
        self.size
    }

    /// The combination of the columns that gives `column` in the rows of a group.
    fn combination(&self, group: &Group, column: &[u32]) -> Vec<u32> {
        let there = group.rows.iter().map(|row| column[*row]).enumerate();
        // A fine slice takes few.
        let there: Vec<(usize, u32)> = there.filter(|(_, share)| *share != 0).collect();
        let sum = |i: usize| {
            let cells = &group.inverse[i * self.size..(i + 1) * self.size];
            narrow(there.iter().map(|(at, share)| product(cells[*at], *share)).sum::<u64>() % PRIME)
        };
        (0..self.size).map(sum).collect()
    }

    /// What is left of `column` in a row after the combination is taken off.
    fn left(&self, row: usize, column: &[u32], combination: &[u32]) -> u32 {
        let told = self.known(row).iter().zip(combination);
        minus(column[row], narrow(told.map(|(known, factor)| product(*known, *factor)).sum::<u64>() % PRIME))
    }

    /// A row in which something is left, of somebody who may serve this group.
    fn witness(
        &self,
        group: usize,
        column: &[u32],
        combination: &[u32],
        taken: &[(usize, Vec<u32>, u32)],
    ) -> Option<(usize, u32)> {
        let left = |row: usize| {
            let left = self.left(row, column, combination);
            (left != 0).then_some((row, left))
        };
        let counts = |row: &usize| self.rows[*row].people > 0;
        if self.rows.len() <= SCARCE {
            // Few people: who serves this group already is taken first, so that the others stay free.
            let own = (0..self.rows.len()).filter(counts).filter(|row| self.serves(group, *row));
            if let Some(found) = own.into_iter().find_map(left) {
                return Some(found);
            }
        }
        let may = |row: &usize| self.serves(group, *row) || self.may_serve(*row, taken);
        (0..self.rows.len()).filter(counts).filter(may).find_map(left)
    }

    fn serves(&self, group: usize, row: usize) -> bool {
        self.serving[row].contains(&group)
    }

    /// Somebody serves at most as many groups as they speak for people, and never all: one voice is not a group.
    fn may_serve(&self, row: usize, taken: &[(usize, Vec<u32>, u32)]) -> bool {
        let Row { who, people } = self.rows[row];
        let limit = usize::try_from(people).unwrap_or(usize::MAX).min(self.groups.len() - 1);
        let more = taken
            .iter()
            .enumerate()
            .filter(|(group, (taken, ..))| self.rows[*taken].who == who && !self.serves(*group, row));
        self.serving[row].len() + more.count() < limit
    }

    /// Adds a row and the new column to a group: the inverse grows by bordering.
    fn extend(&mut self, group: usize, row: usize, combination: &[u32], left: u32) {
        let size = self.size;
        let over = inverse(u64::from(left));
        let Group { rows, inverse } = &self.groups[group];
        let mut before = vec![0_u64; size];
        for (i, factor) in self.known(row).iter().enumerate().filter(|(_, factor)| **factor != 0) {
            for (sum, cell) in before.iter_mut().zip(&inverse[i * size..(i + 1) * size]) {
                *sum += product(*factor, *cell);
            }
        }
        for sum in &mut before {
            *sum %= PRIME;
        }
        let mut grown = Vec::with_capacity((size + 1) * (size + 1));
        for (i, factor) in combination.iter().enumerate() {
            let times = u64::from(*factor) * over % PRIME;
            let cells = inverse[i * size..(i + 1) * size].iter().zip(&before);
            grown.extend(cells.map(|(cell, add)| narrow((u64::from(*cell) + times * add) % PRIME)));
            grown.push(narrow((PRIME - times) % PRIME));
        }
        grown.extend(before.iter().map(|add| narrow((PRIME - add * over % PRIME) % PRIME)));
        grown.push(narrow(over));
        let mut rows = rows.clone();
        rows.push(row);
        for (one, serving) in self.rows.iter().zip(&mut self.serving) {
            if one.who == self.rows[row].who && !serving.contains(&group) {
                serving.push(group);
            }
        }
        self.groups[group] = Group { rows, inverse: grown };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people(many: u32) -> Vec<Row> {
        (0..many).map(|who| Row { who, people: 1 }).collect()
    }

    /// A column that takes these rows whole.
    fn takes(rows: usize, taken: std::ops::Range<usize>) -> Vec<u32> {
        (0..rows).map(|row| u32::from(taken.contains(&row))).collect()
    }

    #[test]
    fn a_sum_of_two_people_is_refused_and_one_of_three_joins() {
        assert_eq!(Family::new(people(2), 3, 9).join(&takes(2, 0..2)), Joined::Refused);
        assert_eq!(Family::new(people(3), 3, 9).join(&takes(3, 0..3)), Joined::Joins);
    }

    #[test]
    fn a_sum_that_leaves_two_people_of_another_is_refused_and_one_that_leaves_three_makes_the_rest_known() {
        let mut family = Family::new(people(9), 3, 9);
        assert_eq!(family.join(&takes(9, 0..9)), Joined::Joins);
        assert_eq!(family.join(&takes(9, 0..7)), Joined::Refused);
        assert_eq!(family.join(&takes(9, 0..2)), Joined::Refused);
        assert_eq!(family.join(&takes(9, 0..6)), Joined::Joins);
        assert_eq!(family.join(&takes(9, 6..9)), Joined::Known);
    }

    #[test]
    fn a_table_counts_as_its_people_but_is_never_alone() {
        let table = [Row { who: 0, people: 8 }, Row { who: 1, people: 1 }];
        assert_eq!(Family::new(table[..1].to_vec(), 3, 9).join(&[8]), Joined::Refused);
        assert_eq!(Family::new(table.to_vec(), 3, 9).join(&[8, 1]), Joined::Joins);
    }

    /// Ten people put a strength and a concern each, one puts a strength only. The layers `sterk`, `beter` and `all` look harmless as sets, yet
    /// all − ½ sterk − ½ beter is half of that one person.
    #[test]
    fn a_combination_with_halves_does_not_leave_one_person() {
        let half = share(1, 2);
        let mut rows = vec![Row { who: 10, people: 1 }];
        let (mut strong, mut better, mut all) = (vec![1], vec![0], vec![1]);
        for who in 0..10 {
            rows.extend([Row { who, people: 1 }; 2]);
            strong.extend([1, 0]);
            better.extend([0, 1]);
            all.extend([half, half]);
        }
        let mut family = Family::new(rows, 3, 9);
        assert_eq!(family.join(&strong), Joined::Joins);
        assert_eq!(family.join(&better), Joined::Joins);
        assert_eq!(family.join(&all), Joined::Refused);
    }

    #[test]
    fn who_does_not_count_is_protected_all_the_same() {
        let mut rows = people(6);
        rows.push(Row { who: 6, people: 0 });
        let mut family = Family::new(rows, 3, 9);
        assert_eq!(family.join(&takes(7, 0..7)), Joined::Joins);
        assert_eq!(family.join(&takes(7, 0..6)), Joined::Refused, "the rest would be that one");
    }

    #[test]
    fn shares_are_exact() {
        assert_eq!(u64::from(share(3, 7)) * 7 % PRIME, 3);
        assert_eq!(minus(share(1, 2), share(1, 2)), 0);
        assert_eq!(share(4, 0), 0);
    }
}
