//! Files for spreadsheets: UTF-8 with a mark that says so, and no cell that is run.

use csv::{QuoteStyle, Terminator, Writer, WriterBuilder};

/// By this mark Excel takes a file for UTF-8; without it, é becomes Ã©.
const BOM: &[u8] = b"\xEF\xBB\xBF";

/// What makes a spreadsheet take a cell for a formula, also in their full-width forms (OWASP, CSV injection).
const STARTS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// A text as a cell that a spreadsheet does not run: what begins as a formula, also behind white space, marks that nobody
/// sees or a quote, gets a quote before it. So does what begins as the old way to start a program, `DDE (`.
pub fn harmless(cell: &str) -> String {
    let seen = cell.trim_start_matches(|c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
    });
    let formula = seen.trim_start_matches('"').trim_start().starts_with(STARTS);
    let word = seen.get(..3).filter(|word| word.eq_ignore_ascii_case("dde"));
    let program = word.is_some_and(|word| seen[word.len()..].trim_start().starts_with('('));
    let control = cell.starts_with(['\t', '\r', '\n', '\0']);
    let cell = cell.replace('\0', "");
    if formula || program || control { format!("'{cell}") } else { cell }
}

/// A file as Excel on a Dutch computer opens it with a double click: semicolons between cells (the comma is in numbers), each
/// cell between quotes, so that a semicolon or comma in a text opens no new cell.
pub fn dutch() -> Writer<Vec<u8>> {
    let mut builder = WriterBuilder::new();
    builder.delimiter(b';').quote_style(QuoteStyle::Always).terminator(Terminator::CRLF).flexible(false);
    builder.from_writer(BOM.to_vec())
}

/// A number with a decimal comma, in at most so many decimals.
pub fn number(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    text.replace('.', ",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_as_a_formula_gets_a_quote_also_behind_what_nobody_sees() {
        for cell in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "＝1",
            "\t=1",
            "\r=1",
            "\n1",
            "  =1",
            "\u{200B}=1",
            "\"=1",
            "\"\"  +1",
            "DDE (\"cmd\";\"/C calc\";\"!A0\")A0",
            "dde(1)",
            "\0=1",
        ] {
            assert!(harmless(cell).starts_with('\''), "{cell:?}");
        }
        for cell in ["een bankje", "3 = 3", "’t plein", "DDE is een woord", "€ 5", ""] {
            assert_eq!(harmless(cell), cell);
        }
    }

    #[test]
    fn numbers_have_a_comma_and_no_zeros_behind_it() {
        assert_eq!(number(1.5, 3), "1,5");
        assert_eq!(number(-20.0, 2), "-20");
        assert_eq!(number(100.0, 0), "100");
        assert_eq!(number(4.930_001, 6), "4,930001");
    }
}
