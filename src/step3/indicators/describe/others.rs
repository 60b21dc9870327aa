//! Leefbaarometer, RIVM, and reports about public space.

use super::{Description, Known};
use crate::step3::indicators::Better::{Less, More, Neither};
use crate::step3::indicators::Counts::Nothing;
use crate::step3::indicators::Shape;

const HOMES: &str = "wonen";
const WORK: &str = "werk-participatie";
const SAFE: &str = "veiligheid-criminaliteit";
const CARE: &str = "gezondheid";
const TOGETHER: &str = "samenleven-integratie";
const PLACE: &str = "leefomgeving-openbare-ruimte";

/// Leefbaarometer, squares of 100 m.
pub const LEEFBAAROMETER: Description = Description {
    slug: "leefbaarometer",
    title: "Leefbaarometer (vierkanten van 100 meter)",
    source: "Leefbaarometer, ministerie van BZK",
    licence: "Open data van het ministerie; kijk bij het bestand",
    caveat: "Dit is een berekende score: een signaal om verder te kijken, geen oorzaak en geen oordeel over wie er woont.",
    shape: Shape::Square,
    area_fields: &["gridid", "gridcode", "grid", "vierkant", "crs28992res100m"],
    category_fields: &[],
    point_name: "",
    point_domain: "algemeen",
    columns: &[
        Known("lbm", "Leefbaarheid, totaal", "score", "algemeen", More, Nothing),
        Known("afw", "Leefbaarheid, vergeleken met het land", "score", "algemeen", More, Nothing),
        Known("rlbrmtr", "Leefbaarheid, totaal", "score", "algemeen", More, Nothing),
        Known("won", "Woningen", "score", HOMES, More, Nothing),
        Known("fys", "Omgeving van de woning", "score", PLACE, More, Nothing),
        Known("onv", "Overlast en onveiligheid (hoog is beter)", "score", SAFE, More, Nothing),
        Known("vrz", "Voorzieningen", "score", PLACE, More, Nothing),
        Known("soc", "Samen leven", "score", TOGETHER, More, Nothing),
    ],
    older: &[],
};

/// Gezondheid per wijk en buurt.
pub const RIVM: Description = Description {
    slug: "rivm",
    title: "RIVM Gezondheid per wijk en buurt",
    source: "RIVM, GGD’en en CBS, Gezondheid per wijk en buurt",
    licence: "CC BY 4.0",
    caveat: "Per buurt zijn dit schattingen uit een model, niet wat mensen daar zelf invulden. Ze gaan over volwassenen.",
    shape: Shape::Area,
    area_fields: &["codering", "wijkenenbuurten"],
    category_fields: &[],
    point_name: "",
    point_domain: CARE,
    columns: &[
        Known("ervarengezondheidgoedzeergoed", "Voelt zich gezond", "%", CARE, More, Nothing),
        Known("voldoetaanbeweegrichtlijn", "Beweegt genoeg", "%", CARE, More, Nothing),
        Known("wekelijksesporters", "Sport elke week", "%", CARE, More, Nothing),
        Known("ondergewicht", "Ondergewicht", "%", CARE, Less, Nothing),
        Known("normaalgewicht", "Gezond gewicht", "%", CARE, More, Nothing),
        Known("overgewicht", "Overgewicht", "%", CARE, Less, Nothing),
        Known("ernstigovergewicht", "Ernstig overgewicht", "%", CARE, Less, Nothing),
        Known("roker", "Rookt", "%", CARE, Less, Nothing),
        Known("voldoetaanalcoholrichtlijn", "Drinkt geen of weinig alcohol", "%", CARE, More, Nothing),
        Known("drinker", "Drinkt alcohol", "%", CARE, Neither, Nothing),
        Known("zwaredrinker", "Drinkt zwaar", "%", CARE, Less, Nothing),
        Known("overmatigedrinker", "Drinkt te veel", "%", CARE, Less, Nothing),
        Known("eenofmeerlangdurigeaandoeningen", "Heeft een langdurige ziekte", "%", CARE, Less, Nothing),
        Known("beperktvanwegegezondheid", "Beperkt door gezondheid", "%", CARE, Less, Nothing),
        Known("ernstigbeperktvanwegegezondheid", "Ernstig beperkt door gezondheid", "%", CARE, Less, Nothing),
        Known("langdurigeziekteenbeperkt", "Langdurig ziek en beperkt", "%", CARE, Less, Nothing),
        Known(
            "eenofmeerlichamelijkebeperkingen",
            "Heeft een lichamelijke beperking",
            "%",
            CARE,
            Less,
            Nothing,
        ),
        Known("beperkinginhoren", "Hoort slecht", "%", CARE, Less, Nothing),
        Known("beperkinginzien", "Ziet slecht", "%", CARE, Less, Nothing),
        Known("beperkinginbewegen", "Beweegt moeilijk", "%", CARE, Less, Nothing),
        Known("matighoogrisicoopangstofdepressie", "Risico op angst of somberheid", "%", CARE, Less, Nothing),
        Known("hoogrisicoopangstofdepressie", "Hoog risico op angst of somberheid", "%", CARE, Less, Nothing),
        Known("heelveelstressinafgelopen4weken", "Had heel veel stress", "%", CARE, Less, Nothing),
        Known("matigveelregieovereigenleven", "Heeft regie over het eigen leven", "%", CARE, More, Nothing),
        Known("eenzaam", "Eenzaam", "%", TOGETHER, Less, Nothing),
        Known("ernstigzeerernstigeenzaam", "Ernstig eenzaam", "%", TOGETHER, Less, Nothing),
        Known("emotioneeleenzaam", "Mist iemand dichtbij", "%", TOGETHER, Less, Nothing),
        Known("sociaaleenzaam", "Kent te weinig mensen", "%", TOGETHER, Less, Nothing),
        Known("mantelzorger", "Is mantelzorger", "%", TOGETHER, Neither, Nothing),
        Known("vrijwilligerswerk", "Doet vrijwilligerswerk", "%", TOGETHER, More, Nothing),
        Known(
            "lopenenoffietsennaarschoolofwerk",
            "Loopt of fietst naar school of werk",
            "%",
            PLACE,
            More,
            Nothing,
        ),
        Known("lopennaarschoolofwerk", "Loopt naar school of werk", "%", PLACE, More, Nothing),
        Known("fietsennaarschoolofwerk", "Fietst naar school of werk", "%", PLACE, More, Nothing),
        Known("ernstigegeluidhinderdoorburen", "Veel last van geluid van buren", "%", HOMES, Less, Nothing),
        Known("moeitemetrondkomen", "Komt moeilijk rond", "%", WORK, Less, Nothing),
    ],
    older: &[],
};

/// Meldingen openbare ruimte.
pub const MELDINGEN: Description = Description {
    slug: "meldingen",
    title: "Meldingen over de openbare ruimte (punten)",
    source: "Gemeente, meldingen openbare ruimte",
    licence: "Kijk bij het bestand, of vraag het uw gemeente",
    caveat: "Wie meldt, wordt geteld. Weinig meldingen betekent niet dat er weinig is: in sommige buurten melden mensen minder.",
    shape: Shape::Point,
    area_fields: &[],
    category_fields: &[
        "hoofdcategorie",
        "categorie",
        "subcategorie",
        "soortmelding",
        "onderwerp",
        "category",
    ],
    point_name: "Meldingen over de openbare ruimte",
    point_domain: PLACE,
    columns: &[],
    older: &[],
};
