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
    "bewoner",
    "persoon",
    "pers",
    "man",
    "vrouw",
    "kind",
    "huishouden",
    "gezin",
    "ongehuwd",
    "gehuwd",
    "gescheiden",
    "verweduwd",
    "geboorte",
    "geboorten",
    "geboortes",
    "sterfte",
    "overledenen",
    "levendgeborenen",
    // As Statistics Netherlands shortens them: AANT_INW, INW_014, AANTAL_HH, TOTHH_EENP, UITKMINAOW, Huishoudens totaal.
    "inw",
    "hh",
    "hhs",
    "huish",
    "bev",
    "uitkminaow",
    "huishoudenstotaal",
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
    "dichth",
    "dich",
    "relatief",
    "grootte",
    "auto",
    "autos",
    "personenauto",
    "personenautos",
    "ink",
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

/// Ends of words for people, written as one with what stands in front: eenpersoonshuishoudens, inkomensontvangers.
const ENDS: &[&str] = &[
    "huishoudens",
    "inwoners",
    "bewoners",
    "personen",
    "leerlingen",
    "studenten",
    "gezinnen",
    "ontvangers",
    "clienten",
    "cliënten",
    "werklozen",
    "gehuwden",
];
/// What Statistics Netherlands calls groups of people behind the `a` of its short heads: `A_GESCH`, `A_SOZ_WW`.
const GROUPS: &[&str] = &[
    "ongeh", "gehuwd", "gesch", "verwed", "w", "nw", "marok", "antaru", "surina", "tur", "ov", "nl", "eur",
    "neu", "geb", "ste", "1p", "bst", "soz", "uit", "jz", "wmo", "inkont", "opl", "stud", "arb", "lan",
];
/// Words for ages, of which a whole head can consist: `k_0Tot15Jaar`, `65 jaar of ouder`, `INW_65PL`.
const AGES: &[&str] = &["jaar", "jr", "tot", "en", "of", "ouder", "oo", "eo", "k", "a", "aantal", "aant"];

/// The words of a head in small letters: signs and a capital behind a small letter part them.
fn words(head: &str) -> Vec<String> {
    let mut apart = String::with_capacity(head.len() + 8);
    let mut before = ' ';
    for sign in head.chars() {
        if before.is_lowercase() && sign.is_uppercase() {
            apart.push(' ');
        }
        apart.extend(sign.to_lowercase());
        before = sign;
    }
    let words = apart.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

fn is_people(word: &str) -> bool {
    let bare = ["aantal", "aant", "totaal", "tot"].iter().find_map(|start| word.strip_prefix(start));
    let is_known = |word: &str| PEOPLE.contains(&word) || ENDS.iter().any(|end| word.ends_with(end));
    is_known(word) || bare.is_some_and(is_known)
}

/// Whether a head has nothing but ages: a number, and a word that says that it is years or people.
fn is_age(words: &[String]) -> bool {
    let digits = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit());
    // 0tot15, 65jaar, 15: letters in between are words too.
    let is_part = |word: &str| {
        let mut letters = word.split(|sign: char| sign.is_ascii_digit()).filter(|part| !part.is_empty());
        AGES.contains(&word) || digits(word) && letters.all(|part| AGES.contains(&part))
    };
    let of_years = words.iter().any(|word| word.contains("jaar") || word == "jr" || word == "oo");
    let counted = words.first().is_some_and(|first| ["k", "a", "aantal", "aant"].contains(&first.as_str()));
    let numbers: Vec<&str> =
        words.iter().flat_map(|word| word.split(|sign: char| !sign.is_ascii_digit())).collect();
    let ages = numbers.iter().filter(|number| !number.is_empty()).count();
    // A year is no age: jaar 2020.
    let is_age = ages > 0 && numbers.iter().all(|number| number.len() < 4);
    is_age && words.iter().all(|word| is_part(word)) && (of_years || counted && ages > 1)
}

