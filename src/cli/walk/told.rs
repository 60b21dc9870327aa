//! What is said about the route of a walk that is imported. The page of a resident says the same in its own words: there the
//! photos wait on the device, here nothing was read in yet.

use super::sentence;
use crate::cli::Failed;
use crate::input::walks::{Course, GpxError, Recording, Remarks, WalkError};

/// Why no photo can be placed by its time along a route.
pub(super) fn timeless(recording: &Recording) -> Option<&'static str> {
    if recording.has_times() {
        return None;
    }
    Some(match recording.remarks {
        Remarks { year: Some(_), .. } => "de tijden in de route kloppen niet",
        Remarks { unreadable: 1.., .. } => "de tijden in de route zijn niet te lezen",
        _ => "in de route staan geen tijden",
    })
}

/// What somebody should know of the route.
pub(super) fn remarks(recording: Option<&Recording>, course: Option<&Course>) -> Vec<String> {
    let mut told: Vec<String> = recording.map(of_recording).unwrap_or_default();
    if course.is_some_and(|course| !course.is_kept()) {
        told.push(
            "De route is te kort: van begin en eind wordt niets bewaard, en daartussen blijft niets over. De foto's \
             krijgen daar geen plek."
                .to_owned(),
        );
    }
    told
}

fn of_recording(recording: &Recording) -> Vec<String> {
    let Remarks { passed_over, without_zone, unreadable, impossible, year } = recording.remarks;
    let has_times = recording.has_times();
    let mut told = Vec::new();
    if passed_over > 0 {
        told.push(format!(
            "Zoveel punten van de route zijn overgeslagen, omdat hun plek niet te lezen is: {passed_over}."
        ));
    }
    if let Some(year) = year {
        told.push(format!("De tijden in de route zijn van het jaar {year}. Die kloppen niet: daarmee is geen foto te plaatsen."));
    } else if !has_times && unreadable > 0 {
        told.push("De tijden in de route zijn niet te lezen: daarmee is geen foto te plaatsen.".to_owned());
    } else if !has_times {
        told.push("In de route staan geen tijden: daarmee is geen foto te plaatsen.".to_owned());
    }
    if has_times && unreadable > 0 {
        told.push(format!(
            "Van zoveel punten van de route is de tijd niet te lezen; die telt niet mee: {unreadable}."
        ));
    }
    if has_times && impossible > 0 {
        told.push(format!(
            "Zoveel punten van de route hebben een tijd die niet kan, en die niet meetelt: {impossible}."
        ));
    }
    if without_zone && year.is_none() {
        told.push(
            "De tijden in de route hebben geen tijdzone. Ze zijn gelezen als Nederlandse tijd. Klopt dat niet? Geef met \
             --clock-offset hoeveel de klok van de camera daarop voorloopt."
                .to_owned(),
        );
    }
    told
}

/// Why a route is not read in. Nothing is read in then, the photos neither.
pub(super) fn refusal(error: WalkError) -> Failed {
    let why = match &error {
        WalkError::Gpx(GpxError::TooLarge | GpxError::TooManyPoints) => {
            "De route is te groot: een GPX-bestand mag niet meer dan 10 MB en 100.000 punten hebben."
                .to_owned()
        }
        WalkError::Gpx(GpxError::NotGpx) => "Dit is geen GPX-bestand.".to_owned(),
        WalkError::Gpx(GpxError::Broken(line, _)) => {
            format!("De route is beschadigd: in regel {line} van het GPX-bestand klopt iets niet.")
        }
        WalkError::Gpx(GpxError::NoTrack) => {
            "Er staat geen route in dit bestand: het GPX-bestand heeft geen lijn.".to_owned()
        }
        WalkError::Gpx(GpxError::NoPoint(_)) => {
            "De punten in deze route zijn niet te lezen: geen enkel punt heeft een plek.".to_owned()
        }
        WalkError::TooManyOutings => {
            "In dit bestand staan te veel wandelingen. Kies een bestand van één wandeling.".to_owned()
        }
        WalkError::Elsewhere => {
            "Deze route is ergens anders: geen stuk ervan ligt in de buurt van deze bijeenkomst.".to_owned()
        }
        WalkError::Conflict => {
            "Bij deze map is eerder een andere route bewaard. Die blijft zoals zij is.".to_owned()
        }
        _ => return sentence(error),
    };
    format!("{why} Er is nu niets binnengehaald, ook geen foto's. Geef een ander bestand, of laat --gpx weg.")
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::walks::read_gpx;

    /// A route of eleven points with these times.
    fn route(time: impl Fn(usize) -> String) -> Recording {
        let point = |n: usize| format!("<trkpt lat='52.35' lon='4.93{n:02}'>{}</trkpt>", time(n));
        let points: String = (0..11).map(point).collect();
        read_gpx(format!("<gpx><trk><trkseg>{points}</trkseg></trk></gpx>").as_bytes()).unwrap()
    }

    #[test]
    fn of_a_route_without_usable_times_it_is_said_which_and_photos_say_so_too() {
        let none = route(|_| String::new());
        assert!(remarks(Some(&none), None)[0].contains("geen tijden"));
        assert_eq!(timeless(&none), Some("in de route staan geen tijden"));
        for written in
            ["1777629600", "01-05-2026 10:00:00", "2026/05/01 10:00:00", "2026-05-01T10:00:00+2", "onbekend"]
        {
            let route = route(|_| format!("<time>{written}</time>"));
            let told = remarks(Some(&route), None);
            assert!(told.len() == 1 && told[0].contains("niet te lezen"), "{written}: {told:?}");
            assert_eq!(timeless(&route), Some("de tijden in de route zijn niet te lezen"), "{written}");
        }
        let early = route(|n| format!("<time>1970-01-01T10:{n:02}:00Z</time>"));
        assert!(remarks(Some(&early), None)[0].contains("1970"));
        assert_eq!(timeless(&early), Some("de tijden in de route kloppen niet"));
    }

    #[test]
    fn of_times_that_can_be_read_in_part_it_is_said_of_how_many_points_not() {
        let some = route(|n| {
            if n % 2 == 0 {
                "<time>onbekend</time>".to_owned()
            } else {
                format!("<time>2026-05-01T10:{n:02}:00Z</time>")
            }
        });
        let told = remarks(Some(&some), None);
        assert!(
            told.len() == 1 && told[0].ends_with("meetelt: 6.") || told[0].ends_with("niet mee: 6."),
            "{told:?}"
        );
        assert_eq!(timeless(&some), None);
        // Blank is none, not one that cannot be read.
        let blank = route(|n| {
            if n == 3 {
                "<time> </time>".to_owned()
            } else {
                format!("<time>2026-05-01T10:{n:02}:00Z</time>")
            }
        });
        assert!(remarks(Some(&blank), None).is_empty());
    }

    #[test]
    fn what_is_refused_is_not_said_to_be_kept() {
        let all = [
            GpxError::TooLarge,
            GpxError::TooManyPoints,
            GpxError::NotGpx,
            GpxError::Broken(4, String::new()),
            GpxError::NoTrack,
            GpxError::NoPoint(3),
        ];
        let all = all.map(WalkError::Gpx).into_iter();
        for error in all.chain([WalkError::Elsewhere, WalkError::TooManyOutings]) {
            let said = refusal(error).to_string();
            assert!(said.contains("niets binnengehaald"), "{said}");
            assert!(!said.contains("zijn bewaard") && !said.contains("zijn er nog"), "{said}");
        }
    }
}
