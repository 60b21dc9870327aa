use proptest::prelude::*;

use super::*;

#[test]
fn a_number_is_read_as_it_is_written_in_dutch_and_in_english() {
    for (cell, seen) in [
        ("    78.2", Seen::Only(Decimal::Point, 78.2)),
        ("12,5", Seen::Only(Decimal::Comma, 12.5)),
        ("12,5 %", Seen::Only(Decimal::Comma, 12.5)),
        ("€ 1.234,50", Seen::Only(Decimal::Comma, 1234.5)),
        ("1,234.50", Seen::Only(Decimal::Point, 1234.5)),
        ("1 234 567", Seen::Plain(1_234_567.0)),
        ("1\u{a0}234,5", Seen::Only(Decimal::Comma, 1234.5)),
        ("1.234", Seen::Either { comma: 1234.0, point: 1.234 }),
        ("1.234.567", Seen::Only(Decimal::Comma, 1_234_567.0)),
        ("0.123", Seen::Only(Decimal::Point, 0.123)),
        ("-7", Seen::Plain(-7.0)),
        ("\u{2212}7", Seen::Plain(-7.0)),
        (",5", Seen::Only(Decimal::Comma, 0.5)),
        ("1e3", Seen::Plain(1000.0)),
        ("\u{feff}42", Seen::Plain(42.0)),
    ] {
        assert_eq!(see(cell), seen, "{cell}");
    }
}

#[test]
fn marks_are_no_numbers_and_a_dash_is_not_zero() {
    for cell in ["", "  ", "-", "NA", "n.b.", "NaN", "-99995"] {
        assert_eq!(see(cell), Seen::Missing, "{cell}");
    }
    for cell in [".", "x", "X", "*", "geheim", "-99997", "<5"] {
        assert_eq!(see(cell), Seen::Secret, "{cell}");
    }
    assert_eq!(see("0"), Seen::Plain(0.0));
}

#[test]
fn the_marks_of_statistics_netherlands_are_no_figures_however_they_are_written() {
    for cell in ["-99997.0", "-99997,00", "-99,997.00", "-99999997", "\u{2212}99997"] {
        assert_eq!(see(cell), Seen::Secret, "{cell}");
    }
    for cell in ["-99995.0", "-99995,00", "-99998", "-99999", "-99999999", "-99990"] {
        assert_eq!(see(cell), Seen::Missing, "{cell}");
    }
    assert_eq!(number_seen(-99_997.0), Seen::Secret);
    assert_eq!(read_number(-99_999.0), Ok(None));
    assert_eq!([number_seen(f64::NAN), number_seen(f64::NEG_INFINITY)], [Seen::Missing; 2]);
    assert_eq!(read("-99.997", Decimal::Comma), Err(Seen::Secret));
    assert_eq!(read("-99.997", Decimal::Point), Ok(Some(-99.997)));
    for number in [-99_989.0, -100_000.0, -99_997.5, -12.0, 99_997.0] {
        assert_eq!(number_seen(number), Seen::Plain(number));
    }
}

#[test]
fn what_a_spreadsheet_made_a_date_of_is_seen() {
    for cell in [
        "01.05.2024",
        "1.5.24",
        "2024.05.01",
        "1/5",
        "31/12",
        "7. Mai",
        "07. Mai",
        "7. März",
        "1 août",
        "01.05.2024 12:00",
    ] {
        assert!(is_date(cell), "{cell}");
        assert!(matches!(see(cell), Seen::Text), "{cell}");
    }
    for cell in
        ["9-okt", "7-mei", "10-mrt", "mei-10", "Oct-10", "9 okt", "1-5-2025", "2025-10-09", "9/10/2025"]
    {
        assert!(is_date(cell), "{cell}");
        assert!(matches!(see(cell), Seen::Text), "{cell}");
    }
    assert!(is_date("2025-10-09T12:00:00Z") && is_date("9-okt-25") && is_date(" 31 december 2024 "));
    for cell in [
        "",
        "7.85",
        "12-",
        "-7",
        "1-5",
        "5-10 jaar",
        "okt",
        "BU0363-10",
        "1234-mei",
        "0-15 jan-feb",
        "1.2.3",
        "1.13.2024",
        "32.1.2024",
        "13/14",
        "0/5",
        "1.5",
        "7. Haus",
        "10.0.0.1",
    ] {
        assert!(!is_date(cell), "{cell}");
    }
    for cell in ["7-mei", "06-aug", "9-okt", "7-May", "07. Mai", "7. Dez"] {
        assert!(is_turned(cell), "{cell}");
    }
    for cell in ["01.05.2024", "1/5", "7. Mai 2024", "mei-24", "7 mei", "9-okt-25", "2025-10-09", "7-5", "12"]
    {
        assert!(!is_turned(cell), "{cell}");
    }
}

