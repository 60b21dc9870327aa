//! What Statistics Netherlands called the columns of its Kerncijfers in other years and files: shapes of before 2018 with heads of ten
//! letters, tables for spreadsheets, postcodes. By these a table is read when somebody says what it is; it is not recognised by
//! them, for `man` and `woning` stand in many a table of others.

use super::Known;
use crate::step3::indicators::Better::Neither;
use crate::step3::indicators::Counts::{Nothing, People, Things};

const ALL: &str = "algemeen";
const HOMES: &str = "wonen";
const SCHOOL: &str = "onderwijs-opvoeding";
const TOGETHER: &str = "samenleven-integratie";
const PLACE: &str = "leefomgeving-openbare-ruimte";

/// Heads, bare, and what they mean; the meaning has no head of its own.
pub type Older = (&'static [&'static str], Known);

const fn people(name: &'static str, domain: &'static str) -> Known {
    Known("", name, "aantal", domain, Neither, People)
}

const fn share(name: &'static str, domain: &'static str) -> Known {
    Known("", name, "%", domain, Neither, Nothing)
}

/// Kerncijfers by buurt, by square and by postcode: they have the same heads.
pub const CBS: &[Older] = &[
    (&["inwoners", "aantinw", "inwoner", "inwtotaal"], people("Inwoners", ALL)),
    (&["mannen", "aantman", "aman", "man"], people("Mannen", ALL)),
    (&["vrouwen", "aantvrouw", "avrouw", "vrouw"], people("Vrouwen", ALL)),
    (&["a0014", "inw014"], people("Inwoners van 0 tot 15 jaar", ALL)),
    (&["a1524", "inw1524"], people("Inwoners van 15 tot 25 jaar", ALL)),
    (&["a2544", "inw2544"], people("Inwoners van 25 tot 45 jaar", ALL)),
    (&["a4564", "inw4564"], people("Inwoners van 45 tot 65 jaar", ALL)),
    (&["inw65pl"], people("Inwoners van 65 jaar of ouder", ALL)),
    (&["huishoudens", "aantalhuishoudens", "aantalhh", "aanthh", "ahh"], people("Huishoudens", ALL)),
    (
        &["aantaleenpersoonshuishoudens", "tothheenp", "a1phh"],
        people("Mensen die alleen wonen (huishoudens)", TOGETHER),
    ),
    (&["huishoudenszonderkinderen", "tothhmpzk", "ahhzk"], people("Huishoudens zonder kinderen", TOGETHER)),
    (&["ahhmk"], people("Huishoudens met kinderen", SCHOOL)),
    (&["hheenoud"], people("Gezinnen met één ouder", SCHOOL)),
    (&["hhtweeoud"], people("Gezinnen met twee ouders", SCHOOL)),
    (&["percentagepersonen0tot15jaar", "p0014jr"], share("Inwoners van 0 tot 15 jaar", ALL)),
    (&["percentagepersonen15tot25jaar", "p1524jr"], share("Inwoners van 15 tot 25 jaar", ALL)),
    (&["percentagepersonen25tot45jaar", "p2544jr"], share("Inwoners van 25 tot 45 jaar", ALL)),
    (&["percentagepersonen45tot65jaar", "p4564jr"], share("Inwoners van 45 tot 65 jaar", ALL)),
    (&["percentagepersonen65jaarenouder", "p65eojr"], share("Inwoners van 65 jaar of ouder", ALL)),
    (
        &["percentageeenpersoonshuishoudens", "peenphh"],
        share("Mensen die alleen wonen (huishoudens)", TOGETHER),
    ),
    (&["percentagehuishoudenszonderkinderen", "phhzk"], share("Huishoudens zonder kinderen", TOGETHER)),
    (&["percentagehuishoudensmetkinderen", "phhmk"], share("Huishoudens met kinderen", SCHOOL)),
    (&["percentagekoopwoningen", "pkoopwon"], share("Koopwoningen", HOMES)),
    (&["percentagehuurwoningen", "phuurwon"], share("Huurwoningen", HOMES)),
    (
        &["gemiddeldehuishoudsgrootte", "gemhhgr", "ghhgro"],
        Known("", "Mensen per huishouden", "gemiddeld", ALL, Neither, Nothing),
    ),
    (
        &["bevolkingsdichtheidinwonersperkm2", "bevdichth", "bevdich"],
        Known("", "Inwoners per km²", "per km²", ALL, Neither, Nothing),
    ),
    (
        &["woz", "gemiddeldewoningwaarde"],
        Known("", "Gemiddelde WOZ-waarde van een woning", "x 1 000 euro", HOMES, Neither, Nothing),
    ),
    (&["woningen", "woning", "aantalwoningen"], Known("", "Woningen", "aantal", HOMES, Neither, Things)),
    (&["autohh"], Known("", "Auto’s per huishouden", "gemiddeld", PLACE, Neither, Nothing)),
];
