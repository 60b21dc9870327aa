//! The heads of a table: one row or several, with titles above them and units below.

use crate::step3::indicators::code;

/// The most rows that can be heads.
pub const MOST_ROWS: usize = 12;

/// Words that are a unit when a whole row of heads has nothing else.
const UNITS: [&str; 18] = [
    "%",
    "aantal",
    "euro",
    "€",
    "m",
    "m2",
    "m²",
    "km",
    "km2",
    "km²",
    "ha",
    "per km2",
    "per km²",
    "x 1 000",
    "x 1000 euro",
    "1 000 euro",
    "x 1 000 euro",
    "score",
];

/// The heads of the columns, and the unit of each where a row says so.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heads {
    pub columns: Vec<String>,
    pub units: Vec<String>,
    pub rows: usize,
}

/// Whether a row is about an area or a square: only the figures themselves are.
fn has_code(row: &[String]) -> bool {
    row.iter().any(|cell| {
        code::corner(cell).is_some()
            || cell.trim().len() >= 6
                && cell.trim().starts_with(|sign: char| sign.is_ascii_alphabetic())
                && code::read(cell, |_| false).is_ok()
    })
}

/// Whether a third of what is filled in is a number, and one of these is no year: years stand in heads too.
fn has_numbers(row: &[String]) -> bool {
    use crate::step3::indicators::number::{Seen, see};
    let filled = row.iter().filter(|cell| !cell.trim().is_empty()).count();
    let numbers: Vec<&str> = row
        .iter()
        .map(|cell| cell.trim())
        .filter(|cell| matches!(see(cell), Seen::Plain(_) | Seen::Only(..) | Seen::Either { .. }))
        .collect();
    let is_year = |cell: &&str| cell.parse().is_ok_and(|year: u32| (1900..=2100).contains(&year));
    numbers.len() * 3 >= filled && !numbers.iter().all(is_year)
}

/// Whether a row has nothing but marks behind its code, or a mark that is a number: `BU0001;-99997;x`.
fn has_marks(row: &[String]) -> bool {
    use crate::step3::indicators::number::{Seen, see};
    let filled: Vec<(usize, &str)> =
        row.iter().map(|cell| cell.trim()).enumerate().filter(|(_, cell)| !cell.is_empty()).collect();
    let is_mark = |cell: &str| matches!(see(cell), Seen::Missing | Seen::Secret);
    let is_number = |cell: &str| cell.strip_prefix('-').is_some_and(|rest| rest.parse::<f64>().is_ok());
    let begins = filled.first().is_some_and(|(at, cell)| *at == 0 && !is_mark(cell));
    filled.iter().any(|(_, cell)| is_mark(cell) && is_number(cell))
        || (begins && filled.len() > 1 && filled[1..].iter().all(|(_, cell)| is_mark(cell)))
}

/// Whether every cell that is filled in, but for a head in front of them, is a unit.
fn has_units(row: &[String]) -> bool {
    let is_unit = |cell: &String| UNITS.contains(&cell.trim().to_lowercase().as_str());
    let cells = row.iter().enumerate().filter(|(_, cell)| !is_empty(cell));
    let units: Vec<&String> =
        cells.filter(|(at, cell)| *at > 0 || is_unit(cell)).map(|(_, cell)| cell).collect();
    !units.is_empty() && units.into_iter().all(is_unit)
}

fn is_empty(cell: &str) -> bool {
    cell.trim().is_empty()
}

/// Whether a row has nothing but its first cell, as a title has; a head over some columns stands above the first of them.
fn stands_alone(row: &[String]) -> bool {
    let filled = row.iter().filter(|cell| !is_empty(cell)).count();
    filled == 1 && row.first().is_some_and(|cell| !is_empty(cell))
}

/// Whether a row goes on with the heads above it: it fills a gap that they have, as below cells that were merged; it tells apart
/// two heads beside each other that are the same; or it says their units.
fn goes_on(filled: &[bool], above: &[String], row: &[String]) -> bool {
    let is_filled = |at: usize| row.get(at).is_some_and(|cell| !is_empty(cell));
    let fills = (0..filled.len()).any(|at| !filled[at] && is_filled(at));
    let tells = (1..above.len()).any(|at| {
        let same = !is_empty(&above[at]) && above[at] == above[at - 1];
        same && is_filled(at) && row.get(at) != row.get(at - 1)
    });
    fills || tells || has_units(row)
}