#[test]
fn a_round_amount_ends_in_a_comma_and_a_dash() {
    for cell in ["€ 250.000,-", "250.000,--", "€250.000,–"] {
        assert_eq!(see(cell), Seen::Only(Decimal::Comma, 250_000.0), "{cell}");
    }
    assert_eq!(see(",-"), Seen::Text);
    assert_eq!(see("1,5,-"), Seen::Text);
}

#[test]
fn a_formula_is_named_and_never_worked_out() {
    for cell in ["=1+1", "=cmd|' /C calc'!A0", "@SUM(1+9)", "+1+1", "=HYPERLINK(\"http://x\")"] {
        assert_eq!(see(cell), Seen::Formula, "{cell}");
    }
    for cell in ["1+1", "inf", "12 apen", "1,2,3", "1..2", "--5", "1e999", "0x10", "１２"] {
        assert_eq!(see(cell), Seen::Text, "{cell}");
    }
}

#[test]
fn what_can_be_two_numbers_is_asked_unless_another_cell_says_which() {
    let of = |cells: &[&str]| {
        cells.iter().fold(Evidence::default(), |mut known, cell| {
            known.add(see(cell));
            known
        })
    };
    assert_eq!(of(&["1.234", "12,5"]).says(), Some(Decimal::Comma));
    assert_eq!(of(&["1.234", "12.5"]).says(), Some(Decimal::Point));
    assert!(of(&["1.234", "5.678"]).must_ask());
    assert!(of(&["12,5", "12.5"]).must_ask());
    assert!(!of(&["1", "2", "x"]).must_ask());
}

fn written(cents: i64, decimal: char, apart: &str) -> String {
    let (whole, fraction) = (cents.abs() / 100, cents.abs() % 100);
    let digits = whole.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            grouped.push_str(apart);
        }
        grouped.push(digit);
    }
    format!("{}{grouped}{decimal}{fraction:02}", if cents < 0 { "-" } else { "" })
}

proptest! {
    #[test]
    fn whatever_is_written_is_read_back(cents in -10_000_000_000_i64..10_000_000_000) {
        #[allow(clippy::cast_precision_loss)]
        let number = cents as f64 / 100.0;
        for (decimal, sign, aparts) in
            [(Decimal::Comma, ',', ["", ".", " ", "\u{a0}"]), (Decimal::Point, '.', ["", ",", " ", "'"])]
        {
            for apart in aparts {
                let text = written(cents, sign, apart);
                prop_assert_eq!(read(&text, decimal), Ok(Some(number)), "{}", text);
                prop_assert_eq!(read(&format!("  {text} \u{a0}"), decimal), Ok(Some(number)));
            }
        }
    }

    #[test]
    fn the_quick_way_says_the_same(cell in "[0-9]{1,7}[,. ]?[0-9]{0,6}") {
        if let Some(quick) = plain(&cell) {
            prop_assert_eq!(quick, whatever(&cell), "{}", cell);
        }
    }

    #[test]
    fn nothing_that_is_no_number_becomes_one(cell in "\\PC*") {
        if let Seen::Plain(number) | Seen::Only(_, number) = see(&cell) {
            prop_assert!(number.is_finite());
            prop_assert!(cell.chars().any(|sign| sign.is_ascii_digit()));
            prop_assert!(!cell.chars().any(|sign| sign.is_alphabetic() && !matches!(sign, 'e' | 'E')));
        }
    }

    #[test]
    fn both_readings_of_what_can_be_two_are_kept(whole in 1_u32..1000, rest in 0_u32..1000) {
        let cell = format!("{whole}.{rest:03}");
        match see(&cell) {
            Seen::Either { comma, point } => {
                prop_assert!(same(comma, f64::from(whole * 1000 + rest)));
                prop_assert!((point - f64::from(whole) - f64::from(rest) / 1000.0).abs() < 1e-9);
            }
            other => prop_assert!(false, "{} is {:?}", cell, other),
        }
    }
}
