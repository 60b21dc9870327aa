//! Groups of people: a text is about the place, not about who others are.

use super::text::Text;
use super::{Hint, HintKind};

/// People by where they or their parents come from; in small letters, as people write them too.
const PEOPLES: &[&str] = &[
    "polen",
    "roemenen",
    "bulgaren",
    "turken",
    "marokkanen",
    "surinamers",
    "antillianen",
    "somaliërs",
    "somaliers",
    "somali",
    "syriërs",
    "syriers",
    "eritreeërs",
    "eritreeers",
    "oekraïners",
    "oekrainers",
    "afghanen",
    "irakezen",
    "iraniërs",
    "iraniers",
    "chinezen",
    "hongaren",
    "russen",
    "ghanezen",
    "nigerianen",
    "kaapverdianen",
    "duitsers",
    "belgen",
    "hollanders",
    "afrikanen",
    "arabieren",
    "aziaten",
    "koerden",
    "berbers",
    "molukkers",
    "indiërs",
    "indiers",
    "pakistani",
    "pakistanen",
    "hindoestanen",
    "joden",
    "moslims",
    "moslima",
    "moslima's",
    "islamieten",
    "christenen",
    "hindoes",
    "italianen",
    "spanjaarden",
    "portugezen",
    "grieken",
    "litouwers",
    "letten",
    "slowaken",
    "tsjechen",
    "serviërs",
    "albanezen",
    "egyptenaren",
    "tunesiërs",
    "algerijnen",
    "ethiopiërs",
    "congolezen",
    "filipino's",
    "filipino",
    "vietnamezen",
    "indonesiërs",
    "nederlanders",
    "europeanen",
    "oosteuropeanen",
];
/// One of them.
const ONE: &[&str] = &[
    "marokkaan",
    "marokkaanse",
    "turk",
    "pool",
    "roemeen",
    "bulgaar",
    "surinamer",
    "antilliaan",
    "somaliër",
    "syriër",
    "eritreeër",
    "afghaan",
    "irakees",
    "rus",
    "jood",
    "moslim",
    "afrikaan",
];
/// People by how they live, look or are.
const KINDS: &[&str] = &[
    "buitenlanders",
    "buitenlander",
    "allochtonen",
    "allochtoon",
    "allochtone",
    "autochtonen",
    "immigranten",
    "migranten",
    "statushouders",
    "statushouder",
    "asielzoekers",
    "asielzoeker",
    "vluchtelingen",
    "vluchteling",
    "gelukszoekers",
    "arbeidsmigranten",
    "arbeidsmigrant",
    "expats",
    "zigeuners",
    "zigeuner",
    "roma",
    "sinti",
    "woonwagenbewoners",
    "kampers",
    "junks",
    "junkies",
    "junkie",
    "zwervers",
    "zwerver",
    "daklozen",
    "dakloze",
    "verslaafden",
    "verslaafde",
    "alcoholisten",
    "alcoholist",
    "dronkaards",
    "dronkenlappen",
    "drugsgebruikers",
    "drugsverslaafden",
    "dealers",
    "dealer",
    "hangjongeren",
    "hangjeugd",
    "straattuig",
    "tuig",
    "negers",
    "neger",
    "zwarten",
    "blanken",
    "homo's",
    "homo",
    "lesbiennes",
    "transgenders",
    "prostituees",
    "hoeren",
    "tokkies",
    "asocialen",
    "aso's",
    "aso",
    "bijstandstrekkers",
    "uitkeringstrekkers",
    "gekken",
    "mongolen",
    "kutmarokkanen",
    "rifjongens",
    "hoofddoeken",
    "hoofddoekjes",
];
/// Where people come from, as a word for them: "Turkse buren".
const FROM: &[&str] = &[
    "marokkaanse",
    "turkse",
    "poolse",
    "roemeense",
    "bulgaarse",
    "surinaamse",
    "antilliaanse",
    "somalische",
    "syrische",
    "eritrese",
    "oekraïense",
    "afghaanse",
    "iraakse",
    "iraanse",
    "chinese",
    "hongaarse",
    "russische",
    "ghanese",
    "nigeriaanse",
    "afrikaanse",
    "arabische",
    "aziatische",
    "koerdische",
    "joodse",
    "islamitische",
    "buitenlandse",
];
const PEOPLE: &[&str] = &[
    "mensen",
    "mannen",
    "vrouwen",
    "jongens",
    "meisjes",
    "jongeren",
    "kinderen",
    "gezinnen",
    "gezin",
    "families",
    "familie",
    "buren",
    "buurman",
    "buurvrouw",
    "bewoners",
    "arbeiders",
    "werknemers",
    "jeugd",
    "ouderen",
    "moeders",
    "vaders",
    "gasten",
    "types",
    "man",
    "vrouw",
    "jongen",
    "meisje",
    "studenten",
    "gemeenschap",
    "dames",
    "heren",
    "lui",
    "volk",
    "mensjes",
];
const LANDS: &[&str] = &[
    "polen",
    "marokko",
    "turkije",
    "roemenië",
    "bulgarije",
    "suriname",
    "syrië",
    "eritrea",
    "somalië",
    "oekraïne",
    "afghanistan",
    "irak",
    "iran",
    "china",
    "afrika",
    "hongarije",
    "rusland",
    "ghana",
    "nigeria",
    "azië",
    "oostblok",
    "buitenland",
];
const LEADS: &[&str] = &[
    "de", "die", "al", "alle", "veel", "zoveel", "teveel", "meer", "andere", "sommige", "geen", "van",
    "door", "vooral", "deze", "dronken",
];