/// How many of the first rows are heads: those above the first that is about an area, that has numbers where areas have codes
/// of their own, or that has nothing to add to the heads above it. At least one.
fn count(rows: &[Vec<String>], width: usize) -> usize {
    let first = rows.iter().skip(1).position(|row| has_code(row) || has_numbers(row) || has_marks(row));
    let most = first.map_or(1, |at| at + 1).min(MOST_ROWS);
    let mut filled = vec![false; width];
    for (at, row) in rows.iter().enumerate().take(most) {
        if at > 0 && !stands_alone(&rows[at - 1]) && !goes_on(&filled, &rows[at - 1], row) {
            return at;
        }
        if !stands_alone(row) {
            row.iter().enumerate().for_each(|(at, cell)| filled[at] |= !is_empty(cell));
        }
    }
    most
}

/// Puts the heads together from the first rows of a file.
pub fn heads(rows: &[Vec<String>], asked: Option<usize>) -> Heads {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let count = asked.unwrap_or_else(|| count(rows, width)).clamp(1, MOST_ROWS).min(rows.len());
    let is_title = |row: &[String]| width > 2 && stands_alone(row);
    let is_head = |row: &&Vec<String>| row.iter().any(|cell| !is_empty(cell)) && !is_title(row);
    let mut heads: Vec<&Vec<String>> = rows[..count].iter().filter(is_head).collect();
    let is_units = |row: &[String]| {
        let unit = |cell: &&String| UNITS.contains(&cell.trim().to_lowercase().as_str());
        let cells: Vec<&String> = row.iter().filter(|cell| !cell.trim().is_empty()).collect();
        !cells.is_empty() && cells.iter().all(unit)
    };
    let units =
        heads.iter().position(|row| is_units(row)).filter(|_| heads.len() > 1).map(|at| heads.remove(at));
    let cell = |row: &[String], at: usize| row.get(at).map(|text| text.trim().to_owned()).unwrap_or_default();
    let (last, above) =
        heads.split_last().map_or((None, [].as_slice()), |(last, above)| (Some(*last), above));
    let mut columns = Vec::with_capacity(width);
    let mut groups: Vec<String> = vec![String::new(); above.len()];
    for at in 0..width {
        let own = last.map(|row| cell(row, at)).unwrap_or_default();
        let mut parts = Vec::new();
        for (row, group) in above.iter().zip(&mut groups) {
            // A head over several columns stands above the first of them.
            let text = cell(row, at);
            if !text.is_empty() {
                *group = text;
            }
            if !group.is_empty() && *group != own {
                parts.push(group.clone());
            }
        }
        parts.push(own);
        parts.retain(|part| !part.is_empty());
        parts.dedup();
        let name = parts.join(" – ");
        columns.push(if name.is_empty() { format!("kolom {}", at + 1) } else { name });
    }
    tell_apart(&mut columns);
    let units = (0..width).map(|at| units.map(|row| cell(row, at)).unwrap_or_default());
    Heads { units: units.collect(), columns, rows: count }
}

