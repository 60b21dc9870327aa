//! Heads of columns that count people or households.

/// Words for people. A head that has one and none of [`OTHERWISE`] counts them.
const PEOPLE: &[&str] = &[
    "inwoners",
    "inwonersaantal",
    "bewoners",
    "personen",
    "mensen",
    "bevolking",
    "mannen",
    "vrouwen",
    "kinderen",
    "jongeren",
    "ouderen",
    "volwassenen",
    "leerlingen",
    "scholieren",
    "studenten",
    "huishoudens",
    "gezinnen",
    "eenoudergezinnen",
    "alleenstaanden",
    "clienten",
    "cliënten",
    "werklozen",
    "inwoner",
];
/// Words that make of it a share, a mean, a change.
const OTHERWISE: &[&str] = &[
    "percentage",
    "perc",
    "pct",
    "procent",
    "aandeel",
    "deel",
    "per",
    "gemiddeld",
    "gemiddelde",
    "gem",
    "dichtheid",
    "score",
    "index",
    "graad",
    "druk",
    "promille",
    "ratio",
    "kans",
    "groei",
    "verandering",
    "saldo",
    "verschil",
    "afname",
    "toename",
    "ontwikkeling",
    "mutatie",
    "leeftijd",
    "rapportcijfer",
];

/// Whether the figures under this head, in this unit, are a number of people.
pub fn are_counted(head: &str, unit: &str) -> bool {
    let unit = unit.trim().to_lowercase();
    if head.contains('%') || !(unit.is_empty() || unit == "aantal" || PEOPLE.contains(&unit.as_str())) {
        return false;
    }
    let head = head.to_lowercase();
    let mut words = head.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_people = |word: &str| PEOPLE.contains(&word.strip_prefix("aantal").unwrap_or(word));
    words.clone().any(is_people) && !words.any(|word| OTHERWISE.contains(&word))
}

/// Units that are a part of a hundred.
const HUNDREDTHS: [&str; 7] = ["%", "procent", "percent", "percentage", "pct", "perc", "perc."];
/// Words of a head that say the same.
const SHARES: [&str; 6] = ["procent", "percent", "percentage", "pct", "perc", "aandeel"];

/// Whether the figures under this head, in this unit, are parts of a hundred. What has another unit is none.
pub fn is_share(head: &str, unit: &str) -> bool {
    let unit = unit.trim().to_lowercase();
    if !unit.is_empty() {
        return HUNDREDTHS.contains(&unit.as_str());
    }
    let head = head.to_lowercase();
    let mut words = head.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    // Statistics Netherlands puts a p before its shares: P_65_EO_JR.
    head.contains('%') || head.starts_with("p_") || words.any(|word| SHARES.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::are_counted;

    #[test]
    fn heads_that_count_people_are_known_and_shares_means_and_changes_are_none() {
        for head in ["aantal_inwoners", "Inwoners", "AantalInwoners", "kinderen 0-4", "Mannen (aantal)"] {
            assert!(are_counted(head, ""), "{head}");
        }
        for head in [
            "percentage ouderen",
            "% jongeren",
            "groei inwoners",
            "bomen per 1000 inwoners",
            "gemiddelde leeftijd mannen",
            "score",
            "woningen",
            "eenzaam",
        ] {
            assert!(!are_counted(head, ""), "{head}");
        }
        assert!(are_counted("inwoners", "aantal") && !are_counted("ouderen", "%"));
    }
}