pub(super) fn find(text: &Text, found: &mut Vec<Hint>) {
    for at in 0..text.words.len() {
        let word = text.words[at];
        let small = text.small(word);
        let capital = text.chars[word.from].is_uppercase();
        let before = if at > 0 { text.small(text.words[at - 1]) } else { String::new() };
        let next = text.words.get(at + 1).map(|next| text.small(*next)).unwrap_or_default();
        let land = matches!(&*before, "in" | "naar" | "uit" | "richting");
        let led = LEADS.contains(&before.as_str());
        // "Polen" may be the land, and in small letters the ends of a magnet; "letten" is a verb.
        let ordinary = matches!(&*small, "polen" | "letten");
        let people = PEOPLES.contains(&small.as_str())
            && !land
            && (capital || (led && small != "letten") || !ordinary);
        let one = ONE.contains(&small.as_str())
            && matches!(&*before, "een" | "die" | "de" | "elke" | "deze")
            && (capital || !matches!(&*small, "pool" | "rus" | "turk"));
        let kind = KINDS.contains(&small.as_str()) && (small != "roma" || capital);
        if people || one || kind {
            found.push(text.hint(HintKind::Groep, word.from, word.to));
        } else if FROM.contains(&small.as_str()) && PEOPLE.contains(&next.as_str()) {
            found.push(text.hint(HintKind::Groep, word.from, text.words[at + 1].to));
        } else if PEOPLE.contains(&small.as_str()) && next == "uit" {
            let land = text.words.get(at + 2..(at + 4).min(text.words.len())).unwrap_or_default();
            if let Some(land) = land.iter().find(|word| LANDS.contains(&text.small(**word).as_str())) {
                found.push(text.hint(HintKind::Groep, word.from, land.to));
            }
        } else if matches!(&*before, "die" | "dat" | "zulke") && is_lot(&small, &next) {
            let to = if small == "soort" { text.words[at + 1].to } else { word.to };
            found.push(text.hint(HintKind::Groep, text.words[at - 1].from, to));
        }
    }
}

/// "dat volk", "die lui", "dat soort mensen".
fn is_lot(word: &str, next: &str) -> bool {
    matches!(word, "volk" | "lui" | "gasten" | "types" | "rotjochies" | "gespuis")
        || (word == "soort" && PEOPLE.contains(&next))
}