/// Heads that are the same get a number.
fn tell_apart(columns: &mut [String]) {
    let mut seen = std::collections::HashMap::<String, usize>::new();
    for column in columns {
        let times = seen.entry(column.clone()).or_default();
        *times += 1;
        if *times > 1 {
            *column = format!("{column} ({times})");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        text.lines().map(|line| line.split(';').map(str::to_owned).collect()).collect()
    }

    #[test]
    fn one_row_of_heads_is_the_usual() {
        let found = heads(&rows("code;inwoners;jaar\nBU0363MM05;10;2020\n"), None);
        assert_eq!((found.rows, found.columns), (1, vec!["code".into(), "inwoners".into(), "jaar".into()]));
    }

    #[test]
    fn a_title_groups_and_units_above_the_figures_are_heads() {
        let text = "Kerncijfers 2023;;;;\n;Bevolking;;Wonen;\ncode;inwoners;mannen;WOZ;koop\n;aantal;aantal;x 1 000 euro;%\nBU03630000;10;5;300;12,5\n";
        let found = heads(&rows(text), None);
        assert_eq!(found.rows, 4);
        assert_eq!(
            found.columns,
            ["code", "Bevolking – inwoners", "Bevolking – mannen", "Wonen – WOZ", "Wonen – koop"]
        );
        assert_eq!(found.units, ["", "aantal", "aantal", "x 1 000 euro", "%"]);
    }

    #[test]
    fn figures_under_a_code_of_another_kind_are_no_heads() {
        let found = heads(&rows("code;mensen;eenzaam\nFB08;500;50\nGM0363;900000;70000\n"), None);
        assert_eq!((found.rows, found.columns.len()), (1, 3));
    }

    #[test]
    fn one_head_over_some_columns_is_no_title() {
        let found = heads(&rows("Titel;;\n;Huis;\ncode;vocht;geluid\nBU03630000;1,5;2\n"), None);
        assert_eq!(found.columns, ["code", "Huis – vocht", "Huis – geluid"]);
    }

    #[test]
    fn a_first_row_of_marks_is_no_head() {
        for row in ["BU0001;-99997;-99997", "BU0001;Noord;-99995", "BU0001;x;x", "BU0001;.;x"] {
            let found = heads(&rows(&format!("code;inwoners;score\n{row}\nBU0002;10;7\n")), None);
            assert_eq!((found.rows, found.columns.len()), (1, 3), "{row}: {found:?}");
        }
        let found = heads(&rows("gebied;inwoners;\n;%;-\nGM0363;1;2\n"), None);
        assert_eq!(found.rows, 2, "{found:?}");
    }

    #[test]
    fn years_as_heads_are_no_figures() {
        let found = heads(&rows("gebied;inwoners;\n;2019;2020\nGM0363;1;2\n"), None);
        assert_eq!(
            (found.rows, found.columns),
            (2, vec!["gebied".into(), "inwoners – 2019".into(), "inwoners – 2020".into()])
        );
    }

    #[test]
    fn a_first_row_of_an_area_with_a_code_of_its_own_is_no_head_and_a_row_of_years_is_one() {
        let table = rows("code;naam;mensen\nVB0000AA01;Voorbeeldbuurt;61,5\nGM0363;Amsterdam;70\n");
        assert_eq!(heads(&table, None).columns, ["code", "naam", "mensen"]);
        let years = rows("code;inwoners;\n;2019;2020\nVB0000AA01;870;873\n");
        assert_eq!(heads(&years, None).columns, ["code", "inwoners – 2019", "inwoners – 2020"]);
    }

    #[test]
    fn a_first_row_without_a_place_or_a_code_is_no_head() {
        for text in [
            "x;y;categorie\n;;afval\n123810;484780;licht\n123870;484820;afval\n",
            "x;y;categorie\n;;afval\n;;licht\n;onbekend;licht\n123870;484820;afval\n",
            "x;y;categorie\nonbekend;onbekend;afval\n123870;484820;afval\n",
            "code;naam;soort\n;Noord;woonwijk\nBU0363MM05;Hof;woonwijk\n",
            "naam;code;a\nNoord;;\nHof;BU0363MM05;7\n",
        ] {
            let found = heads(&rows(text), None);
            assert_eq!((found.rows, found.columns.len()), (1, 3), "{text}: {found:?}");
            assert!(found.columns.iter().all(|head| !head.contains('–')), "{found:?}");
        }
    }

    #[test]
    fn a_second_row_of_heads_fills_gaps_tells_the_same_apart_or_has_the_units() {
        for (text, wanted) in [
            ("code;Wonen;\n;huur;koop\nGM0363;1;2\n", ["code", "Wonen – huur", "Wonen – koop"]),
            ("code;Wonen;Wonen\n;huur;koop\nGM0363;1;2\n", ["code", "Wonen – huur", "Wonen – koop"]),
            ("code;huur;koop\n;%;%\nGM0363;1;2\n", ["code", "huur", "koop"]),
            ("Titel\nOndertitel\ncode;huur;koop\nGM0363;1;2\n", ["code", "huur", "koop"]),
        ] {
            let found = heads(&rows(text), None);
            assert_eq!(found.columns, wanted, "{text}");
            assert_eq!(found.rows, text.lines().count() - 1, "{text}");
        }
    }

    #[test]
    fn heads_that_are_missing_or_the_same_can_be_told_apart() {
        let found = heads(&rows("code;waarde;waarde;\nE1234N4867;1;2;3\n"), None);
        assert_eq!(found.columns, ["code", "waarde", "waarde (2)", "kolom 4"]);
        assert_eq!(heads(&rows("a;b\nc;d\nBU03630000;1\n"), Some(1)).columns, ["a", "b"]);
    }
}
