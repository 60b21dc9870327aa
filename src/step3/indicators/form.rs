//! What the forms of figures send.

use super::number::Decimal;
use super::read::{Crs, Options};
use super::{About, Better, Counts, Meaning, Shape};
use crate::platform::{Problem, Typed};

/// Most lines above the figures of a file.
const MOST_HEADER_ROWS: u32 = 100;

/// Fields of a form, some more than once.
pub type Fields = Vec<(String, String)>;

/// The first field of this name; empty where there is none.
pub fn one<'a>(fields: &'a Fields, name: &str) -> &'a str {
    fields.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim())
}

fn set(fields: &Fields, name: &str) -> Option<String> {
    Some(one(fields, name).to_owned()).filter(|text| !text.is_empty())
}

/// How to read the file, as the form for looking again says it.
pub fn options(fields: &Fields) -> Options {
    let only = set(fields, "only_field").map(|field| (field, one(fields, "only_value").to_owned()));
    Options {
        separator: match one(fields, "separator") {
            "tab" => Some('\t'),
            other => other.chars().next(),
        },
        header_rows: one(fields, "header_rows").parse().ok(),
        layer: set(fields, "layer"),
        crs: match one(fields, "crs") {
            "rd" => Some(Crs::Rd),
            "wgs" => Some(Crs::Wgs),
            _ => None,
        },
        decimal: match one(fields, "decimal") {
            "komma" => Some(Decimal::Comma),
            "punt" => Some(Decimal::Point),
            _ => None,
        },
        area_field: set(fields, "area_field"),
        name_field: set(fields, "name_field"),
        x_field: set(fields, "x_field"),
        y_field: set(fields, "y_field"),
        category_field: set(fields, "category_field"),
        base_field: set(fields, "base_field"),
        square_m: one(fields, "square").parse().ok().filter(|side| [100, 500].contains(side)),
        shape: one(fields, "shape").parse::<Shape>().ok(),
        only: only.into_iter().collect(),
    }
}

/// The same as fields, for an address or hidden in a form.
pub fn as_fields(options: &Options, description: &str) -> Vec<(&'static str, String)> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let only = options.only.first().cloned().unwrap_or_default();
    let separator = match options.separator {
        Some('\t') => "tab".to_owned(),
        other => other.map(String::from).unwrap_or_default(),
    };
    let crs = options.crs.map_or("", |crs| if crs == Crs::Rd { "rd" } else { "wgs" });
    let decimal = options.decimal.map_or("", |sign| if sign == Decimal::Comma { "komma" } else { "punt" });
    let all = vec![
        ("as", description.to_owned()),
        ("separator", separator),
        ("header_rows", options.header_rows.map(|n| n.to_string()).unwrap_or_default()),
        ("layer", text(&options.layer)),
        ("crs", crs.to_owned()),
        ("decimal", decimal.to_owned()),
        ("area_field", text(&options.area_field)),
        ("name_field", text(&options.name_field)),
        ("x_field", text(&options.x_field)),
        ("y_field", text(&options.y_field)),
        ("category_field", text(&options.category_field)),
        ("base_field", text(&options.base_field)),
        ("square", options.square_m.map(|n| n.to_string()).unwrap_or_default()),
        ("shape", options.shape.map(|shape| shape.word().to_owned()).unwrap_or_default()),
        ("only_field", only.0),
        ("only_value", only.1),
    ];
    all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

/// What holds for the whole file.
pub fn about(fields: &Fields) -> About {
    About {
        source: one(fields, "source").to_owned(),
        year: one(fields, "year").parse().unwrap_or(0),
        licence: one(fields, "licence").to_owned(),
        caveat: one(fields, "caveat").to_owned(),
        public: one(fields, "public") == "1",
    }
}

/// One indicator; `at` stands behind the names of its fields.
pub fn meaning(fields: &Fields, at: &str) -> Meaning {
    let field = |name: &str| one(fields, &format!("{name}{at}"));
    Meaning {
        column: fields
            .iter()
            .find(|(key, _)| *key == format!("column{at}"))
            .map(|(_, value)| value.clone())
            .unwrap_or_default(),
        name: field("name").to_owned(),
        unit: field("unit").to_owned(),
        domain: field("domain").to_owned(),
        better: field("better").parse().unwrap_or(Better::Neither),
        counts: field("counts").parse().unwrap_or(Counts::Nothing),
    }
}

/// Refuses choices and numbers that are none, of the whole file and of each indicator.
///
/// # Errors
/// 422, with a sentence for each field.
pub fn check(fields: &Fields) -> Result<(), Problem> {
    let mut typed = Typed::default();
    typed.one_of("separator", one(fields, "separator"), [";", ",", "tab", "|", ":"]);
    typed.number("header_rows", one(fields, "header_rows"), 0..=MOST_HEADER_ROWS);
    typed.one_of("crs", one(fields, "crs"), ["rd", "wgs"]);
    typed.one_of("decimal", one(fields, "decimal"), ["komma", "punt"]);
    typed.one_of("square", one(fields, "square"), ["100", "500"]);
    typed.choice::<Shape>("shape", one(fields, "shape"));
    typed.one_of("public", one(fields, "public"), ["1"]);
    let ticked = fields.iter().filter(|(key, _)| key == "keep").map(|(_, at)| format!("-{at}"));
    for at in ticked.chain([String::new()]) {
        let (better, counts) = (format!("better{at}"), format!("counts{at}"));
        typed.choice::<Better>(&better, one(fields, &better));
        typed.choice::<Counts>(&counts, one(fields, &counts));
    }
    typed.done()
}

/// The indicators that were ticked.
pub fn meanings(fields: &Fields) -> Vec<Meaning> {
    let ticked = fields.iter().filter(|(key, _)| key == "keep");
    ticked.map(|(_, at)| meaning(fields, &format!("-{at}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_of_a_file_survives_an_address() {
        let options = Options {
            separator: Some('\t'),
            header_rows: Some(2),
            crs: Some(Crs::Rd),
            decimal: Some(Decimal::Comma),
            area_field: Some("Codering_3 & zo".into()),
            square_m: Some(500),
            shape: Some(Shape::Square),
            only: vec![("Jaar".into(), "2020".into())],
            ..Options::default()
        };
        let query = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(as_fields(&options, "rivm"))
            .finish();
        let fields: Fields = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        assert_eq!(super::options(&fields), options);
        assert_eq!(one(&fields, "as"), "rivm");
    }

    #[test]
    fn only_ticked_columns_are_kept() {
        let fields: Fields =
            [("keep", "1"), ("column-0", "a"), ("column-1", " b"), ("name-1", " B "), ("better-1", "meer")]
                .map(|(key, value)| (key.to_owned(), value.to_owned()))
                .to_vec();
        let all = meanings(&fields);
        assert_eq!((all.len(), all[0].column.as_str(), all[0].name.as_str()), (1, " b", "B"));
        assert_eq!(all[0].better, Better::More);
    }
}
