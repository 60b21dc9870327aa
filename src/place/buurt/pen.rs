//! With what the pictures of a plattegrond are written: the head of an SVG, whole units, paths in relative commands.

use std::fmt::Write as _;

use crate::platform::text::escape_xml as escape;

/// Opens a picture of this size with this title.
pub(super) fn open(out: &mut String, [width, height]: [f64; 2], title: &str) {
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"'Noto Sans',system-ui,sans-serif\"><title>{}</title>",
        escape(title),
    );
}

/// A unit is half a metre and a picture at most 60 km: the numbers are small.
#[allow(clippy::cast_possible_truncation)]
pub(super) fn whole(units: [f64; 2]) -> [i64; 2] {
    units.map(|unit| unit.round() as i64)
}

/// SVG path data in relative commands, as short as they get.
#[derive(Default)]
pub(super) struct PathData {
    pub text: String,
    at: [i64; 2],
}

impl PathData {
    /// Adds a line, or a ring whose last point repeats the first.
    pub(super) fn add(&mut self, mut points: Vec<[i64; 2]>, closed: bool) {
        if closed && points.first() == points.last() {
            points.pop();
        }
        if points.len() < if closed { 3 } else { 2 } {
            return;
        }
        let start = points[0];
        let mut command = ' ';
        for (index, point) in points.into_iter().enumerate() {
            let [dx, dy] = [point[0] - self.at[0], point[1] - self.at[1]];
            match (index, dx, dy) {
                (0, ..) => self.command('m', &mut command, &[dx, dy]),
                (_, dx, 0) => self.command('h', &mut command, &[dx]),
                (_, 0, dy) => self.command('v', &mut command, &[dy]),
                _ => self.command('l', &mut command, &[dx, dy]),
            }
            self.at = point;
        }
        if closed {
            self.text.push('z');
            self.at = start;
        }
    }

    fn command(&mut self, wanted: char, last: &mut char, numbers: &[i64]) {
        // After a move, further pairs are lines already.
        let same = *last == wanted || (*last == 'm' && wanted == 'l');
        if !same || wanted == 'm' {
            self.text.push(wanted);
        }
        for (index, number) in numbers.iter().enumerate() {
            if *number >= 0 && (index > 0 || (same && wanted != 'm')) {
                self.text.push(' ');
            }
            let _ = write!(self.text, "{number}");
        }
        if !(*last == 'm' && wanted == 'l') {
            *last = wanted;
        }
    }
}
