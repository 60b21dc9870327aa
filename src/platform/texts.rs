//! Every text a person reads, from the language files of the rooms (`nl.ftl` in each).

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// A room's texts.
pub const DUTCH: &[(&str, &str)] = &[
    ("accounts", include_str!("../people/accounts/nl.ftl")),
    ("agenda", include_str!("../step3/agenda/nl.ftl")),
    ("assumptions", include_str!("../step3/assumptions/nl.ftl")),
    ("boards", include_str!("../step3/boards/nl.ftl")),
    ("buurt", include_str!("../place/buurt/nl.ftl")),
    ("coming", include_str!("../step3/coming/nl.ftl")),
    ("compare", include_str!("../step3/compare/nl.ftl")),
    ("dossier", include_str!("../step3/dossier/nl.ftl")),
    ("evidence", include_str!("../step3/evidence/nl.ftl")),
    ("feedback", include_str!("../answer/feedback/nl.ftl")),
    ("floods", include_str!("../server/floods/nl.ftl")),
    ("frame", include_str!("../step3/frame/nl.ftl")),
    ("heat", include_str!("../layers/heat/nl.ftl")),
    ("indicators", include_str!("../step3/indicators/nl.ftl")),
    ("intake", include_str!("../server/intake/nl.ftl")),
    ("interchange", include_str!("../step3/interchange/nl.ftl")),
    ("latecomers", include_str!("../input/latecomers/nl.ftl")),
    ("live", include_str!("../answer/live/nl.ftl")),
    ("moderation", include_str!("../input/moderation/nl.ftl")),
    ("photos", include_str!("../input/photos/nl.ftl")),
    ("picker", include_str!("../step3/picker/nl.ftl")),
    ("pins", include_str!("../input/pins/nl.ftl")),
    ("receipts", include_str!("../answer/receipts/nl.ftl")),
    ("session", include_str!("../input/session/nl.ftl")),
    ("staff", include_str!("../server/staff/nl.ftl")),
    ("teruglegging", include_str!("../answer/teruglegging/nl.ftl")),
    ("themes", include_str!("../step3/themes/nl.ftl")),
    ("ui", include_str!("../ui/nl.ftl")),
    ("unheard", include_str!("../step3/unheard/nl.ftl")),
    ("upkeep", include_str!("../server/upkeep/nl.ftl")),
    ("verdieping", include_str!("../step3/verdieping/nl.ftl")),
    ("walks", include_str!("../input/walks/nl.ftl")),
];

type Bundle = FluentBundle<FluentResource>;

fn bundle() -> &'static Bundle {
    static BUNDLE: OnceLock<Bundle> = OnceLock::new();
    BUNDLE.get_or_init(|| {
        let dutch = LanguageIdentifier::from_bytes(b"nl").unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![dutch]);
        // No invisible marks round a number: they would show up in copied text.
        bundle.set_use_isolating(false);
        for (room, source) in DUTCH {
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(part, errors)| {
                tracing::error!(room, ?errors, "a language file has a mistake");
                part
            });
            if let Err(errors) = bundle.add_resource(resource) {
                tracing::error!(room, ?errors, "a text is there twice");
            }
        }
        bundle
    })
}

/// A value that a text names: a number (which may choose between singular and plural) or words.
pub type Value = FluentValue<'static>;

/// The text `key`, or its attribute as `key.attribute`.
pub fn t(key: &str) -> String {
    tv(key, &[])
}

/// The text `key` with values filled in.
pub fn tv(key: &str, values: &[(&'static str, Value)]) -> String {
    find(key, values).unwrap_or_else(|| {
        tracing::error!(key, "a text is missing");
        key.to_owned()
    })
}

/// The text `key`, if there is one.
pub fn find(key: &str, values: &[(&'static str, Value)]) -> Option<String> {
    let (id, attribute) = key.split_once('.').map_or((key, None), |(id, attribute)| (id, Some(attribute)));
    let message = bundle().get_message(id)?;
    let pattern = match attribute {
        None => message.value()?,
        Some(name) => message.get_attribute(name)?.value(),
    };
    let args: FluentArgs<'_> = values.iter().cloned().collect();
    let mut errors = Vec::new();
    let text: Cow<'_, str> = bundle().format_pattern(pattern, Some(&args), &mut errors);
    if !errors.is_empty() {
        tracing::error!(key, ?errors, "a text could not be filled in");
    }
    Some(text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::{DUTCH, find, t, tv};
    use fluent_bundle::FluentResource;

    #[test]
    fn every_language_file_reads_without_a_mistake_and_no_key_is_there_twice() {
        let mut keys = std::collections::HashSet::new();
        for (room, source) in DUTCH {
            assert!(FluentResource::try_new((*source).to_owned()).is_ok(), "{room}");
            for line in source.lines().filter(|line| line.starts_with(char::is_alphabetic)) {
                let key = line.split(' ').next().unwrap();
                assert!(keys.insert(key.to_owned()), "{key} is there twice");
            }
        }
    }

    /// Every literal key in the code, `t("…")`, `tv("…"` or `Problem::new(…, "…")`, has its text.
    #[test]
    fn every_key_in_the_code_has_a_text() {
        let mut missing = Vec::new();
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        for entry in walkdir::WalkDir::new(root) {
            let entry = entry.unwrap();
            if entry.path().extension().is_none_or(|ending| ending != "rs") {
                continue;
            }
            let code = std::fs::read_to_string(entry.path()).unwrap();
            for opening in ["t(\"", "tv(\""] {
                for (at, _) in code.match_indices(opening) {
                    let before = code[..at].chars().next_back().unwrap_or(' ');
                    if before.is_alphanumeric() || before == '_' || before == '.' {
                        continue;
                    }
                    let key = code[at + opening.len()..].split('"').next().unwrap();
                    if key.contains('-') && find(key, &[]).is_none() {
                        missing.push(format!("{key} in {}", entry.path().display()));
                    }
                }
            }
        }
        assert!(missing.is_empty(), "{missing:#?}");
    }

    #[test]
    fn a_number_chooses_between_one_and_more() {
        assert_eq!(tv("ui-count-pins", &[("n", 1.into())]), "1 stip");
        assert_eq!(tv("ui-count-pins", &[("n", 2.into())]), "2 stippen");
        assert_eq!(t("ui-skip"), "Direct naar de inhoud");
    }
}
