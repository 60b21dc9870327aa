//! Dates in cells: those that people write, and those that a spreadsheet makes of numbers: `9-okt`, `7. Mai`, `01.05.2024`.

use super::{LONGEST, is_blank};

/// How months begin, in Dutch, English, German and French: spreadsheets write them in the language of their computer.
const MONTHS: [&str; 28] = [
    "jan", "jän", "feb", "fév", "fev", "mrt", "mar", "maa", "mär", "apr", "avr", "mei", "may", "mai", "jun",
    "juin", "jul", "juil", "aug", "aoû", "aou", "sep", "okt", "oct", "nov", "dec", "dez", "déc",
];

fn is_digits(part: &str) -> bool {
    (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a part is a number from 1 to `most`, in one or two digits.
fn is_upto(part: &str, most: u32) -> bool {
    part.len() <= 2 && is_digits(part) && part.parse().is_ok_and(|number: u32| (1..=most).contains(&number))
}

fn is_day(part: &str) -> bool {
    part.len() <= 2 && is_digits(part)
}

fn is_month(part: &str) -> bool {
    part.chars().all(char::is_lowercase)
        && part.chars().count() >= 3
        && MONTHS.iter().any(|month| part.starts_with(month))
}

/// Whether three parts with points between them are a day, a month and a year, or the other way round: `1.2.3` is a version.
fn is_with_points(parts: &[&str]) -> bool {
    let is_year = |part: &str| is_digits(part) && (part.len() == 4 || part.len() == 2);
    match parts {
        [day, month, year] if is_year(year) && is_upto(day, 31) && is_upto(month, 12) => true,
        [year, month, day] => year.len() == 4 && is_digits(year) && is_upto(month, 12) && is_upto(day, 31),
        _ => false,
    }
}

/// Whether a cell is a date, or what a spreadsheet makes of a number that looks like one: `9-okt`, `mei-10`, `2025-10-09`.
pub fn is_date(cell: &str) -> bool {
    let small = cell.trim_matches(is_blank).to_lowercase();
    if small.len() > LONGEST {
        return false;
    }
    let is_digit = |text: Option<char>| text.is_some_and(|sign| sign.is_ascii_digit());
    // A time of day behind it is not looked at: 2025-10-09T12:00.
    let timed = small
        .split_once('t')
        .filter(|(day, time)| is_digit(day.chars().next_back()) && is_digit(time.chars().next()));
    let day = timed.map_or(small.as_str(), |(day, _)| day);
    let first = day.split(' ').next().unwrap_or_default();
    if is_with_points(&first.split('.').collect::<Vec<_>>()) {
        return true;
    }
    if let Some((day, month)) = day.split_once('/')
        && is_upto(day, 31)
        && is_upto(month, 12)
    {
        return true;
    }
    let day = Some(first).filter(|day| day.contains(['-', '/'])).unwrap_or(day);
    let parts: Vec<&str> = day
        .split(['-', '/', ' '])
        .filter(|part| !part.is_empty())
        .map(|part| part.trim_end_matches('.'))
        .collect();
    match parts.as_slice() {
        [one, two] => is_day(one) && is_month(two) || is_month(one) && is_digits(two),
        [one, two, three] => is_digits(one) && (is_digits(two) || is_month(two)) && is_digits(three),
        _ => false,
    }
}

/// Whether a cell is a day and a month without a year, joined as a spreadsheet does it: `7-mei`, `7-May`, `07. Mai`. Nobody
/// writes a whole column of dates so.
pub fn is_turned(cell: &str) -> bool {
    let cell = cell.trim_matches(is_blank);
    let day = cell.split(['-', '.']).next().unwrap_or_default();
    is_day(day) && is_short(cell) && is_date(cell)
}

/// Whether a cell has two parts joined by a hyphen, or by a point and a blank: a date without a year, or without a day
/// (`jul-85`).
pub fn is_short(cell: &str) -> bool {
    let cell = cell.trim_matches(is_blank);
    let german = cell.split_once(". ").is_some_and(|(day, month)| is_day(day) && !month.contains([' ', '.']));
    german || !cell.contains([' ', '/']) && cell.split('-').count() == 2
}