/// Whether the figures under this head, in this unit, are a number of people.
pub fn are_counted(head: &str, unit: &str) -> bool {
    let unit = unit.trim().to_lowercase();
    if head.contains('%') || !(unit.is_empty() || unit == "aantal" || PEOPLE.contains(&unit.as_str())) {
        return false;
    }
    let words = words(head);
    let first = words.first().map_or("", String::as_str);
    // P_GEHUWD is a share, G_HHGRO a mean.
    if words.len() > 1 && ["p", "g"].contains(&first) {
        return false;
    }
    // Benefits are counted per kind, and that is no mean.
    let is_otherwise = |(at, word): (usize, &String)| {
        OTHERWISE.contains(&word.as_str())
            && !(word == "per" && words.get(at + 1).is_some_and(|next| next == "soort"))
    };
    if words.iter().enumerate().any(is_otherwise) {
        return false;
    }
    let in_group = first == "a" && words.get(1).is_some_and(|word| GROUPS.contains(&word.as_str()));
    words.iter().any(|word| is_people(word)) || in_group || is_age(&words)
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
    use super::*;

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

    #[test]
    fn heads_of_statistics_netherlands_that_count_people_are_known_of_every_year() {
        let old = "AANT_INW AANT_MAN AANT_VROUW AANTAL_HH AANT_HH INW_014 INW_1524 INW_2544 INW_4564 INW_65PL Inw_totaal \
            INWONER MAN VROUW TOTHH_EENP TOTHH_MPZK HH_EENOUD HH_TWEEOUD UITKMINAOW A_INW A_MAN A_VROUW A_00_14 a_15_24 a_65_oo \
            A_ONGEH a_gehuwd a_gesch a_verwed a_w_all a_nw_all a_marok a_geb a_ste A_HH a_1p_hh a_hh_z_k a_hh_m_k a_bst_b \
            a_soz_ww a_jz_tn a_wmo_t a_inkont a_opl_lg";
        let new = "aantal_inwoners mannen vrouwen aantal_huishoudens HuishoudensTotaal_29 huishoudens_totaal AantalInwoners_5 \
            k_0Tot15Jaar_8 k_65JaarOfOuder_12 Ongehuwd_13 GeboorteTotaal_24 Eenpersoonshuishoudens_30 \
            aantal_eenpersoonshuishoudens HuishoudensMetKinderen_32 PersonenPerSoortUitkeringBijstand_78 LeerlingenPo_62 \
            AantalInkomensontvangers_70 JongerenMetJeugdzorgInNatura_86 WmoClienten_88 aantal_inwoners_0_tot_15_jaar \
            aantal_part_huishoudens";
        for head in old.split_whitespace().chain(new.split_whitespace()) {
            assert!(are_counted(head, ""), "{head}");
        }
        for head in ["Bevolking 1 januari", "65 jaar of ouder", "0 tot 15 jaar", "Huishoudens totaal"] {
            assert!(are_counted(head, ""), "{head}");
        }
    }

    #[test]
    fn heads_of_statistics_netherlands_that_count_something_else_are_not_taken_for_people() {
        for head in "P_00_14_JR P_65_EO_JR P_GEHUWD P_EENP_HH P_HH_M_K BEV_DICHTH bev_dich GEM_HH_GR g_hhgro AUTO_HH AUTO_TOT \
            WONINGEN a_woning WOZ G_WOZ INK_INW g_ink_pi OPP_TOT OAD STED a_opp_ha a_2020 jaar jaar_2020 a_1524 2019 id_15 a_15 GeboorteRelatief_25 WmoClientenRelatief_89 \
            percentage_personen_0_tot_15_jaar Bevolkingsdichtheid_33 bevolkingsdichtheid_inwoners_per_km2 \
            GemiddeldeHuishoudensgrootte_32 gemiddelde_huishoudsgrootte PersonenautoSPerHuishouden_102 \
            BedrijfsvestigingenTotaal_91 mantelzorger manier"
            .split_whitespace()
        {
            assert!(!are_counted(head, ""), "{head}");
        }
    }
}
